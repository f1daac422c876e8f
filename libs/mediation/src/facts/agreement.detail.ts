import type { Procedures } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { CITIZEN_CLOCK_RULES } from '../domain/facts.js';

interface Linked {
  caseId: Id;
  number: string;
  state: string;
  open: boolean;
}

/**
 * The agreement and what followed it. Until it is effective it is a matter of the mediation, with what both sides gave way in:
 * outside the wall it is not shown (复议法实施条例 2026 第48条).
 */
export async function agreementDetail(tx: Tx, caseId: Id, inside: boolean): Promise<object> {
  const [row] = await sql<{ agreement: { effectiveOn: string | null } | null }>(tx, DETAIL, [caseId]);
  const shown = inside || row!.agreement?.effectiveOn != null;
  return shown ? row! : NOTHING;
}

const NOTHING = {
  agreement: null,
  signatures: [],
  obligations: [],
  confirmations: [],
  performances: [],
  reschedules: [],
  measures: [],
  visits: [],
};

/** The citizen's own periods that run on during the mediation, with lamp, days left and article. */
export async function filingClocks(tx: Tx, disputeId: Id, clocks: ClocksService): Promise<object> {
  const open = await clocks.ofScopes([disputeId], tx);
  const rules: readonly string[] = CITIZEN_CLOCK_RULES;
  return { filingClocks: clocks.lines(open.filter(({ rule, state }) => state === 'RUNNING' && rules.includes(rule))) };
}

/** The reconsiderations of the same dispute: who mediates sees where they stand. */
export async function reconsiderationsOf(tx: Tx, disputeId: Id, procedures: Procedures): Promise<object> {
  const rows = await sql<Linked>(tx, LINKED, [disputeId]);
  const states = procedures.all().find((each) => each.procedure.code === 'reconsideration')?.procedure.states ?? {};
  return { reconsiderations: rows.map((row) => ({ ...row, stateName: states[row.state]?.name ?? row.state })) };
}

const LINKED = `SELECT id AS "caseId", number, state, open FROM cases.case_file
  WHERE dispute_id = $1 AND procedure = 'reconsideration' ORDER BY id`;

const CURRENT = `(SELECT a.id FROM mediation.agreement a WHERE a.case_id = $1 AND a.superseded_on IS NULL)`;
const list = (fields: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;
const OWED = `mediation.obligation o WHERE o.case_id = $1 AND o.state <> 'SUPERSEDED'`;

const DETAIL = `SELECT
  (SELECT json_build_object('id', a.id, 'agreedOn', a.agreed_on, 'facts', a.facts, 'matter', a.matter, 'terms', a.terms,
     'manner', a.manner, 'oral', a.oral, 'effectiveOn', a.effective_on, 'handedOverOn', a.handed_over_on,
     'wanted', a.wanted, 'instrument', a.instrument, 'instrumentOn', a.instrument_on,
     'instrumentNumber', a.instrument_number)
   FROM mediation.agreement a WHERE a.id = ${CURRENT}) AS agreement,
  ${list(
    `'signerId', s.signer_id, 'signedOn', s.signed_on, 'form', s.form, 'agentName', s.agent_name`,
    `mediation.agreement_signature s WHERE s.agreement_id = ${CURRENT}`,
    's.id',
  )} AS signatures,
  ${list(
    `'id', o.id, 'obligorId', o.obligor_id, 'content', o.content, 'dueOn', o.due_on, 'amountFen', o.amount_fen,
     'instalment', o.instalment, 'state', o.state, 'paidFen', o.paid_fen, 'performedOn', o.performed_on, 'late', o.late`,
    OWED,
    'o.due_on, o.id',
  )} AS obligations,
  ${list(
    `'id', c.id, 'court', c.court, 'appliedOn', c.applied_on, 'acceptedOn', c.accepted_on, 'courtNumber', c.court_number,
     'outcome', c.outcome, 'decidedOn', c.decided_on, 'paperNumber', c.paper_number, 'reason', c.reason`,
    `mediation.confirmation c WHERE c.agreement_id = ${CURRENT}`,
    'c.id',
  )} AS confirmations,
  ${list(
    `'id', p.id, 'obligationId', p.obligation_id, 'outcome', p.outcome, 'performedOn', p.performed_on, 'late', p.late,
     'amountFen', p.amount_fen, 'description', p.description, 'proofFileId', p.proof_file_id`,
    `mediation.performance p, ${OWED} AND o.id = p.obligation_id`,
    'p.id',
  )} AS performances,
  ${list(
    `'obligationId', r.obligation_id, 'fromDay', r.from_day, 'toDay', r.to_day, 'reason', r.reason, 'agreedOn', r.agreed_on`,
    `mediation.reschedule r, ${OWED} AND o.id = r.obligation_id`,
    'r.id',
  )} AS reschedules,
  ${list(
    `'id', m.id, 'kind', m.kind, 'obligationIds', m.obligation_ids, 'takenOn', m.taken_on, 'content', m.content, 'court', m.court`,
    'mediation.default_measure m WHERE m.case_id = $1',
    'm.id',
  )} AS measures,
  ${list(
    `'id', v.id, 'round', v.round, 'visitedOn', v.visited_on, 'method', v.method, 'outcome', v.outcome, 'finding', v.finding`,
    'mediation.visit v WHERE v.case_id = $1',
    'v.id',
  )} AS visits`;
