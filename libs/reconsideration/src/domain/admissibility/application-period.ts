import {
  absoluteApplicationLimit,
  filedInTime,
  impededApplication,
  inactionApplication,
  ordinaryApplication,
  uninformedApplication,
  type WorkingCalendar,
} from '@app/deadlines';
import { DomainError, type CalendarDate } from '@app/kernel';
import { KNOWLEDGE_METHODS } from './codes.js';
import type { AdmissibilityFacts } from './facts.js';
import { fails, met, open, type AdmissibilityRule, type Verdict } from './rule.js';

type Span = readonly [from: CalendarDate, to: CalendarDate];

/** The day the act was, or should have been, known (条例 2026 第23条). */
export function knowledgeDay({ act, stated }: Pick<AdmissibilityFacts, 'act' | 'stated'>): CalendarDate | null {
  if (stated.knowledge === undefined) return act.knownOn;
  return stated.knowledge.method === 'ON_THE_SPOT' ? (act.on ?? stated.knowledge.on) : stated.knowledge.on;
}

/** Time that does not count: dismissed suits (条例 第26条), self-correction insisted against (第38条). */
export function excludedTime({ filing, stated }: Pick<AdmissibilityFacts, 'filing' | 'stated'>): Span[] {
  const suits = (stated.dismissedSuits ?? []).map((span): Span => [span.from, span.until]);
  const told = stated.organRoute?.insistedToldOn;
  return told === undefined ? suits : [...suits, [filing.filedOn, told]];
}

/** Which rule counts the period: exactly one of them. */
type Counting = 'AP-1' | 'AP-3' | 'AP-4' | 'AP-6' | 'AP-7';
function countingRule(facts: AdmissibilityFacts): Counting {
  if (facts.stated.omission !== undefined) return 'AP-6';
  if (facts.act.rightsKnownOn !== null) return 'AP-3';
  if (facts.stated.impediment !== undefined) return 'AP-4';
  return excludedTime(facts).length > 0 ? 'AP-7' : 'AP-1';
}

/**
 * The last day to apply; null if a day it depends on is not known.
 * @throws DomainError of deadlines if the days contradict each other
 */
export function lastDayToApply(facts: AdmissibilityFacts, calendar: WorkingCalendar): CalendarDate | null {
  const { act, stated } = facts;
  if (stated.omission !== undefined) {
    const { requestedOn: receivedOn, performanceDueOn, urgent } = stated.omission;
    return inactionApplication(calendar, { receivedOn, urgent, ...(performanceDueOn ? { performanceDueOn } : {}) }).due;
  }
  const knownOn = knowledgeDay(facts);
  if (knownOn === null) return null;
  if (act.rightsKnownOn !== null)
    return uninformedApplication(calendar, { rightsKnownOn: act.rightsKnownOn, contentKnownOn: knownOn }).due;
  if (stated.impediment !== undefined)
    return impededApplication(calendar, {
      knownOn,
      impededFrom: stated.impediment.from,
      ableOn: stated.impediment.until,
    }).due;
  const { specialDays } = stated;
  return ordinaryApplication(calendar, {
    knownOn,
    excluded: excludedTime(facts),
    ...(specialDays === undefined ? {} : { specialDays }),
  }).due;
}

/** Whether the application is in time; open where a day is missing or the days contradict each other. */
function inTime(facts: AdmissibilityFacts, calendar: WorkingCalendar): Verdict {
  try {
    const dueOn = lastDayToApply(facts, calendar);
    if (dueOn === null) return open('未查明知道行政行为之日', '请补充知道行政行为之日及其证据。');
    const { filedOn } = facts.filing;
    return filedInTime(dueOn, { receivedOn: filedOn })
      ? met(`申请期限至${dueOn}，${filedOn}提出，在期限内`, { dueOn })
      : fails(`申请期限至${dueOn}，${filedOn}提出，已超过期限`, '有不可抗力等正当理由或者应扣除时间的，请补充。', {
          dueOn,
        });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return open(error.detail, '请核对登记的日期。');
  }
}

const counting = (code: Counting, article: string, facts: AdmissibilityRule['facts']): AdmissibilityRule => ({
  code,
  condition: 'IN_TIME',
  article,
  facts: ['filing', 'act', ...facts],
  applies: (known) => countingRule(known) === code,
  judge: inTime,
});

const knowledge: AdmissibilityRule = {
  code: 'AP-2',
  condition: 'IN_TIME',
  article: '实施条例 2026 第23条',
  facts: ['act', 'stated.knowledge'],
  applies: ({ stated }) => stated.omission === undefined,
  judge(facts) {
    const known = knowledgeDay(facts);
    if (known === null) return open('未查明知道行政行为之日', '请填写送达或者知道的方式和日期。');
    if (facts.act.on !== null && known < facts.act.on)
      return open('知道之日早于行政行为作出之日', '请核对行政行为作出之日和知道之日。');
    if (known > facts.filing.receivedOn) return open('知道之日晚于收到申请之日', '请核对知道行政行为之日。');
    const how = facts.stated.knowledge ? KNOWLEDGE_METHODS[facts.stated.knowledge.method] : '按登记的知道之日';
    return met(`${how}：${known}`);
  },
};

const absolute: AdmissibilityRule = {
  code: 'AP-5',
  condition: 'IN_TIME',
  article: '复议法 2023 第21条',
  facts: ['filing', 'act'],
  applies: ({ stated }) => stated.omission === undefined,
  judge({ act, filing }, calendar) {
    if (act.on === null) return open('未查明行政行为作出之日', '请补充行政行为作出之日。');
    const { due: dueOn } = absoluteApplicationLimit(calendar, { actOn: act.on, realEstate: act.realEstate });
    const years = act.realEstate ? 20 : 5;
    return filing.filedOn <= dueOn
      ? met(`未超过自行政行为作出之日起${years}年`, { dueOn })
      : fails(`自行政行为作出之日起已超过${years}年，不予受理`, undefined, { dueOn });
  },
};

/** The period is met by posting, whatever day the letter arrives (民诉法 2023 第85条第4款). */
const posted: AdmissibilityRule = {
  code: 'AP-8',
  condition: 'IN_TIME',
  article: '民诉法 2023 第85条第4款；复议法 2023 第88条',
  facts: ['filing', 'stated.postmarkLegible'],
  applies: ({ filing }) => filing.method === 'POST',
  judge(facts, calendar) {
    if (facts.stated.postmarkLegible === false) return open('邮戳不清', '请向邮政企业查明交寄日期。');
    return inTime(facts, calendar);
  },
};

/** Online the day is that on which the materials reach the authority's system; no paper may be asked for besides. */
const online: AdmissibilityRule = {
  code: 'AP-9',
  condition: 'IN_TIME',
  article: '实施条例 2026 第28条',
  facts: ['filing', 'act'],
  applies: ({ filing }) => filing.method === 'ONLINE',
  judge: inTime,
};

/** AP-1 to AP-9: the period to apply. */
export const PERIOD_RULES: readonly AdmissibilityRule[] = [
  counting('AP-1', '复议法 2023 第20条第1款', ['stated.knowledge', 'stated.specialDays']),
  knowledge,
  counting('AP-3', '复议法 2023 第20条第3款', ['stated.knowledge']),
  counting('AP-4', '复议法 2023 第20条第2款', ['stated.knowledge', 'stated.impediment']),
  absolute,
  counting('AP-6', '复议法 2023 第20条；实施条例 2026 第24条', ['stated.omission']),
  counting('AP-7', '实施条例 2026 第26条、第38条', ['stated.knowledge', 'stated.dismissedSuits', 'stated.organRoute']),
  posted,
  online,
];
