import { newId, type CalendarDate, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { MediationFacts, PlannedSession, ProposalFact } from '../domain/facts.js';

type SittingFacts = Pick<
  MediationFacts,
  'sessionsHeld' | 'plannedSessions' | 'otherSessions' | 'nextSessionId' | 'proposals' | 'undisputedFactIds'
>;

/** What guards look at of a case's sessions: none of it says what was said. */
export async function sittingFacts(tx: Tx, caseId: Id, today: CalendarDate): Promise<SittingFacts> {
  const [[held], plannedSessions, otherSessions, proposals, facts] = await Promise.all([
    sql<{ n: number }>(tx, HELD, [caseId]),
    sql<PlannedSession>(tx, PLANNED, [caseId]),
    sql<Omit<PlannedSession, 'partyIds'>>(tx, OF_OTHER_CASES, [caseId, today]),
    sql<ProposalFact>(tx, PROPOSALS, [caseId]),
    sql<{ id: Id }>(tx, 'SELECT id FROM mediation.undisputed_fact WHERE case_id = $1', [caseId]),
  ]);
  return {
    sessionsHeld: held?.n ?? 0,
    plannedSessions,
    otherSessions,
    nextSessionId: newId(),
    proposals,
    undisputedFactIds: facts.map(({ id }) => id),
  };
}

// Sessions of mediators who were replaced do not count: the new ones must have met the parties.
const HELD = `SELECT count(*)::int AS n FROM mediation.session s WHERE s.case_id = $1 AND s.state = 'HELD' AND EXISTS (
  SELECT 1 FROM mediation.assigned_mediator m WHERE m.case_id = s.case_id AND m.person_id = s.held_by AND m.ended_on IS NULL)`;
const TIME = `s.id AS "sessionId", s.held_on AS "on", s.starts_at AS "from", s.ends_at AS "until"`;
const PLANNED = `SELECT ${TIME}, ARRAY(SELECT i.invitee_id FROM mediation.session_invitee i
    WHERE i.session_id = s.id AND i.kind = 'PARTY' ORDER BY i.invitee_id) AS "partyIds"
  FROM mediation.session s WHERE s.case_id = $1 AND s.state = 'PLANNED' ORDER BY s.held_on, s.id`;
const OF_OTHER_CASES = `SELECT DISTINCT ${TIME} FROM mediation.assigned_mediator m
  JOIN mediation.session_invitee i ON i.invitee_id = m.person_id AND i.kind = 'MEDIATOR'
  JOIN mediation.session s ON s.id = i.session_id
  WHERE m.case_id = $1 AND m.ended_on IS NULL AND s.case_id <> $1 AND s.state = 'PLANNED' AND s.held_on >= $2`;
const PROPOSALS = `SELECT id AS "proposalId", by_side AS "by", visible_to AS "visibleTo" FROM mediation.proposal WHERE case_id = $1`;
