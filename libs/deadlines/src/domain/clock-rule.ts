import type { CalendarDate, RoleCode } from '@app/kernel';
import { refusal } from './errors.js';
import { MAX_AMOUNT, PERIOD_UNITS, type PeriodUnit } from './period-unit.js';

/** A legal period as data. Procedures declare tables of these; this lib only counts. */
export interface ClockRule {
  /** `RC_REVIEW`. Rows of one code differ in variant or in the days on which they apply. */
  readonly code: string;
  /** Chinese name: 受理审查期限. */
  readonly name: string;
  readonly amount: number;
  readonly unit: PeriodUnit;
  /** False if a last day off does not move (the moment of a legal effect, not a period for acting). */
  readonly roll: boolean;
  /** Counted back from an event, which is then the clock's day 0. */
  readonly backward?: boolean;
  /** Chinese: what day 0 is. */
  readonly startsOn: string;
  readonly responsible: RoleCode | 'respondent_organ';
  readonly article: string;
  /** Chinese: legal effect of expiry. */
  readonly effect: string;
  /** Name of the transition the system performs on the day after the due day. */
  readonly onExpiry?: string;
  /** `SIMPLIFIED`. */
  readonly variant?: string;
  /** Version of the law, by the day the clock starts: from this day on … */
  readonly from?: CalendarDate;
  /** … and before this one. */
  readonly until?: CalendarDate;
  /** Local practice [L]: key of the district setting that may replace `amount`. */
  readonly setting?: string;
  /** Days of reminders, in working days relative to the due day. */
  readonly remindSteps?: readonly number[];
  /** How often it may be extended; absent: never. */
  readonly maxExtensions?: number;
  /** Calendar days of one extension, at most. */
  readonly maxExtensionDays?: number;
}

export interface RuleChoice {
  /** The day the clock starts. */
  readonly on: CalendarDate;
  readonly variant?: string | undefined;
}

/** All clock rules of the deployment, from the tables of several libs. */
export class ClockRuleBook {
  private readonly rules = new Map<string, ClockRule[]>();

  /**
   * Adds a table. @throws Error at boot if a rule is malformed, or two rules of one code and variant apply on one day
   */
  register(table: readonly ClockRule[]): void {
    for (const rule of table) {
      check(rule);
      const known = this.rules.get(rule.code) ?? [];
      if (known.some((other) => clashes(other, rule))) throw new Error(`clock rule registered twice: ${labelOf(rule)}`);
      this.rules.set(rule.code, [...known, rule]);
    }
  }

  /**
   * The rule for a clock starting on a day. A variant is matched exactly: asking without one does not find a variant's
   * rule, nor the other way round. @throws DomainError `deadlines.unknown-rule`
   */
  find(code: string, choice: RuleChoice): ClockRule {
    const found = this.rules.get(code)?.find((rule) => rule.variant === choice.variant && appliesOn(rule, choice.on));
    if (!found) throw refusal('unknown-rule', { about: code, params: { code, ...choice } });
    return found;
  }

  /** Every rule, in the order registered. */
  list(): readonly ClockRule[] {
    return [...this.rules.values()].flat();
  }
}

function appliesOn(rule: ClockRule, day: CalendarDate): boolean {
  return (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day < rule.until);
}

function clashes(a: ClockRule, b: ClockRule): boolean {
  const before = (x: ClockRule, y: ClockRule): boolean =>
    x.until !== undefined && y.from !== undefined && x.until <= y.from;
  return a.variant === b.variant && !before(a, b) && !before(b, a);
}

function check(rule: ClockRule): void {
  const sound =
    Number.isSafeInteger(rule.amount) &&
    rule.amount >= 1 &&
    rule.amount <= MAX_AMOUNT &&
    PERIOD_UNITS.includes(rule.unit) &&
    !(rule.backward && (rule.unit === 'month' || rule.unit === 'year')) &&
    !(rule.from !== undefined && rule.until !== undefined && rule.until <= rule.from);
  if (!sound) throw new Error(`clock rule is malformed: ${labelOf(rule)}`);
}

function labelOf(rule: ClockRule): string {
  return rule.variant === undefined ? rule.code : `${rule.code}/${rule.variant}`;
}
