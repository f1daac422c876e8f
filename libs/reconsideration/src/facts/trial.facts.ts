import type { CalendarDate, Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { EndingFact, NormReviewFact, PlannedHearing, TrialFacts } from '../domain/trial-facts.js';

/** As the statement below answers it. */
type TrialRow = Omit<
  TrialFacts,
  'plannedHearing' | 'institutionHeadIds' | 'excludedIds' | 'noticeBy' | 'stillUntil'
> & {
  plannedHearing: (Omit<PlannedHearing, 'notified'> & { notified: Record<Id, CalendarDate> | null }) | null;
  hearingHeldOn: CalendarDate | null;
  committeeGivenOn: CalendarDate | null;
  normReview: NormReviewFact | null;
  ending: EndingFact | null;
};

/** What the trial's rows say, with the days on which the case was heard and the committee answered. */
export type TrialRecord = Omit<TrialRow, 'plannedHearing'> & Pick<TrialFacts, 'plannedHearing'>;

/** Reads all the trial's rows of a case in one statement. */
export async function trialRecord(tx: Tx, caseId: Id): Promise<TrialRecord> {
  const [row] = await sql<TrialRow>(tx, TRIAL, [caseId]);
  const { plannedHearing, ...rest } = row!;
  return {
    ...rest,
    plannedHearing: plannedHearing && {
      ...plannedHearing,
      notified: new Map(Object.entries(plannedHearing.notified ?? {})),
    },
  };
}

const one = (fields: string, from: string) => `(SELECT json_build_object(${fields}) FROM reconsideration.${from})`;
const many = (fields: string, from: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY t.id), '[]') FROM reconsideration.${from})`;

const HEARING = one(
  `'id', t.id, 'on', t.on_day, 'chairId', t.chair_id, 'memberIds', t.member_ids, 'recorderId', t.recorder_id,
   'notified', (SELECT json_object_agg(p.party_id, p.notified_on) FROM reconsideration.hearing_party p
     WHERE p.hearing_id = t.id AND p.notified_on IS NOT NULL)`,
  `hearing t WHERE t.case_id = $1 AND t.state = 'SCHEDULED'`,
);
const NORM = one(
  `'id', t.id, 'competent', t.competent, 'sentOn', t.sent_on, 'receivedOn', t.received_on, 'answeredOn', t.answered_on,
   'concluded', t.concluded_on IS NOT NULL`,
  'norm_review t WHERE t.case_id = $1 ORDER BY t.id DESC LIMIT 1',
);

const TRIAL = `SELECT
  (SELECT c.number FROM cases.case_file c WHERE c.id = $1) AS number,
  ${HEARING} AS "plannedHearing",
  (SELECT max(h.on_day) FROM reconsideration.hearing h WHERE h.case_id = $1 AND h.state = 'HELD') AS "hearingHeldOn",
  (SELECT t.asked_on FROM reconsideration.consultation t WHERE t.case_id = $1 AND t.given_on IS NULL) AS "committeeAskedOn",
  (SELECT max(t.given_on) FROM reconsideration.consultation t WHERE t.case_id = $1) AS "committeeGivenOn",
  ${many(`'id', t.id, 'officerId', t.officer_id`, 'recusal t WHERE t.case_id = $1 AND t.outcome IS NULL')} AS recusals,
  ARRAY(SELECT DISTINCT t.officer_id FROM reconsideration.deliberation t WHERE t.case_id = $1) AS "deliberatedIds",
  ARRAY(SELECT l.party_id FROM (SELECT DISTINCT ON (t.party_id) t.party_id, t.outcome FROM reconsideration.third_party t
    WHERE t.case_id = $1 ORDER BY t.party_id, t.id DESC) AS l WHERE l.outcome = 'REFUSED') AS "refusedThirdPartyIds",
  ${many(`'id', t.id, 'judged', t.judged_on IS NOT NULL`, 'evidence t WHERE t.case_id = $1')} AS evidence,
  ${many(`'id', t.id, 'begunOn', t.begun_on`, 'fact_finding t WHERE t.case_id = $1 AND t.ended_on IS NULL')} AS "factFinding",
  ${one(`'id', t.id, 'on', t.decided_on`, 'stay t WHERE t.case_id = $1 AND t.lifted_on IS NULL')} AS stay,
  ${NORM} AS "normReview",
  ${one(
    `'id', t.id, 'approved', t.allowed IS TRUE`,
    'withdrawal t WHERE t.case_id = $1 AND t.allowed IS NOT FALSE ORDER BY t.id DESC LIMIT 1',
  )} AS withdrawal,
  ${one(
    `'id', t.id, 'requestedOn', t.requested_on`,
    `uplift t WHERE t.case_id = $1 AND t.outcome = 'PENDING'`,
  )} AS uplift,
  EXISTS (SELECT 1 FROM reconsideration.uplift t WHERE t.case_id = $1 AND t.files_sent_on IS NOT NULL) AS "filesSentUp",
  ${one(
    `'caseId', t.lead_case_id, 'decidedOn', (SELECT a.decided_on FROM reconsideration.application a
      WHERE a.case_id = t.lead_case_id AND EXISTS (
        SELECT 1 FROM reconsideration.draft d WHERE d.case_id = t.lead_case_id AND d.state = 'DECIDED'))`,
    'joinder t WHERE t.case_id = $1 AND t.separated_on IS NULL',
  )} AS lead,
  ${many(
    `'caseId', c.id, 'disputeId', c.dispute_id, 'number', c.number`,
    'joinder t JOIN cases.case_file c ON c.id = t.case_id WHERE t.lead_case_id = $1 AND t.separated_on IS NULL',
  )} AS joined,
  ${one(
    `'id', t.id, 'kind', t.kind, 'ground', t.ground, 'on', t.decided_on`,
    'ending t WHERE t.case_id = $1 AND t.revoked_on IS NULL',
  )} AS ending`;
