import type { CalendarDate, DayNumber } from '@app/kernel';
import type { CalendarBlock } from './calendar-blocks.js';
import { chineseOf, dateOf } from './days.js';
import type { PeriodUnit } from './period-unit.js';
import type { Span } from './spans.js';
import type { WorkingCalendar } from './working-calendar.js';

export type StepKind =
  | 'start'
  | 'count'
  | 'backward'
  | 'holiday'
  | 'make-up'
  | 'excluded'
  | 'extension'
  | 'roll'
  | 'no-roll'
  | 'provisional';

/** One step of the working: what it concerns, in figures and as a Chinese sentence, and why. */
export interface PeriodStep {
  readonly kind: StepKind;
  /** First and last day the step concerns; both belong to it. */
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** Days added, counted, left out or rolled, by kind. */
  readonly days: number;
  readonly text: string;
  /** Law and article; a holiday's is the notice. */
  readonly article: string;
}

export type ArticleOverrides = Partial<Record<StepKind | PeriodUnit, string>>;

/** The general rules; a clock rule of another law replaces what differs. */
const ARTICLES: Readonly<Record<Exclude<StepKind, 'count' | 'holiday' | 'make-up'> | PeriodUnit, string>> = {
  start: '民诉法 2023 第85条第2款（复议法 2023 第88条第1款）',
  'working-day': '复议法 2023 第88条第2款',
  'calendar-day': '民诉法 2023 第85条第2款（复议法 2023 第88条第1款）',
  month: '民法典 第202条',
  year: '民法典 第202条',
  backward: '复议法 2023 第51条、第88条第2款',
  excluded: '复议法 2023 第39条；实施条例 2026 第45条、第46条',
  extension: '复议法 2023 第62条',
  roll: '民诉法 2023 第85条第3款（复议法 2023 第88条第1款）',
  'no-roll': '民诉法 2023 第85条第3款（复议法 2023 第88条第1款）',
  provisional: '国务院办公厅年度节假日安排通知',
};

const UNIT_NAMES: Readonly<Record<PeriodUnit, string>> = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
};

/** What the arithmetic found, by day number. */
export interface PeriodFacts {
  readonly from: DayNumber;
  /** Last day before extension and rolling. */
  readonly counted: DayNumber;
  readonly raw: DayNumber;
  readonly due: DayNumber;
  /** Whether the last day may roll. */
  readonly rolls: boolean;
  readonly spans: readonly Span[];
  readonly provisional: boolean;
  readonly backward?: boolean;
}

export interface ExplainedInput {
  readonly amount: number;
  readonly unit: PeriodUnit;
  readonly extension?: number;
  readonly articles?: ArticleOverrides;
  readonly reading?: 'strict' | 'lenient';
}

/** The working of a period already computed, in the order a lawyer would tell it. */
export function explainPeriod(calendar: WorkingCalendar, input: ExplainedInput, facts: PeriodFacts): PeriodStep[] {
  const steps: PeriodStep[] = [];
  if (facts.backward) steps.push(backwardStep(input, facts));
  else steps.push(startStep(input, facts), countStep(input, facts));
  if (input.unit === 'working-day') blockSteps(calendar, facts, steps);
  for (const span of facts.spans) {
    if (span.from > facts.raw) break;
    const excluded = excludedStep(calendar, input, facts, span);
    if (excluded.days > 0) steps.push(excluded);
  }
  if (input.extension) steps.push(extensionStep(input, facts));
  const rolled = rollStep(calendar, input, facts);
  if (rolled) steps.push(rolled);
  if (facts.provisional) steps.push(provisionalStep(calendar, input, facts));
  return steps;
}

function step(
  input: ExplainedInput,
  kind: Exclude<StepKind, 'count' | 'holiday' | 'make-up'>,
  first: DayNumber,
  last: DayNumber,
  days: number,
  text: string,
): PeriodStep {
  const article = input.articles?.[kind] ?? ARTICLES[kind];
  return { kind, first: dateOf(first), last: dateOf(last), days, text, article };
}

function startStep(input: ExplainedInput, { from }: PeriodFacts): PeriodStep {
  return step(input, 'start', from, from, 0, `起算日${chineseOf(from)}不计入，从次日起计算。`);
}

function countStep(input: ExplainedInput, { from, counted, spans }: PeriodFacts): PeriodStep {
  const excluded = spans.length > 0 && spans[0]!.from <= counted ? '（已扣除不计入的时间）' : '';
  const text = `计${input.amount}${UNIT_NAMES[input.unit]}${excluded}，至${chineseOf(counted)}。`;
  const article = input.articles?.count ?? input.articles?.[input.unit] ?? ARTICLES[input.unit];
  const first = dateOf(Math.min(from + 1, counted));
  return { kind: 'count', first, last: dateOf(counted), days: input.amount, text, article };
}

function backwardStep(input: ExplainedInput, { from, due }: PeriodFacts): PeriodStep {
  const between = input.reading === 'lenient' ? '当日计入' : '当日不计入，且通知之日不计入';
  const text = `自${chineseOf(from)}向前计${input.amount}${UNIT_NAMES[input.unit]}（${between}），最迟于${chineseOf(due)}通知。`;
  return step(input, 'backward', due, from, input.amount, text);
}

/** Holidays and make-up days crossed by a count of working days; those wholly within excluded time say nothing. */
function blockSteps(calendar: WorkingCalendar, facts: PeriodFacts, steps: PeriodStep[]): void {
  const [first, last] = facts.backward ? [facts.due + 1, facts.from - 1] : [facts.from + 1, facts.counted];
  for (const block of calendar.blocksBetween(first, last)) {
    const hidden = facts.spans.some((span) => span.from <= block.first && block.last < span.to);
    if (!hidden) steps.push(blockStep(block));
  }
}

function blockStep(block: CalendarBlock): PeriodStep {
  const days = block.last - block.first + 1;
  const range = days === 1 ? chineseOf(block.first) : `${chineseOf(block.first)}至${chineseOf(block.last)}`;
  return {
    kind: block.working ? 'make-up' : 'holiday',
    first: dateOf(block.first),
    last: dateOf(block.last),
    days,
    text: block.working ? `${range}为${block.name}调休上班日，计入。` : `${range}为${block.name}休假，不计入。`,
    article: block.source,
  };
}

function excludedStep(calendar: WorkingCalendar, input: ExplainedInput, facts: PeriodFacts, span: Span): PeriodStep {
  const inWorkdays = input.unit === 'working-day' && span.from <= facts.counted;
  const days = inWorkdays ? calendar.countWorkdays(span.from, span.to) : span.to - span.from;
  const unit = inWorkdays ? UNIT_NAMES['working-day'] : UNIT_NAMES['calendar-day'];
  const range = `${chineseOf(span.from)}至${chineseOf(span.to - 1)}`;
  return step(input, 'excluded', span.from, span.to - 1, days, `${range}不计入期限，扣除${days}${unit}。`);
}

function extensionStep(input: ExplainedInput, { counted, raw }: PeriodFacts): PeriodStep {
  const text = `经批准延长${input.extension}日，自未顺延的届满日${chineseOf(counted)}起算，至${chineseOf(raw)}。`;
  return step(input, 'extension', counted + 1, raw, input.extension ?? 0, text);
}

function rollStep(calendar: WorkingCalendar, input: ExplainedInput, facts: PeriodFacts): PeriodStep | undefined {
  const { raw, due, rolls } = facts;
  if (!rolls) return undefined;
  const block = calendar.blocksBetween(raw, raw)[0];
  if (due === raw) {
    if (!block?.working) return undefined;
    return step(input, 'no-roll', raw, raw, 0, `届满日${chineseOf(raw)}为调休上班日，不顺延。`);
  }
  const reason = block ? `${block.name}休假` : '周末';
  const text = `届满日${chineseOf(raw)}为法定休假日（${reason}），顺延至其后第一个工作日${chineseOf(due)}。`;
  return step(input, 'roll', raw, due, due - raw, text);
}

function provisionalStep(calendar: WorkingCalendar, input: ExplainedInput, facts: PeriodFacts): PeriodStep {
  const [first, last] = facts.backward ? [facts.due, facts.from] : [Math.min(facts.from + 1, facts.due), facts.due];
  const years: number[] = [];
  for (let year = Number(dateOf(first).slice(0, 4)); year <= Number(dateOf(last).slice(0, 4)); year++) {
    if (!calendar.covers(year)) years.push(year);
  }
  const named = years.length > 3 ? `${years[0]}年等${years.length}个年度` : years.map((year) => `${year}年`).join('、');
  const text = `${named}放假安排未公布，按周末推算，公布后重新计算。`;
  return step(input, 'provisional', first, last, 0, text);
}
