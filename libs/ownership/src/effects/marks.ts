import { newId } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { CAUSES } from '../domain/supervision/causes.js';
import { causeKey } from '../domain/supervision/guards.js';
import type { IssueCircularInput, LiftMarkInput, MarkInput } from '../domain/supervision/inputs.js';
import type { Context, EffectTable } from './rows.js';

type Light = 'YELLOW' | 'RED';

/** Puts lights out, of these kinds and (if given) of causes that begin so; the case shows the worst that is left. */
export function liftMarks(
  tx: Tx,
  { facts, today }: Pick<Context, 'facts' | 'today'>,
  why: string,
  kinds: readonly Light[],
  cause = '',
): void {
  send(
    tx,
    `UPDATE ownership.mark SET lifted_on = $2, lifted_by = $3
     WHERE case_id = $1 AND lifted_on IS NULL AND mark = ANY($4::text[]) AND starts_with(cause, $5)`,
    [facts.caseId, today, why, kinds, cause],
  );
  showWorst(tx, facts.caseId);
}

function showWorst(tx: Tx, caseId: string): void {
  send(
    tx,
    `UPDATE ownership.ownership o SET mark = coalesce((SELECT min(m.mark) FROM ownership.mark m
       WHERE m.case_id = o.case_id AND m.lifted_on IS NULL AND m.mark IN ('RED','YELLOW')), 'NONE') WHERE o.case_id = $1`,
    [caseId],
  );
}

function mark(tx: Tx, { facts, input, today }: Context<MarkInput>): void {
  send(tx, 'INSERT INTO ownership.mark (id, case_id, mark, cause, marked_on) VALUES ($1, $2, $3, $4, $5)', [
    newId(),
    facts.caseId,
    CAUSES[input.cause].mark,
    causeKey(input),
    today,
  ]);
  showWorst(tx, facts.caseId);
}

function lift(tx: Tx, context: Context<LiftMarkInput>): void {
  liftMarks(tx, context, context.input.reason, ['YELLOW', 'RED']);
}

function issueCircular(tx: Tx, { facts, input, today }: Context<IssueCircularInput>): void {
  send(
    tx,
    `UPDATE ownership.mark SET lifted_on = $2, lifted_by = $3
     WHERE case_id = $1 AND mark = 'CIRCULAR' AND lifted_on IS NULL`,
    [facts.caseId, today, input.text],
  );
}

export const MARK_EFFECTS: EffectTable = {
  'mark-yellow': mark,
  'mark-red': mark,
  'mark-circular': mark,
  'lift-mark': lift,
  'issue-circular': issueCircular,
};
