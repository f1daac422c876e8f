import type { CalendarDate, Id } from '@app/kernel';
import type { ReconsiderationFacts } from '../../facts.js';
import { ITEM_KINDS, type ItemKind } from '../facts.js';

/** An item of performance that the decision, or the statement of mediation, makes. */
export interface DueItem {
  readonly kind: ItemKind;
  readonly obligorId: Id;
  readonly dueOn: CalendarDate | null;
  readonly content: string;
}

/** What follows from the paper that ended the case: its decision, or its statement of mediation (复议法 2023 第77条). */
export function itemsOf(facts: ReconsiderationFacts): DueItem[] {
  if (facts.ending === null) return decided(facts);
  if (facts.ending.kind !== 'MEDIATED') return [];
  return facts.after.agreed.map(({ partyId, what, dueOn }) => ({
    kind: 'OTHER',
    obligorId: partyId,
    dueOn,
    content: what,
  }));
}

/**
 * What the respondent has to do under the decision: make the act anew, perform, pay, give back (复议法 2023 第64条、
 * 第66条、第72条). The days are those of the clocks that service started.
 */
function decided(facts: ReconsiderationFacts): DueItem[] {
  const respondent = facts.parties.find((party) => party.side === 'RESPONDENT');
  // A draft of a case that ended otherwise orders nothing.
  if (facts.draft === null || facts.decidedOn === null || respondent === undefined) return [];
  const dueOf = (rule: string): CalendarDate | null =>
    facts.clocks.findLast((each) => each.rule === rule)?.dueOn ?? null;
  const performOn = dueOf('RC_PERFORM');
  const { compensation, returned } = facts.after.ordered;
  const wanted: readonly [boolean, ItemKind, CalendarDate | null][] = [
    [facts.draft.remakeOrdered, 'REMAKE', dueOf('RC_REMAKE')],
    [facts.draft.performDays !== null, 'PERFORM', performOn],
    [compensation, 'COMPENSATE', performOn],
    [returned, 'RETURN', performOn],
  ];
  return wanted
    .filter(([due]) => due)
    .map(([, kind, dueOn]) => ({ kind, obligorId: respondent.partyId, dueOn, content: ITEM_KINDS[kind] }));
}

/** Whether a 决定书 ended the case: one on the merits, or one that dismissed the application. */
export const endedByDecision = ({ ending }: ReconsiderationFacts): boolean =>
  ending === null || ending.kind === 'DISMISSED';

/** The day on which the last of the parties was served. */
export function lastServedOn(facts: ReconsiderationFacts, otherwise: CalendarDate): CalendarDate {
  const days = facts.parties.flatMap((party) => party.servedOn ?? []).sort();
  return days.at(-1) ?? otherwise;
}
