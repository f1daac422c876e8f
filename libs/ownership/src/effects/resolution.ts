import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type {
  CheckInput,
  ClaimResolutionInput,
  CloseUnresolvedInput,
  ReopenInput,
} from '../domain/resolution/inputs.js';
import { OPEN_ORDERS } from '../domain/supervision/order-states.js';
import { liftMarks } from './marks.js';
import type { Context, EffectServices, EffectTable } from './rows.js';
import { filesOfCase } from './supervision.js';

/** The claim, with what proves it; an extension that was still asked for is asked for no more. */
async function claim(tx: Tx, context: Context<ClaimResolutionInput>): Promise<void> {
  const { facts, input, actor, today } = context;
  await filesOfCase(tx, facts.caseId, input.fileIds);
  send(
    tx,
    `INSERT INTO ownership.claim (id, case_id, kind, summary, amount_fen, file_ids, claimed_on, claimed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), facts.caseId, input.kind, input.summary, input.amountFen ?? null, input.fileIds, today, actor.personId],
  );
  endRequest(tx, context, '已报告化解');
  liftMarks(tx, context, '已报告化解', ['YELLOW']);
}

function endRequest(tx: Tx, { facts, actor, today }: Context, why: string): void {
  send(
    tx,
    `UPDATE ownership.extension SET state = 'REFUSED', opinion = $2, decided_on = $3, decided_by = $4
     WHERE case_id = $1 AND state = 'ASKED'`,
    [facts.caseId, why, today, actor.personId],
  );
}

function check(outcome: 'VERIFIED' | 'FAILED') {
  return (tx: Tx, { facts, input, actor, today }: Context<CheckInput>): void =>
    send(
      tx,
      `UPDATE ownership.claim SET outcome = $2, checklist = $3, verified_on = $4, verified_by = $5
       WHERE case_id = $1 AND outcome IS NULL`,
      [facts.caseId, outcome, JSON.stringify(input), today, actor.personId],
    );
}

function sign(outcome: 'STRUCK_OFF' | 'REFUSED') {
  return (tx: Tx, context: Context<{ opinion: string }>): void => {
    const { facts, input, actor, today } = context;
    send(
      tx,
      `UPDATE ownership.claim SET outcome = $2, signed_on = $3, signed_by = $4, signed_opinion = $5
       WHERE case_id = $1 AND outcome = 'VERIFIED'`,
      [facts.caseId, outcome, today, actor.personId, input.opinion],
    );
    if (outcome === 'REFUSED') return;
    send(
      tx,
      `UPDATE ownership.ownership SET struck_off_on = $2, outcome = (SELECT kind FROM ownership.claim
         WHERE case_id = $1 ORDER BY id DESC LIMIT 1) WHERE case_id = $1`,
      [facts.caseId, today],
    );
    endAll(tx, context, '已销号');
  };
}

/** Nothing stays open under a closed case. */
function endAll(tx: Tx, context: Context, why: string): void {
  const { caseId } = context.facts;
  send(tx, `UPDATE ownership.supervision SET state = 'LAPSED' WHERE case_id = $1 AND state = ANY($2::text[])`, [
    caseId,
    OPEN_ORDERS,
  ]);
  send(tx, `UPDATE ownership.instruction SET state = 'LAPSED' WHERE case_id = $1 AND state IN ('OPEN','ANSWERED')`, [
    caseId,
  ]);
  endRequest(tx, context, why);
  liftMarks(tx, context, why, ['YELLOW', 'RED']);
}

async function reopen(tx: Tx, context: Context<ReopenInput>, { lists }: EffectServices): Promise<void> {
  const { facts, input, actor, today } = context;
  send(
    tx,
    `INSERT INTO ownership.reopening (id, case_id, reason, resolve_by, struck_off_on, reopened_on, reopened_by)
     SELECT $1, case_id, $3, $4, struck_off_on, $5, $6 FROM ownership.ownership WHERE case_id = $2`,
    [newId(), facts.caseId, input.reason, input.resolveBy, today, actor.personId],
  );
  send(
    tx,
    `UPDATE ownership.ownership SET resolve_by = $2, struck_off_on = NULL, outcome = NULL, extended_on = NULL
     WHERE case_id = $1`,
    [facts.caseId, input.resolveBy],
  );
  await lists.amend(tx, { actor, caseId: facts.caseId, today, kind: 'REOPENED', reason: input.reason });
}

function closeUnresolved(tx: Tx, context: Context<CloseUnresolvedInput>): void {
  const { facts, input } = context;
  send(tx, 'UPDATE ownership.ownership SET outcome = $2, closing = $3 WHERE case_id = $1', [
    facts.caseId,
    input.ground,
    JSON.stringify(input),
  ]);
  endAll(tx, context, '未能化解结案');
}

export const RESOLUTION_EFFECTS: EffectTable = {
  'claim-resolution': claim,
  verify: check('VERIFIED'),
  'fail-verification': check('FAILED'),
  'strike-off': sign('STRUCK_OFF'),
  'refuse-strike-off': sign('REFUSED'),
  reopen,
  'close-unresolved': closeUnresolved,
};
