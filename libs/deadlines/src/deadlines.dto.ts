import { IsCalendarDate, isCalendarDate, type CalendarDate } from '@app/kernel';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateBy } from 'class-validator';
import { MAX_AMOUNT, PERIOD_UNITS, type Interval, type PeriodStep, type PeriodUnit } from './domain/index.js';

const MOST_INTERVALS = 100;

/** Up to a hundred pairs of days, the second not before the first. */
function IsDayIntervals(): PropertyDecorator {
  const isPair = (value: unknown): boolean =>
    Array.isArray(value) && value.length === 2 && value.every(isCalendarDate) && String(value[0]) <= String(value[1]);
  return ValidateBy({
    name: 'isDayIntervals',
    validator: {
      validate: (value) => Array.isArray(value) && value.length <= MOST_INTERVALS && value.every(isPair),
      defaultMessage: () => `应为[起日, 止日]的数组，止日不计入且不得早于起日，最多 ${MOST_INTERVALS} 段`,
    },
  });
}

/** By rule: `rule`, `variant`, `from`. By a bare length: `amount`, `unit`, `from`, `roll`, `backward`. */
export class PreviewPeriodRequest {
  /** Code of a clock rule, e.g. `RC_DECIDE`; then `amount` only where the law leaves the length open. */
  @IsOptional()
  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/, { message: '应为期限规则代码，例如 RC_DECIDE' })
  rule?: string;

  /** Variant of the rule, e.g. `SIMPLIFIED`. */
  @IsOptional()
  @IsString({ message: '应为文字' })
  @Length(1, 40, { message: '应为 1 至 40 个字符' })
  variant?: string;

  /** Day 0, not counted; counted backward, the day of the event. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** Length of the period. */
  @IsOptional()
  @IsInt({ message: '期限长度应为整数' })
  @Min(0, { message: '期限长度不得小于 0' })
  @Max(MAX_AMOUNT, { message: `期限长度不得大于 ${MAX_AMOUNT}` })
  amount?: number;

  @IsOptional()
  @IsIn(PERIOD_UNITS, { message: '应为 working-day、calendar-day、month 或 year' })
  unit?: PeriodUnit;

  /** Whether a last day off moves to the next working day; default true. */
  @IsOptional()
  @IsBoolean({ message: '应为 true 或 false' })
  roll?: boolean;

  /** Time that does not count, half-open; may overlap. */
  @ApiPropertyOptional({ type: 'array', items: { type: 'array', items: { type: 'string', format: 'date' } } })
  @IsOptional()
  @IsDayIntervals()
  excluded?: Interval[];

  /** Calendar days of an extension that was approved. */
  @IsOptional()
  @IsInt({ message: '延长的天数应为整数' })
  @Min(0, { message: '延长的天数不得小于 0' })
  @Max(MAX_AMOUNT, { message: `延长的天数不得大于 ${MAX_AMOUNT}` })
  extensionDays?: number;

  /** Count back from the event `from`. */
  @IsOptional()
  @IsBoolean({ message: '应为 true 或 false' })
  backward?: boolean;

  /** Counted backward: whether full days must lie between (default), or the event's day is one of them. */
  @IsOptional()
  @IsBoolean({ message: '应为 true 或 false' })
  strict?: boolean;
}

export class PeriodStepView implements PeriodStep {
  /** start, count, backward, holiday, make-up, excluded, extension, roll, no-roll or provisional. */
  kind!: PeriodStep['kind'];
  /** First and last day concerned. */
  first!: CalendarDate;
  last!: CalendarDate;
  days!: number;
  /** Chinese sentence. */
  text!: string;
  article!: string;
}

export class PreviewPeriodView {
  /** Last day in time, until 24:00. */
  dueOn!: CalendarDate;
  /** Before it was rolled past days off. */
  rawDueOn!: CalendarDate;
  /** A day counted lies in a year whose notice is not published. */
  provisional!: boolean;
  excludedDays!: number;
  /** The working, in order. */
  steps!: PeriodStepView[];
  /** Law and article the period rests on. */
  article!: string;
  /** What follows if it is missed; null for a bare length. */
  effect!: string | null;
  calendarVersion!: number;
}

export class ClockRuleView {
  code!: string;
  variant!: string | null;
  name!: string;
  amount!: number;
  unit!: PeriodUnit;
  roll!: boolean;
  backward!: boolean;
  /** What day 0 is. */
  startsOn!: string;
  /** Role that must act, or `respondent_organ`; and its name. */
  responsible!: string;
  responsibleName!: string;
  article!: string;
  /** What follows if it is missed. */
  effect!: string;
  /** For clocks that start from this day on, and before that. */
  from!: CalendarDate | null;
  until!: CalendarDate | null;
  /** The district may set the length under this key. */
  setting!: string | null;
  maxExtensions!: number;
  maxExtensionDays!: number | null;
}
