import { refreshDue } from '@app/cases';
import { mustBeFileOfCase, nextNumber } from '@app/documents';
import { newId, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type {
  AcceptSupervisionInput,
  AcknowledgeSupervisionInput,
  IssueSupervisionInput,
  ReplySupervisionInput,
  ReturnSupervisionInput,
} from '../domain/supervision/inputs.js';
import { OPEN_ORDERS } from '../domain/supervision/order-states.js';
import { liftMarks } from './marks.js';
import type { Context, EffectServices, EffectTable } from './rows.js';

/** The order, its number, and its own clock. */
async function issue(tx: Tx, context: Context<IssueSupervisionInput>, { clocks }: EffectServices): Promise<void> {
  const { facts, input, actor, role, today } = context;
  const id = newId();
  const number = await nextNumber(tx, 'co-supervision', Number(today.slice(0, 4)));
  send(
    tx,
    `INSERT INTO ownership.supervision (id, case_id, number, reason, basis, demand, state, by_leader, issued_on, issued_by)
     VALUES ($1, $2, $3, $4, $5, $6, 'ISSUED', $7, $8, $9)`,
    [id, facts.caseId, number, input.reason, input.basis, input.demand, role === 'case_leader', today, actor.personId],
  );
  await clocks.start(tx, actor, [
    {
      subjectId: facts.caseId,
      scopeId: facts.disputeId,
      concernsId: id,
      rule: 'CO_SUPERVISION',
      from: today,
      amount: input.workingDays,
    },
  ]);
  refreshDue(tx, facts.disputeId);
}

function acknowledge(tx: Tx, { input, actor, today }: Context<AcknowledgeSupervisionInput>): void {
  send(
    tx,
    `UPDATE ownership.supervision SET state = 'ACKNOWLEDGED', acknowledged_on = $2, acknowledged_by = $3 WHERE id = $1`,
    [input.orderId, today, actor.personId],
  );
}

async function reply(tx: Tx, { facts, input, actor, today }: Context<ReplySupervisionInput>): Promise<void> {
  await filesOfCase(tx, facts.caseId, input.fileIds ?? []);
  send(
    tx,
    `INSERT INTO ownership.supervision_reply (id, order_id, content, file_ids, replied_on, replied_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [newId(), input.orderId, input.content, input.fileIds ?? [], today, actor.personId],
  );
  send(tx, `UPDATE ownership.supervision SET state = 'REPLIED' WHERE id = $1`, [input.orderId]);
}

function decide(tx: Tx, context: Context<AcceptSupervisionInput>, outcome: 'ACCEPTED' | 'RETURNED'): void {
  const { input, actor, today } = context;
  send(
    tx,
    `UPDATE ownership.supervision_reply SET outcome = $2, opinion = $3, decided_on = $4, decided_by = $5
     WHERE order_id = $1 AND outcome IS NULL`,
    [input.orderId, outcome, input.opinion, today, actor.personId],
  );
  send(tx, 'UPDATE ownership.supervision SET state = $2 WHERE id = $1', [input.orderId, outcome]);
}

/** With the last order done, what it was about is done: the lights go out. */
function accept(tx: Tx, context: Context<AcceptSupervisionInput>): void {
  decide(tx, context, 'ACCEPTED');
  const { facts, input } = context;
  const others = facts.orders.filter((order) => order.id !== input.orderId && OPEN_ORDERS.includes(order.state));
  if (others.length === 0) liftMarks(tx, context, '督办事项办结', ['YELLOW', 'RED']);
}

/** @throws DomainError documents.file-not-of-case */
export async function filesOfCase(tx: Tx, caseId: Id, fileIds: readonly Id[]): Promise<void> {
  for (const [at, fileId] of fileIds.entries()) await mustBeFileOfCase(tx, caseId, fileId, `#/input/fileIds/${at}`);
}

export const SUPERVISION_EFFECTS: EffectTable = {
  'issue-supervision': issue,
  'acknowledge-supervision': acknowledge,
  'reply-supervision': reply,
  'accept-supervision': accept,
  'return-supervision': (tx, context: Context<ReturnSupervisionInput>) => decide(tx, context, 'RETURNED'),
};
