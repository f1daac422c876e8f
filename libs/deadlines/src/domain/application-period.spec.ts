import { shippedCalendar } from '../calendar-data.js';
import {
  absoluteApplicationLimit,
  announcementServedOn,
  impededApplication,
  inactionApplication,
  ordinaryApplication,
  uninformedApplication,
} from './index.js';

const calendar = shippedCalendar();

describe('application periods (AP-1 to AP-7)', () => {
  it('a longer special period prevails, a shorter one does not', () => {
    const due = (specialDays: number): string =>
      ordinaryApplication(calendar, { knownOn: '2026-03-03', specialDays }).due;
    expect([due(90), due(15)]).toEqual(['2026-06-01', '2026-05-06']);
  });

  it('time of a dismissed suit is left out', () => {
    const excluded = [['2026-03-10', '2026-03-20']] as const;
    const result = ordinaryApplication(calendar, { knownOn: '2026-03-03', excluded });
    expect(result).toMatchObject({ due: '2026-05-12', excludedDays: 10 });
    expect(result.steps.some((step) => step.article.includes('第26条'))).toBe(true);
  });

  it('not informed, but learning of it soon: the sixty days decide', () => {
    const facts = { contentKnownOn: '2026-03-02', rightsKnownOn: '2026-03-10' };
    expect(uninformedApplication(calendar, facts)).toMatchObject({ due: '2026-05-09', capped: false });
  });

  it('an impediment before knowing takes nothing, one on the last day leaves one day', () => {
    const due = (impededFrom: string, ableOn: string): string =>
      impededApplication(calendar, { knownOn: '2026-04-01', impededFrom, ableOn }).due;
    expect(due('2026-03-01', '2026-04-01')).toBe('2026-06-01');
    expect(due('2026-03-01', '2026-04-10')).toBe('2026-06-09');
    // Raw end 05-31 (Sunday), due 06-01: 59 days used by 05-30.
    expect(due('2026-05-31', '2026-06-09')).toBe('2026-06-10');
    expect(due('2026-06-01', '2026-06-09')).toBe('2026-06-09');
    expect(due('2026-04-21', '2026-04-21')).toBe('2026-06-01');
  });

  it('refuses an impediment after the end, and one that ends before it begins', () => {
    const act = (impededFrom: string, ableOn: string) => () =>
      impededApplication(calendar, { knownOn: '2026-04-01', impededFrom, ableOn });
    expect(act('2026-06-02', '2026-06-09')).toThrow('deadlines.impediment-after-expiry');
    expect(act('2026-04-21', '2026-04-20')).toThrow('deadlines.bad-interval');
  });

  it('ends for good 5 years after the act, 20 for real estate', () => {
    const due = (realEstate: boolean): string =>
      absoluteApplicationLimit(calendar, { actOn: '2020-02-29', realEstate }).rawDue;
    expect([due(false), due(true)]).toEqual(['2025-02-28', '2040-02-29']);
  });

  it('failure to act: from the end of the legal period, or at once if urgent', () => {
    const due = (facts: object): string => inactionApplication(calendar, { receivedOn: '2026-01-10', ...facts }).due;
    expect(due({ performanceDueOn: '2026-02-10' })).toBe('2026-04-13');
    expect(due({ urgent: true })).toBe('2026-03-11');
  });

  it('an announcement counts as served on its 30th day, working or not', () => {
    expect(announcementServedOn('2026-09-03')).toBe('2026-10-03');
  });
});
