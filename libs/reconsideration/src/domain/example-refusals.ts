import { judge } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { MeasureFact } from './after/facts.js';
import { after, clock, exampleFacts, item, letter, TODAY, WHO } from './example-facts.js';
import { SOUND_INPUTS } from './example-inputs.js';
import type { ReconsiderationFacts } from './facts.js';
import { RECONSIDERATION } from './lifecycle.js';
import type { ReconsiderationState } from './states.js';

/** How a case differs from the plain one in which a step is permitted. */
export interface Change {
  facts?: Partial<ReconsiderationFacts>;
  /** Added to the step's sound input; a property set to undefined is left out. */
  input?: object;
  today?: CalendarDate;
  actorId?: Id;
  state?: ReconsiderationState;
}

/** Nobody has decided on publication. */
export const UNDECIDED = { review: 'NONE', decision: null, decidedOn: null, publishedOn: null } as const;

/** An order to make the act anew by a day. */
export const order = (dueOn: CalendarDate): MeasureFact => ({ kind: 'ORDER', targetId: WHO.item, dueOn });

/** The act was upheld. */
export const upheld = (kind: 'MAINTAIN' | 'CHANGE' = 'MAINTAIN'): Partial<ReconsiderationFacts> => ({
  draft: { ...exampleFacts('DECIDED').draft!, kind, ground: 'LAWFUL', remakeOrdered: false },
});

/** What the plain case of a step's first state lacks for that step. */
const NEEDED: Record<string, Partial<ReconsiderationFacts>> = {
  'serve-correction-notice': { correction: { kind: 'MATERIALS', servedOn: null }, clocks: [] },
  'accept-late-correction': { clocks: [clock('RC_CORRECT', '2026-08-11')] },
  'lapse-correction': { clocks: [clock('RC_CORRECT', '2026-08-11')] },
  'accept-deemed': { clocks: [clock('RC_REVIEW', '2026-08-11')] },
  'send-copy': { copySentOn: null, copyReceivedOn: null },
  'record-copy-receipt': { copyReceivedOn: null },
  'receive-reply': { reply: null, clocks: [clock('RC_REPLY', '2026-08-14')] },
  'default-reply': { reply: null, clocks: [clock('RC_REPLY', '2026-08-11')] },
  'pass-department-review': { deptReviewed: false },
  'report-performance': after({ items: [item('OPEN')] }),
  'confirm-performance': after({ items: [item('REPORTED')] }),
  'order-performance': after({ items: [item('OPEN', { dueOn: '2026-08-11' })] }),
  'interview-respondent': after({ measures: [order('2026-08-20')] }),
  'criticise-respondent': after({ measures: [order('2026-08-20')] }),
  'refer-discipline': after({ items: [item('OPEN', { dueOn: '2026-07-01' })], measures: [order('2026-08-11')] }),
  'enforce-against-party': { ...upheld(), ...after({ suits: [{ partyId: WHO.applicant, dueOn: '2026-08-11' }] }) },
  'record-letter-receipt': after({ letters: [letter({ receivedOn: null, reportedOn: null })] }),
  'record-letter-report': after({ letters: [letter({ reportedOn: null })] }),
  'close-privacy-review': after({ publication: { ...UNDECIDED, review: 'OPEN' } }),
  'decide-publication': after({ publication: { ...UNDECIDED, review: 'CLOSED' } }),
  'publish-decision': after({}),
  close: after({}),
};
const step = (name: string) => RECONSIDERATION.transitions.find((each) => each.name === name)!;

/** Codes of the refusals of a step, without the lib's prefix. */
export function refusals(
  name: string,
  { facts, input, today = TODAY, actorId = WHO.stranger, state }: Change = {},
): string[] {
  const from = state ?? step(name).from[0] ?? '';
  const given = Object.entries({ ...SOUND_INPUTS[name], ...input }).filter(([, value]) => value !== undefined);
  const [answer] = judge(
    RECONSIDERATION,
    from,
    new Set(step(name).roles),
    exampleFacts(from, { ...NEEDED[name], ...facts }),
    { today, actorId, input: Object.fromEntries(given) },
    name,
  );
  return answer!.refusals.map((refusal) => refusal.code.replace('reconsideration.', ''));
}

/** A row of a spec: why, which step, what differs, the codes expected. */
export type Row = [why: string, step: string, change: Change, refused: string[]];

/** The guards of `steps` that no row shows refusing. */
export function neverShown(
  steps: readonly { name: string; guards: readonly { code: string }[] }[],
  rows: readonly Row[],
) {
  const shown = new Set(rows.flatMap(([, name, , codes]) => codes.map((code) => `${name} ${code}`)));
  const all = steps.flatMap((each) =>
    each.guards.map((guard) => `${each.name} ${guard.code.replace('reconsideration.', '')}`),
  );
  return all.filter((each) => !shown.has(each));
}
