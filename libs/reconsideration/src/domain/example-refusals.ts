import { judge } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import { clock, exampleFacts, TODAY, WHO } from './example-facts.js';
import { SOUND_INPUTS } from './example-inputs.js';
import { TOPIC_NEEDS } from './example-trial.js';
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

/** What the plain case of a step's first state lacks for that step. */
const NEEDED: Record<string, Partial<ReconsiderationFacts>> = {
  ...TOPIC_NEEDS,
  'serve-correction-notice': { correction: { kind: 'MATERIALS', servedOn: null }, clocks: [] },
  'accept-late-correction': { clocks: [clock('RC_CORRECT', '2026-08-11')] },
  'lapse-correction': { clocks: [clock('RC_CORRECT', '2026-08-11')] },
  'accept-deemed': { clocks: [clock('RC_REVIEW', '2026-08-11')] },
  'send-copy': { copySentOn: null, copyReceivedOn: null },
  'record-copy-receipt': { copyReceivedOn: null },
  'receive-reply': { reply: null, clocks: [clock('RC_REPLY', '2026-08-14')] },
  'default-reply': { reply: null, clocks: [clock('RC_REPLY', '2026-08-11')] },
  'pass-department-review': { deptReviewed: false },
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
