import { judge } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { MeasureFact } from './after/facts.js';
import { after, clock, exampleFacts, exampleService, item, letter, TODAY, WHO } from './example-facts.js';
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

const shortly = (code: string): string => code.replace(/^(reconsideration|service)\./, '');

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
  return answer!.refusals.map((refusal) => shortly(refusal.code));
}

/** A row of a spec: why, which step, what differs, the codes expected. */
export type Row = [why: string, step: string, change: Change, refused: string[]];

/** What every step that records a service of `paper` refuses, and what helps; `to` is an organ or a person. */
export function serviceRows(name: string, paper: string, to: 'person' | 'organ' = 'person'): Row[] {
  const on = '2026-08-11';
  const served = (input: object, change: Change = {}): Change => ({ ...change, input });
  const confirmed = (electronic: boolean, day: string) => ({
    facts: { service: exampleService({ confirmations: [{ on: day, electronic }] }) },
  });
  const later = { today: '2026-09-20' };
  const failed = { facts: { service: exampleService({ failed: { [paper]: 1 } }) } };
  const announced = { method: 'ANNOUNCE', on, note: '多次投递退回，登报公告' };
  const unfit = to === 'organ' ? ['method-not-for-recipient'] : [];
  return [
    ['served tomorrow', name, served({ on: '2026-08-13' }), ['not-served-yet']],
    ['electronic without consent', name, served({ method: 'ELECTRONIC' }), ['no-electronic-consent']],
    ['confirmed, not agreed', name, served({ method: 'ELECTRONIC' }, confirmed(false, on)), ['no-electronic-consent']],
    ['consent after', name, served({ method: 'ELECTRONIC' }, confirmed(true, '2026-08-12')), ['no-electronic-consent']],
    ['electronic', name, served({ method: 'ELECTRONIC' }, confirmed(true, '2026-08-10')), []],
    ['left without proof', name, served({ method: 'LIEN' }), ['lien-not-proved']],
    ['left, recorded', name, served({ method: 'LIEN', lienProof: 'RECORDING' }), []],
    ['announced without attempt', name, served(announced, later), [...unfit, 'announcement-too-early']],
    ['announced after a failure', name, served(announced, { ...later, ...failed }), unfit],
    ['whereabouts unknown', name, served({ ...announced, whereaboutsUnknown: 'POLICE' }, later), unfit],
    [
      'announced 10 days ago',
      name,
      served(announced, { today: '2026-08-21', ...failed }),
      ['not-served-yet', ...unfit],
    ],
    [
      'announced, not noted',
      name,
      served({ ...announced, note: undefined }, { ...later, ...failed }),
      [...unfit, 'particulars-missing'],
    ],
    ['entrusted to nobody', name, served({ method: 'ENTRUST' }), ['particulars-missing']],
    ['relayed', name, served({ method: 'RELAY', relayVia: 'PRISON' }), unfit],
    ['relayed to nobody', name, served({ method: 'RELAY' }), [...unfit, 'particulars-missing']],
    [
      'relayed to an organisation',
      name,
      served({ method: 'RELAY', relayVia: 'PRISON' }, organisation()),
      ['method-not-for-recipient'],
    ],
    [
      'signed by the wrong one',
      name,
      served({ receivedBy: to === 'organ' ? 'FAMILY' : 'MAIL_ROOM' }),
      ['receiver-not-entitled'],
    ],
    ['came back', name, served({ method: 'POST', returned: true }), ['address-not-confirmed']],
    [
      'came back from the confirmed address',
      name,
      served({ method: 'POST', returned: true }, confirmed(false, on)),
      [],
    ],
  ];
}

function organisation(): Change {
  return { facts: { service: exampleService({ kind: 'ORGANISATION' }) } };
}

/** The guards of `steps` that no row shows refusing. */
export function neverShown(
  steps: readonly { name: string; guards: readonly { code: string }[] }[],
  rows: readonly Row[],
) {
  const shown = new Set(rows.flatMap(([, name, , codes]) => codes.map((code) => `${name} ${code}`)));
  const all = steps.flatMap((each) => each.guards.map((guard) => `${each.name} ${shortly(guard.code)}`));
  return all.filter((each) => !shown.has(each));
}
