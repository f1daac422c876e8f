import { mustBeFileOfCase } from '@app/documents';
import { newId, type CalendarDate, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { ItemKind, ItemState } from '../domain/after/facts.js';
import type {
  AddItemInput,
  ConfirmPerformanceInput,
  ReportPerformanceInput,
} from '../domain/after/performance/inputs.js';
import { itemsOf } from '../domain/after/performance/items.js';
import { setAftermath } from './aftermath.js';
import type { Context, EffectTable } from './rows.js';

function followUp(tx: Tx, context: Context): void {
  setAftermath(tx, context, { followed_up: true });
  for (const item of itemsOf(context.facts)) insertItem(tx, context.facts.caseId, item);
}

/** What is listed by hand is followed up, too. */
function addItem(tx: Tx, context: Context<AddItemInput>): void {
  if (!context.facts.after.followedUp) followUp(tx, context);
  const { obligorId, content, dueOn } = context.input;
  insertItem(tx, context.facts.caseId, { kind: 'OTHER', obligorId, content, dueOn });
}

interface NewItem {
  kind: ItemKind;
  obligorId: Id;
  dueOn: CalendarDate | null;
  content: string;
}

function insertItem(tx: Tx, caseId: Id, { kind, obligorId, dueOn, content }: NewItem): void {
  send(
    tx,
    `INSERT INTO reconsideration.performance_item (id, case_id, kind, obligor_id, content, due_on, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'OPEN')`,
    [newId(), caseId, kind, obligorId, content, dueOn],
  );
}

async function report(tx: Tx, { facts, input, actor, today }: Context<ReportPerformanceInput>): Promise<void> {
  const { itemId, outcome, performedOn, description, proofFileId } = input;
  await mustBeFileOfCase(tx, facts.caseId, proofFileId, '#/input/proofFileId');
  send(
    tx,
    `INSERT INTO reconsideration.performance_report
       (id, item_id, outcome, performed_on, description, proof_file_id, reported_by, reported_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), itemId, outcome, performedOn, description, proofFileId ?? null, actor.personId, today],
  );
  setItem(tx, facts.caseId, itemId, outcome === 'FULL' ? 'REPORTED' : 'PARTIAL', null);
}

const CONFIRMED: Record<ConfirmPerformanceInput['outcome'], ItemState> = {
  DONE: 'DONE',
  NOT_NEEDED: 'NOT_NEEDED',
  NOT_DONE: 'OPEN',
};

function confirm(tx: Tx, { facts, input }: Context<ConfirmPerformanceInput>): void {
  setItem(tx, facts.caseId, input.itemId, CONFIRMED[input.outcome], input.finding);
}

function setItem(tx: Tx, caseId: Id, itemId: Id, state: ItemState, finding: string | null): void {
  send(tx, `UPDATE reconsideration.performance_item SET state = $3, finding = $4 WHERE id = $2 AND case_id = $1`, [
    caseId,
    itemId,
    state,
    finding,
  ]);
}

export const PERFORMANCE_EFFECTS: EffectTable = {
  'follow-up': followUp,
  'add-performance-item': addItem,
  'report-performance': report,
  'confirm-performance': confirm,
};
