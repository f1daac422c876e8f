import { newId, type CalendarDate, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { Measure } from '../domain/after/facts.js';
import type { EnforceInput, MeasureInput, OrderPerformanceInput } from '../domain/after/enforcement/inputs.js';
import type { Context, Effect, EffectServices, EffectTable } from './rows.js';

interface NewMeasure {
  kind: Measure;
  on: CalendarDate;
  targetId: Id | null;
  dueOn: CalendarDate | null;
}

function insertMeasure(tx: Tx, { facts, input }: Context, { kind, on, targetId, dueOn }: NewMeasure): void {
  send(
    tx,
    `INSERT INTO reconsideration.enforcement_measure (id, case_id, kind, taken_on, target_id, due_on, record)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [newId(), facts.caseId, kind, on, targetId, dueOn, JSON.stringify(input)],
  );
}

const measure =
  (kind: Measure): Effect =>
  (tx: Tx, context: Context<MeasureInput>) =>
    insertMeasure(tx, context, { kind, on: context.input.on, targetId: null, dueOn: null });

function discipline(tx: Tx, context: Context): void {
  insertMeasure(tx, context, { kind: 'DISCIPLINE', on: context.today, targetId: null, dueOn: null });
}

function enforce(tx: Tx, context: Context<EnforceInput>): void {
  insertMeasure(tx, context, {
    kind: 'ENFORCEMENT',
    on: context.today,
    targetId: context.input.partyId,
    dueOn: null,
  });
}

/** The last day of an order is that of its clock. */
function order(tx: Tx, context: Context<OrderPerformanceInput>, { clocks }: EffectServices): void {
  const { targetId, days } = context.input;
  const dueOn = clocks.dueIfStarted('RC_ORDERED', context.today, undefined, days);
  insertMeasure(tx, context, { kind: 'ORDER', on: context.today, targetId, dueOn });
}

/** RC-31. */
export const ENFORCEMENT_EFFECTS: EffectTable = {
  'order-performance': order,
  'interview-respondent': measure('INTERVIEW'),
  'criticise-respondent': measure('CRITICISM'),
  'refer-discipline': discipline,
  'enforce-against-party': enforce,
};
