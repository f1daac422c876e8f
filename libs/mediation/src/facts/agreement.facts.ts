import type { DisputeFacts } from '@app/cases';
import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import type { AgreementFacts, ConfirmationFact, ObligationFact } from '../domain/agreement/facts.js';

type Row = Omit<AgreementFacts, 'reconsiderationState' | 'obligations'> & {
  obligations: readonly ObligationFact[];
  confirmation: ConfirmationFact | null;
};

/** Reads what guards look at of the agreement and what followed it, in one statement. */
export async function agreementFacts(tx: Tx, caseId: Id, dispute: DisputeFacts): Promise<AgreementFacts> {
  const [row] = await sql<Row>(tx, FACTS, [caseId]);
  const last = dispute.cases.filter((each) => each.procedure === 'reconsideration').at(-1);
  return { ...row!, reconsiderationState: last?.state ?? null };
}

const CURRENT = `(SELECT a.id FROM mediation.agreement a WHERE a.case_id = $1 AND a.superseded_on IS NULL)`;

const FACTS = `SELECT
  (SELECT json_build_object('id', a.id, 'agreedOn', a.agreed_on, 'oral', a.oral, 'effectiveOn', a.effective_on,
     'handedOverOn', a.handed_over_on, 'instrument', a.instrument)
   FROM mediation.agreement a WHERE a.id = ${CURRENT}) AS agreement,
  (SELECT coalesce(json_agg(json_build_object('signerId', s.signer_id, 'signedOn', s.signed_on) ORDER BY s.id), '[]')
   FROM mediation.agreement_signature s WHERE s.agreement_id = ${CURRENT}) AS signatures,
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'obligorId', o.obligor_id, 'dueOn', o.due_on,
     'amountFen', o.amount_fen, 'paidFen', o.paid_fen, 'done', o.state = 'DONE') ORDER BY o.due_on, o.id), '[]')
   FROM mediation.obligation o WHERE o.case_id = $1 AND o.state <> 'SUPERSEDED') AS obligations,
  (SELECT json_build_object('id', c.id, 'appliedOn', c.applied_on, 'acceptedOn', c.accepted_on, 'outcome', c.outcome)
   FROM mediation.confirmation c WHERE c.agreement_id = ${CURRENT} ORDER BY c.id DESC LIMIT 1) AS confirmation,
  ARRAY(SELECT v.round FROM mediation.visit v WHERE v.case_id = $1 AND v.outcome = 'PERFORMED' AND NOT EXISTS (
    SELECT 1 FROM mediation.visit l WHERE l.case_id = $1 AND l.outcome = 'NOT_PERFORMED' AND l.id > v.id)) AS visited`;
