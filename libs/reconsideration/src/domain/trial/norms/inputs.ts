import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { Flag, OneOf } from '../../fields.js';
import { Text } from '../../text.js';
import * as table from './tables.js';

/** RC-21: the case is suspended for the review of a normative document. */
export class SuspendForReviewInput {
  /** Whose document it is. */
  @OneOf(table.NORM_KINDS, '规范性文件的类别')
  kind!: table.NormKind;

  /** Its title and number. */
  @Text(300, '规范性文件名称')
  title!: string;

  /** The clause in question. */
  @Text(1000, '审查的条款')
  clause!: string;

  /** Who made it. */
  @Text(100, '制定机关')
  maker!: string;

  /** On application or by the authority itself. */
  @OneOf(table.NORM_BASES, '提起方式')
  basis!: table.NormBasis;

  /** On application: the day it was made. */
  @IsOptional()
  @IsCalendarDate()
  appliedOn?: CalendarDate;

  /** The authority may deal with the document itself; otherwise it is passed on. */
  @Flag('是否有权处理')
  competent!: boolean;

  /** Why it may be unlawful. */
  @Text(2000, '审查理由')
  reason!: string;
}

/** RC-21: the maker was asked, or the document passed on to whoever may deal with it. */
export class SendNormInput {
  /** The day. */
  @IsCalendarDate()
  sentOn!: CalendarDate;

  /** Passed on: to whom. */
  @IsOptional()
  @Text(100, '有权处理的机关')
  recipient?: string;
}

/** RC-21: it got there; its period to answer runs. */
export class RecordNormReceiptInput {
  /** The day of receipt. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;
}

/** RC-21: the answer came. */
export class ReceiveNormAnswerInput {
  /** The day. */
  @IsCalendarDate()
  answeredOn!: CalendarDate;

  /** What it says. */
  @Text(10000, '答复内容')
  answer!: string;
}

/** RC-21: what came of the review. */
export class ConcludeNormReviewInput {
  /** Lawful or not. */
  @OneOf(table.NORM_OUTCOMES, '审查结论')
  outcome!: table.NormOutcome;

  /** Unlawful: how. */
  @IsOptional()
  @OneOf(table.NORM_FAULTS, '不合法的情形')
  fault?: table.NormFault;

  /** Reasons. */
  @Text(5000, '审查意见')
  reason!: string;
}
