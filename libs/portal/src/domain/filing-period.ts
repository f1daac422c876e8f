import {
  absoluteApplicationLimit,
  inactionApplication,
  ordinaryApplication,
  uninformedApplication,
  type PeriodResult,
  type WorkingCalendar,
} from '@app/deadlines';
import { inChinese, type CalendarDate } from '@app/kernel';
import type { DraftContent } from './content.inputs.js';

/** The period in which to apply, as far as it can be told from what is written. */
export interface FilingPeriod {
  /** Last day in time; null while the day it runs from is missing. */
  dueOn: CalendarDate | null;
  /** Last day whatever was known (复议法 2023 第21条); null while the day of the act is missing. */
  absoluteDueOn: CalendarDate | null;
  inTime: boolean | null;
  /** A day counted lies in a year whose notice is not published. */
  provisional: boolean;
  article: string;
  /** Plain Chinese: what it means, and what may be done if it is late. It never stops anybody from applying. */
  explanation: string;
}

/** Fields of the content of which the period depends. */
type Facts = Pick<
  DraftContent,
  'matterCode' | 'actOn' | 'actKnownOn' | 'rightsKnownOn' | 'requestedOn' | 'performanceDueOn' | 'concernsRealEstate'
>;

/**
 * When the period to apply ends for who applies on `today` (复议法 2023 第20条、第21条; 实施条例 2026 第24条).
 * @throws DomainError deadlines.out-of-range if a day lies beyond what is counted
 */
export function filingPeriod(facts: Facts, today: CalendarDate, calendar: WorkingCalendar): FilingPeriod {
  const { result, article } = relative(facts, calendar);
  const absolute = facts.actOn
    ? absoluteApplicationLimit(calendar, { actOn: facts.actOn, realEstate: facts.concernsRealEstate ?? false })
    : undefined;
  const due = [result?.due, absolute?.due].filter((day) => day !== undefined);
  const inTime = due.length === 0 ? null : due.every((day) => today <= day);
  return {
    dueOn: result?.due ?? null,
    absoluteDueOn: absolute?.due ?? null,
    inTime,
    provisional: result?.provisional ?? false,
    article: absolute && today > absolute.due ? '复议法 2023 第21条' : article,
    explanation: explain(facts, today, result?.due, absolute?.due),
  };
}

function relative(facts: Facts, calendar: WorkingCalendar): { result?: PeriodResult; article: string } {
  if (facts.matterCode === 'OMISSION' && facts.requestedOn) {
    const result = inactionApplication(calendar, {
      receivedOn: facts.requestedOn,
      ...(facts.performanceDueOn ? { performanceDueOn: facts.performanceDueOn } : {}),
    });
    return { result, article: '复议法 2023 第20条第1款；实施条例 2026 第24条' };
  }
  if (!facts.actKnownOn) return { article: '复议法 2023 第20条' };
  if (facts.rightsKnownOn) {
    const known = { rightsKnownOn: facts.rightsKnownOn, contentKnownOn: facts.actKnownOn };
    return { result: uninformedApplication(calendar, known), article: '复议法 2023 第20条第3款' };
  }
  return { result: ordinaryApplication(calendar, { knownOn: facts.actKnownOn }), article: '复议法 2023 第20条第1款' };
}

function explain(facts: Facts, today: CalendarDate, due?: CalendarDate, absolute?: CalendarDate): string {
  if (absolute && today > absolute)
    return `自行政行为作出之日起的最长期限已于${inChinese(absolute)}届满，复议机关可能不予受理；您仍可以提交。`;
  if (!due)
    return facts.matterCode === 'OMISSION'
      ? '填写行政机关收到您申请的日期后，可以计算申请期限。'
      : '填写知道行政行为的日期后，可以计算申请期限。';
  if (today <= due) return `申请期限至${inChinese(due)}届满，当日提交仍为按期。`;
  return `申请期限已于${inChinese(due)}届满。因不可抗力或者其他正当理由耽误的，请说明理由；您仍可以提交，由复议机关审查。`;
}
