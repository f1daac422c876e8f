import type { DetailContext } from '@app/cases';
import type { CalendarDate, Id, RoleCode } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/** Those who work on an owned case, or answer for it. */
const INSIDE: readonly RoleCode[] = [
  'case_leader',
  'unit_leader',
  'dept_head',
  'institution_head',
  'authority_head',
  'archivist',
];
/** Those who see the line of the list and no more: how others negotiate is not for those who try the case. */
const LINE_ONLY: readonly RoleCode[] = [
  'case_handler',
  'panel_member',
  'intake_officer',
  'centre_staff',
  'centre_manager',
  'statistician',
];

/** What the case page shows: all of it, the line of the list, or (mediators, other organs) nothing. */
export async function ownershipDetail(tx: Tx, context: DetailContext, today: CalendarDate): Promise<object> {
  const { caseId, roles, personId } = context;
  const liaison = roles.has('dept_liaison') && personId !== undefined;
  const inside = INSIDE.some((role) => roles.has(role)) || (liaison && (await isOfUnit(tx, caseId, personId, today)));
  if (!inside && !LINE_ONLY.some((role) => roles.has(role))) return {};
  const [line] = await sql(tx, LINE, [caseId]);
  if (!inside) return { ...line };
  const [own, plans, reports, marks, orders, extensions, handOvers, claims, reopenings, entries] = await Promise.all(
    [MORE, PLANS, REPORTS, MARKS, ORDERS, EXTENSIONS, HAND_OVERS, CLAIMS, REOPENINGS, ENTRIES].map((text) =>
      sql(tx, text, [caseId]),
    ),
  );
  const rows = { plans, reports, marks, supervisions: orders, extensions, handOvers, claims, reopenings, entries };
  return { ...line, ...own![0], ...rows };
}

/** A liaison of the responsible unit, not of another organ of the dispute; from the list on. */
async function isOfUnit(tx: Tx, caseId: Id, personId: Id, today: CalendarDate): Promise<boolean> {
  const found = await sql(
    tx,
    `SELECT 1 FROM ownership.ownership o JOIN cases.case_file f ON f.id = o.case_id
     JOIN directory.post p ON p.organ_id = o.unit_id AND p.role = 'dept_liaison'
     WHERE o.case_id = $1 AND f.state NOT IN ('PROPOSED','NOT_LISTED') AND p.person_id = $2 AND p.valid_from <= $3
       AND (p.valid_until IS NULL OR $3 < p.valid_until) LIMIT 1`,
    [caseId, personId, today],
  );
  return found.length > 0;
}

const LINE = `SELECT leader_id AS "leaderId", unit_id AS "unitId", unit_leader_id AS "unitLeaderId",
  cooperating_unit_ids AS "cooperatingUnitIds", resolve_by AS "resolveBy", risk, target, stage, court, focus, source,
  joint_meeting_on AS "jointMeetingOn", listing_basis AS "listingBasis", mark, struck_off_on AS "struckOffOn", outcome
  FROM ownership.ownership WHERE case_id = $1`;
const MORE = `SELECT measures, joint_meeting_reason AS "jointMeetingReason",
  leader_acknowledged_on AS "leaderAcknowledgedOn", unit_acknowledged_on AS "unitAcknowledgedOn",
  extended_on AS "extendedOn", closing FROM ownership.ownership WHERE case_id = $1`;
const PLANS = `SELECT id, state, content, submitted_on AS "submittedOn", submitted_by AS "submittedBy",
  decided_on AS "decidedOn", opinion FROM ownership.plan WHERE case_id = $1 ORDER BY id`;
const REPORTS = `SELECT id, kind, done, next, risk, party_contacted AS "partyContacted", reported_on AS "reportedOn",
  reported_by AS "reportedBy" FROM ownership.report WHERE case_id = $1 ORDER BY id`;
const MARKS = `SELECT id, mark, split_part(cause, ':', 1) AS cause, marked_on AS "markedOn", lifted_on AS "liftedOn",
  lifted_by AS "liftedBy" FROM ownership.mark WHERE case_id = $1 ORDER BY id`;
const ORDERS = `SELECT s.id, s.number, s.reason, s.basis, s.demand, s.state, s.by_leader AS "byLeader",
  s.issued_on AS "issuedOn", s.issued_by AS "issuedBy", s.acknowledged_on AS "acknowledgedOn",
  s.acknowledged_by AS "acknowledgedBy",
  (SELECT c.due_on FROM deadlines.clock c WHERE c.subject_id = s.case_id AND c.concerns_id = s.id
    ORDER BY c.id DESC LIMIT 1) AS "dueOn",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'content', r.content, 'fileIds', r.file_ids,
    'repliedOn', r.replied_on, 'repliedBy', r.replied_by, 'outcome', r.outcome, 'opinion', r.opinion,
    'decidedOn', r.decided_on, 'decidedBy', r.decided_by) ORDER BY r.id)
    FROM ownership.supervision_reply r WHERE r.order_id = s.id), '[]') AS replies
  FROM ownership.supervision s WHERE s.case_id = $1 ORDER BY s.id`;
const EXTENSIONS = `SELECT id, state, days, reason, asked_on AS "askedOn", asked_by AS "askedBy",
  decided_on AS "decidedOn", decided_by AS "decidedBy", opinion FROM ownership.extension WHERE case_id = $1 ORDER BY id`;
const HAND_OVERS = `SELECT id, before, after, reason, note, changed_on AS "changedOn", changed_by AS "changedBy"
  FROM ownership.hand_over WHERE case_id = $1 ORDER BY id`;
const CLAIMS = `SELECT id, kind, summary, amount_fen::float8 AS "amountFen", file_ids AS "fileIds",
  claimed_on AS "claimedOn", claimed_by AS "claimedBy", outcome, checklist, verified_on AS "verifiedOn",
  verified_by AS "verifiedBy", signed_on AS "signedOn", signed_by AS "signedBy", signed_opinion AS "signedOpinion"
  FROM ownership.claim WHERE case_id = $1 ORDER BY id`;
const REOPENINGS = `SELECT id, reason, resolve_by AS "resolveBy", struck_off_on AS "struckOffOn",
  reopened_on AS "reopenedOn", reopened_by AS "reopenedBy" FROM ownership.reopening WHERE case_id = $1 ORDER BY id`;
const ENTRIES = `SELECT year, serial, revision, kind, hash, entered_on AS "enteredOn"
  FROM ownership.list_entry WHERE case_id = $1 ORDER BY id`;
