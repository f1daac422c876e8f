import { ACCEPTANCE_CONDITIONS, CONDITION_CODES, unmetConditions } from './acceptance.js';
import { DECISION_KINDS, decisionKind, groundBelongs, kindsAllowed, type DecisionKind } from './decision-kinds.js';
import { lawVersion, leastOfficers, representativesRule, staffAgentRequired } from './law-version.js';
import { RECONSIDERATION_CLOCKS } from './time-limits.js';

describe('versions of the law', () => {
  it.each([
    ['2023-12-31', '2017', '2007'],
    ['2024-01-01', '2023', '2007'],
    ['2026-06-30', '2023', '2007'],
    ['2026-07-01', '2023', '2026'],
  ])('on %s', (day, law, regulation) => {
    expect(lawVersion({ filedOn: day, stepOn: day }, 'TIME_LIMITS')).toEqual({ law, regulation });
  });

  it('takes the day of filing for conditions of filing, else the day of the step', () => {
    const dates = { filedOn: '2026-06-30', stepOn: '2026-07-01' };
    expect(lawVersion(dates, 'REPRESENTATIVES').regulation).toBe('2007');
    expect(lawVersion(dates, 'APPLICATION_CONTENT').regulation).toBe('2007');
    expect(lawVersion(dates, 'OFFICERS').regulation).toBe('2026');
    expect(lawVersion(dates, 'RESPONDENT_AGENTS').regulation).toBe('2026');
  });

  it('counts representatives, officers and agents by it', () => {
    expect(representativesRule('2026-06-30')).toEqual({ above: 5, least: 1, most: 5 });
    expect(representativesRule('2026-07-01')).toEqual({ above: 10, least: 2, most: 5 });
    expect([leastOfficers('SIMPLIFIED', '2026-06-30'), leastOfficers('SIMPLIFIED', '2026-07-01')]).toEqual([2, 1]);
    expect([leastOfficers('ORDINARY', '2026-06-30'), leastOfficers('ORDINARY', '2026-07-01')]).toEqual([2, 2]);
    expect([staffAgentRequired('2026-06-30'), staffAgentRequired('2026-07-01')]).toEqual([false, true]);
  });
});

describe('acceptance', () => {
  it('has seven conditions, one an item of the article', () => {
    expect(CONDITION_CODES.map((code) => ACCEPTANCE_CONDITIONS[code].article)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((item) => `复议法 2023 第30条第1款第${item}项`),
    );
  });

  it('names what is not met', () => {
    expect(unmetConditions(CONDITION_CODES)).toEqual([]);
    expect(unmetConditions(CONDITION_CODES.filter((code) => code !== 'INTEREST'))).toEqual(['INTEREST']);
  });
});

describe('kinds of decision', () => {
  const AGAINST_THE_ACT: DecisionKind[] = [
    'REVOKE',
    'CONFIRM_ILLEGAL',
    'ORDER_PERFORM',
    'CONFIRM_INVALID',
    'AGREEMENT',
  ];
  const ALL = Object.keys(DECISION_KINDS);

  it.each([
    [false, false, ALL],
    [false, true, ALL],
    [true, false, AGAINST_THE_ACT],
    [true, true, ALL],
  ])('default %s, evidence of a third party %s', (evidenceDefault, thirdPartyEvidence, kinds) => {
    expect(kindsAllowed(evidenceDefault, thirdPartyEvidence)).toEqual(kinds);
  });

  it('keeps each ground to its kind', () => {
    expect(groundBelongs('REVOKE', 'PROCEDURE_ILLEGAL')).toBe(true);
    expect(groundBelongs('MAINTAIN', 'PROCEDURE_ILLEGAL')).toBe(false);
  });

  it('gives compensation only with what finds the act wrong', () => {
    expect(ALL.filter((kind) => decisionKind(kind as DecisionKind).withCompensation)).toEqual([
      'CHANGE',
      'REVOKE',
      'CONFIRM_ILLEGAL',
      'CONFIRM_INVALID',
    ]);
  });
});

describe('time limits', () => {
  it.each([
    ['RC_REVIEW', undefined, 5, 'working-day'],
    ['RC_CORRECT', undefined, 10, 'working-day'],
    ['RC_COPY', undefined, 7, 'working-day'],
    ['RC_COPY', 'SIMPLIFIED', 3, 'working-day'],
    ['RC_REPLY', undefined, 10, 'working-day'],
    ['RC_REPLY', 'SIMPLIFIED', 5, 'working-day'],
    ['RC_DECIDE', undefined, 60, 'calendar-day'],
    ['RC_DECIDE', 'SIMPLIFIED', 30, 'calendar-day'],
    ['RC_SUSP_TERM', undefined, 60, 'calendar-day'],
    ['RC_COMMITTEE', undefined, 15, 'working-day'],
    ['RC_RECUSAL', undefined, 3, 'working-day'],
    ['RC_RESUME', undefined, 3, 'working-day'],
    ['RC_HEARING_NOTICE', undefined, 5, 'working-day'],
    ['RC_ND_HANDLE', undefined, 30, 'calendar-day'],
    ['RC_ND_NOTIFY', undefined, 3, 'working-day'],
    ['RC_ND_MAKER_REPLY', undefined, 10, 'working-day'],
    ['RC_ND_FORWARD', undefined, 7, 'working-day'],
    ['RC_ND_ANSWER', undefined, 60, 'calendar-day'],
    ['RC_UPLIFT_FILES', undefined, 5, 'working-day'],
    ['RC_SUE', undefined, 15, 'calendar-day'],
    ['RC_REMAKE', undefined, 60, 'calendar-day'],
    ['RC_PERFORM', undefined, 60, 'calendar-day'],
    ['RC_FORWARD', undefined, 5, 'working-day'],
    ['RC_ORDERED', undefined, 30, 'calendar-day'],
    ['RC_OPINION_REPORT', undefined, 60, 'calendar-day'],
    ['RC_SUPERIOR', undefined, 10, 'working-day'],
    ['RC_ARCHIVE', undefined, 3, 'month'],
  ])('%s %s is %i %s', (code, variant, amount, unit) => {
    const found = RECONSIDERATION_CLOCKS.filter((rule) => rule.code === code && rule.variant === variant);
    expect(found.map((rule) => [rule.amount, rule.unit, rule.roll])).toEqual([[amount, unit, unit !== 'working-day']]);
  });

  it('has these and no others', () => {
    expect(RECONSIDERATION_CLOCKS).toHaveLength(27);
  });

  it('extends the ordinary decision once, by 30 days at most, and the simplified one never', () => {
    const limits = RECONSIDERATION_CLOCKS.filter((rule) => rule.code === 'RC_DECIDE');
    expect(limits.map((rule) => [rule.variant, rule.maxExtensions, rule.maxExtensionDays])).toEqual([
      [undefined, 1, 30],
      ['SIMPLIFIED', undefined, undefined],
    ]);
  });
});
