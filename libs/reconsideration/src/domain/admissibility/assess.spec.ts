import { shippedCalendar } from '@app/deadlines';
import { ACCEPTANCE_CONDITIONS, CONDITION_CODES, type AcceptanceCondition, type PriorGround } from '../acceptance.js';
import { assess } from './assess.js';
import { exampleAdmissibility, organ, type Change } from './example-admissibility.js';
import type { Answer } from './answer.js';
import type { StatedFacts } from './stated.js';

const calendar = shippedCalendar();
const judged = (change: Change = {}) => assess(exampleAdmissibility(change), calendar);
const answers = (change: Change = {}): Record<string, Answer> =>
  Object.fromEntries(judged(change).conditions.map((each) => [each.condition, each.answer]));
const ALL_MET = Object.fromEntries(CONDITION_CODES.map((code) => [code, 'MET']));

/** For every condition, facts under which it is met, not met, and open; all others stay met. */
const CHANGES: Record<AcceptanceCondition, Record<Answer, Change>> = {
  IDENTIFIED: {
    MET: {},
    NOT_MET: { stated: { identityProved: false } },
    UNKNOWN: { stated: { identityProved: undefined } },
  },
  INTEREST: { MET: {}, NOT_MET: { stated: { interest: 'NONE' } }, UNKNOWN: { stated: { interest: undefined } } },
  CLAIM: { MET: {}, NOT_MET: { stated: { reasonsGiven: false } }, UNKNOWN: { stated: { claimSpecific: undefined } } },
  IN_TIME: {
    MET: {},
    NOT_MET: { act: { on: '2026-03-01', knownOn: '2026-03-02' } },
    UNKNOWN: { act: { knownOn: null } },
  },
  IN_SCOPE: { MET: {}, NOT_MET: { stated: { exclusion: 'GUIDANCE' } }, UNKNOWN: { stated: { exclusion: undefined } } },
  JURISDICTION: {
    MET: {},
    NOT_MET: { stated: { byProvinceOrMinistry: true } },
    UNKNOWN: { stated: { uplift: 'REQUESTED' } },
  },
  NOT_REPEATED: {
    MET: {},
    NOT_MET: { stated: { courtAccepted: true } },
    UNKNOWN: { stated: { courtAccepted: undefined } },
  },
};

const TABLE = CONDITION_CODES.flatMap((condition) =>
  (Object.keys(CHANGES[condition]) as Answer[]).map((answer): [AcceptanceCondition, Answer] => [condition, answer]),
);

it.each(TABLE)('%s: %s, whatever the other six', (condition, answer) => {
  const change = CHANGES[condition][answer];
  expect(answers(change)).toEqual({ ...ALL_MET, [condition]: answer });
  const found = judged(change).conditions.find((each) => each.condition === condition)!;
  expect(found.article).toBe(ACCEPTANCE_CONDITIONS[condition].article);
  expect(found.findings.length).toBeGreaterThan(0);
  const outcome = { MET: 'ACCEPT', NOT_MET: 'REFUSE', UNKNOWN: 'CORRECT' }[answer];
  expect(judged(change).outcome).toBe(outcome);
});

it('refuses rather than asks when one condition fails and another is open', () => {
  expect(judged({ stated: { exclusion: 'GUIDANCE', interest: undefined } }).outcome).toBe('REFUSE');
});

it('proposes to tell that a repeated application is not handled, before anything else', () => {
  const repeat = { earlierNumber: '乙政复〔2026〕1号', newFacts: false };
  expect(judged({ acceptedBefore: true, stated: { repeat } }).outcome).toBe('NOT_HANDLED');
});

it('names the competent authority', () => {
  expect(judged().competent).toEqual(['甲市乙区人民政府']);
  const tax = organ('tax', '国家税务总局甲市乙区税务局', 'DEPARTMENT', null);
  expect(judged({ respondent: tax, parent: null }).competent).toEqual(['国家税务总局甲市乙区税务局的上一级主管部门']);
});

it('shows with every finding the facts it used, and no others', () => {
  const interest = judged().conditions.find((each) => each.condition === 'INTEREST')!;
  expect(interest.findings).toEqual([
    expect.objectContaining({ rule: 'INTEREST', facts: { 'stated.interest': 'ADDRESSEE' } }),
  ]);
});

it.each([
  ['2026-06-30', '2007'],
  ['2026-07-01', '2026'],
])('applies to an application of %s the regulation of %s', (day, regulation) => {
  expect(judged({ filing: { receivedOn: day, filedOn: day } }).law).toEqual({ law: '2023', regulation });
});

// prettier-ignore
it.each<[string, Partial<StatedFacts>, PriorGround | null]>([
  ['a penalty on the spot', { penaltyOnTheSpot: true }, 'ON_THE_SPOT_PENALTY'],
  ['a penalty', {}, null],
  ['title lawfully obtained', { actGround: 'NATURAL_RESOURCE_TITLE', titleObtained: true }, 'NATURAL_RESOURCE_TITLE'],
  ['title not obtained yet', { actGround: 'NATURAL_RESOURCE_TITLE', titleObtained: false }, null],
  ['a duty not performed', { actGround: 'DUTY_PROTECTION', omission: { kind: 'NO_REPLY', requestedOn: '2026-03-01', urgent: false } }, 'FAILURE_TO_ACT'],
  ['a duty expressly refused', { actGround: 'DUTY_PROTECTION', omission: { kind: 'EXPRESS_REFUSAL', requestedOn: '2026-03-01', urgent: false } }, null],
  ['a duty performed in part', { actGround: 'SOCIAL_SECURITY', omission: { kind: 'INCOMPLETE', requestedOn: '2026-03-01', urgent: false } }, null],
  ['another omission', { actGround: 'EXPROPRIATION', omission: { kind: 'NO_REPLY', requestedOn: '2026-03-01', urgent: false } }, null],
  ['information refused as secret', { actGround: 'GOV_INFO', informationRefusal: 'SECRET' }, 'INFORMATION_REFUSED'],
  ['information refused as internal', { actGround: 'GOV_INFO', informationRefusal: 'INTERNAL' }, 'INFORMATION_REFUSED'],
  ['information refused for another reason', { actGround: 'GOV_INFO', informationRefusal: 'OTHER' }, null],
  ['another law', { actGround: 'OTHER', priorGround: 'OTHER_LAW' }, 'OTHER_LAW'],
])('reconsideration first: %s', (_why, stated, ground) => {
  expect(judged({ stated }).priorGround).toBe(ground);
});
