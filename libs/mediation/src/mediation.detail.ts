import type { DetailContext, Procedures } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { standingIn, type Standing } from './domain/wall.js';
import { agreementDetail, filingClocks, reconsiderationsOf } from './facts/agreement.detail.js';

type Row = Record<string, unknown>;

/**
 * What the case page shows. The mediation wall (复议法实施条例 2026 第48条; 特邀调解规定 第22条): what was said and offered
 * is for the mediators; a party sees its own side's offers and what was put to all; the centre sees when people meet and
 * who came; those who decide elsewhere see the result alone.
 */
export async function mediationDetail(
  tx: Tx,
  { caseId, disputeId, roles }: DetailContext,
  procedures: Procedures,
  clocks: ClocksService,
): Promise<object> {
  const standing = standingIn(roles);
  const [[own], consents, mediators, agreement, filing, linked, walled] = await Promise.all([
    sql<Row>(tx, ownOf(standing), [caseId]),
    sql(tx, consentsOf(standing), [caseId]),
    sql(tx, MEDIATORS, [caseId]),
    agreementDetail(tx, caseId, standing !== 'RESULT_ONLY'),
    filingClocks(tx, disputeId, clocks),
    reconsiderationsOf(tx, disputeId, procedures),
    behindTheWall(tx, caseId, standing),
  ]);
  return { ...own, consents, mediators, ...walled, ...agreement, ...filing, ...linked };
}

async function behindTheWall(tx: Tx, caseId: Id, standing: Standing): Promise<object> {
  const [sessions, proposals, undisputedFacts, course] = await Promise.all([
    sessionsOf(tx, caseId, standing),
    proposalsOf(tx, caseId, standing),
    standing === 'MEDIATOR' || isSide(standing) ? sql(tx, FACTS, [caseId]) : [],
    courseOf(tx, caseId, standing),
  ]);
  return { sessions, proposals, undisputedFacts, ...course };
}

async function sessionsOf(tx: Tx, caseId: Id, standing: Standing): Promise<unknown[]> {
  if (standing === 'MEDIATOR') return sql(tx, `${SESSIONS}, s.minutes, s.notes ${SESSIONS_FROM}`, [caseId]);
  if (standing === 'CENTRE') return sql(tx, `${SESSIONS} ${SESSIONS_FROM}`, [caseId]);
  if (!isSide(standing)) return [];
  return sql(tx, `${SESSIONS} ${SESSIONS_FROM_INVITED}`, [caseId, standing]);
}

function proposalsOf(tx: Tx, caseId: Id, standing: Standing): Promise<unknown[]> | unknown[] {
  if (standing === 'MEDIATOR') return sql(tx, PROPOSALS('true'), [caseId]);
  if (!isSide(standing)) return [];
  return sql(tx, PROPOSALS(`(visible_to = 'BOTH' OR (visible_to = 'OWN_SIDE' AND by_side = $2))`), [caseId, standing]);
}

/** Recusals and pauses are the business of those who conduct the mediation. */
async function courseOf(tx: Tx, caseId: Id, standing: Standing): Promise<object> {
  if (standing !== 'MEDIATOR' && standing !== 'CENTRE') return {};
  const [recusals, pauses, extensions] = await Promise.all([
    sql(tx, RECUSALS, [caseId]),
    sql(tx, pausesFor(standing), [caseId]),
    sql(tx, EXTENSIONS, [caseId]),
  ]);
  return { recusals, pauses, extensions };
}

function isSide(standing: Standing): standing is 'APPLICANT' | 'RESPONDENT' {
  return standing === 'APPLICANT' || standing === 'RESPONDENT';
}

/** Whether the mediation stands still is plain from its state; why, only those who conduct it are told. */
function ownOf(standing: Standing): string {
  const inside = standing === 'MEDIATOR' || standing === 'CENTRE';
  return `SELECT stage, source, received_on AS "receivedOn", letter_number AS "letterNumber",
  court_case_number AS "courtCaseNumber", major, request, committee_id AS "committeeId",
  acknowledged_clocks AS "acknowledgedClocks", ${inside ? 'pause_reason' : 'NULL'} AS "pauseReason",
  paused_from AS "pausedFrom", ending FROM mediation.mediation WHERE case_id = $1`;
}

/** A party's own words about why it wants no more are for the mediators. */
function consentsOf(standing: Standing): string {
  return `SELECT party_id AS "partyId", asked_on AS "askedOn", answer, form, answered_on AS "answeredOn", withdrawal,
  document_id AS "documentId", chosen_ids AS "chosenIds", chosen_on AS "chosenOn"
  ${standing === 'MEDIATOR' ? ', explanation' : ''} FROM mediation.party_consent WHERE case_id = $1 ORDER BY party_id`;
}

function pausesFor(standing: Standing): string {
  return `SELECT reason, starts_on AS "startsOn", ended_on AS "endedOn", reported_to AS "reportedTo",
  reported_on AS "reportedOn" ${standing === 'MEDIATOR' ? ', explanation, outcome' : ''}
  FROM mediation.pause WHERE case_id = $1 ORDER BY starts_on, id`;
}

const MEDIATORS = `SELECT person_id AS "personId", presiding, basis, assigned_on AS "assignedOn",
  confirmed_on AS "confirmedOn", ended_on AS "endedOn"
  FROM mediation.assigned_mediator WHERE case_id = $1 ORDER BY assigned_on, person_id`;
const SESSIONS = `SELECT s.id, s.state, s.held_on AS "heldOn", s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.mode, s.place,
  s.online_link AS "onlineLink", s.head_wanted AS "headWanted", s.open, s.note, s.held_by AS "heldBy",
  (SELECT coalesce(json_agg(json_build_object('inviteeId', i.invitee_id, 'kind', i.kind, 'attendance', i.attendance,
     'representedBy', i.represented_by, 'explanation', i.explanation, 'agreedToOpen', i.agreed_to_open)
     ORDER BY i.kind DESC, i.invitee_id), '[]') FROM mediation.session_invitee i WHERE i.session_id = s.id) AS invitees`;
const SESSIONS_FROM = 'FROM mediation.session s WHERE s.case_id = $1 ORDER BY s.held_on, s.id';
const SESSIONS_FROM_INVITED = `FROM mediation.session s WHERE s.case_id = $1 AND EXISTS (
    SELECT 1 FROM mediation.session_invitee i LEFT JOIN cases.party p ON p.id = i.invitee_id
    WHERE i.session_id = s.id AND i.kind = 'PARTY' AND coalesce(p.role, 'RESPONDENT') = $2) ORDER BY s.held_on, s.id`;
const PROPOSALS = (where: string) => `SELECT id, by_side AS "bySide", visible_to AS "visibleTo", offer,
  amount_fen AS "amountFen", made_on AS "madeOn", put_on AS "putOn"
  FROM mediation.proposal WHERE case_id = $1 AND ${where} ORDER BY id`;
const FACTS = `SELECT f.id, f.fact, f.recorded_on AS "recordedOn",
  (SELECT coalesce(json_agg(json_build_object('partyId', c.party_id, 'confirmedOn', c.confirmed_on,
     'mayPassOn', c.may_pass_on) ORDER BY c.party_id), '[]')
   FROM mediation.fact_confirmation c WHERE c.fact_id = f.id) AS confirmations
  FROM mediation.undisputed_fact f WHERE f.case_id = $1 ORDER BY f.id`;
const RECUSALS = `SELECT id, mediator_id AS "mediatorId", raised_by AS "raisedBy", ground, explanation, known_on AS "knownOn",
  state, decision, decided_by AS "decidedBy", decided_on AS "decidedOn", agreed_by AS "agreedBy"
  FROM mediation.recusal WHERE case_id = $1 ORDER BY id`;
const EXTENSIONS = `SELECT days, agreed_by AS "agreedBy", agreed_on AS "agreedOn"
  FROM mediation.extension WHERE case_id = $1 ORDER BY agreed_on, id`;
