import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { VISIT_ROUNDS, type VisitRound } from '../agreement/facts.js';
import { IdOf, IdsOf, OneOf, Text } from '../fields.js';

export const PERFORMANCE_OUTCOMES = { PART: '部分履行', WHOLE: '全部履行' } as const;

/** MD-17: an obligation was performed, in part or in whole. */
export class RecordPerformanceInput {
  @IdOf('履行义务')
  obligationId!: Id;

  @OneOf(PERFORMANCE_OUTCOMES, '履行情况')
  outcome!: keyof typeof PERFORMANCE_OUTCOMES;

  /** The day on which it was performed; after the day agreed it stays marked as late. */
  @IsCalendarDate()
  performedOn!: CalendarDate;

  /** Money paid with it, in fen. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于0' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;

  /** What was done. */
  @Text(1000, '履行情况说明')
  description!: string;

  /** The file of this case that proves it. */
  @IsOptional()
  @IdOf('履行凭证文件')
  proofFileId?: Id;
}

/** MD-17: both sides agree on another day for an obligation. */
export class RescheduleInput {
  @IdOf('履行义务')
  obligationId!: Id;

  /** The new day. */
  @IsCalendarDate()
  dueOn!: CalendarDate;

  /** The parties that agreed: all of both sides. */
  @IdsOf('同意变更的当事人', 1, 50)
  agreedBy!: Id[];

  @Text(500, '变更理由')
  reason!: string;
}

/** MD-18: a measure about obligations that are overdue. */
class OnOverdue {
  @IdsOf('逾期未履行的义务', 1, 100)
  obligationIds!: Id[];

  /** What was said or done. */
  @Text(2000, '办理情况')
  content!: string;
}

/** MD-18: the obligor is urged to perform. */
export class UrgeInput extends OnOverdue {}

/** MD-18: both sides agree to mediate again. */
export class RemediateInput extends OnOverdue {
  /** The parties that agreed: all of both sides. */
  @IdsOf('同意再次调解的当事人', 1, 50)
  agreedBy!: Id[];
}

/** MD-18: the other side applied to the court to enforce what was confirmed. */
export class RecordEnforcementInput extends OnOverdue {
  /** The court applied to. */
  @Text(100, '执行法院')
  court!: string;

  @IsCalendarDate()
  appliedOn!: CalendarDate;
}

/** MD-18: the parties were told that they may sue on an agreement that was not confirmed. */
export class AdviseSuitInput extends OnOverdue {}

export const VISIT_METHODS = { ON_SITE: '上门', PHONE: '电话', ONLINE: '在线' } as const;
export const VISIT_OUTCOMES = { PERFORMED: '已经履行', NOT_PERFORMED: '实际未履行' } as const;

/** MD-17: the parties were visited. */
export class RecordVisitInput {
  @OneOf(VISIT_ROUNDS, '回访次序')
  round!: VisitRound;

  @IsCalendarDate()
  visitedOn!: CalendarDate;

  @OneOf(VISIT_METHODS, '回访方式')
  method!: keyof typeof VISIT_METHODS;

  @OneOf(VISIT_OUTCOMES, '回访结果')
  outcome!: keyof typeof VISIT_OUTCOMES;

  /** What was not performed after all. */
  @IsOptional()
  @IdsOf('实际未履行的义务', 1, 100)
  obligationIds?: Id[];

  /** What was found. */
  @Text(2000, '回访情况')
  finding!: string;
}
