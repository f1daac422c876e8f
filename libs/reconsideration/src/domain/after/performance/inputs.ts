import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { Text } from '../../text.js';

const ItemId = (): PropertyDecorator => IsUUID('all', { message: '履行事项标识不正确' });

/** RC-30: something a party has to do under the decision or the mediation document. */
export class AddItemInput {
  /** Who: a party of the case; the respondent under its organ's id. */
  @IsUUID('all', { message: '履行义务人标识不正确' })
  obligorId!: Id;

  /** What. */
  @Text(1000, '履行内容')
  content!: string;

  /** By when. */
  @IsCalendarDate()
  dueOn!: CalendarDate;
}

export const REPORT_OUTCOMES = { PARTIAL: '部分履行', FULL: '全部履行' } as const;

/** RC-30: a report on performance. */
export class ReportPerformanceInput {
  @ItemId()
  itemId!: Id;

  @IsIn(Object.keys(REPORT_OUTCOMES), { message: '请选择履行情况' })
  outcome!: keyof typeof REPORT_OUTCOMES;

  /** The day on which it was performed. */
  @IsCalendarDate()
  performedOn!: CalendarDate;

  /** What was done. */
  @Text(2000, '履行情况')
  description!: string;

  /** File with the proof: the new act, a receipt. */
  @IsOptional()
  @IsUUID('all', { message: '证明文件标识不正确' })
  proofFileId?: Id;

  /** Act made anew: its result is that of the act revoked. */
  @IsOptional()
  @IsBoolean({ message: '结果是否相同应为是或者否' })
  sameResult?: boolean;

  /** Act made anew: on the same facts and reasons. */
  @IsOptional()
  @IsBoolean({ message: '事实和理由是否相同应为是或者否' })
  sameFactsAndReasons?: boolean;
}

export const CONFIRMATIONS = { DONE: '已履行', NOT_DONE: '未履行', NOT_NEEDED: '无须履行' } as const;

/** RC-30: the handler has looked into a report, or finds that nothing is left to be done. */
export class ConfirmPerformanceInput {
  @ItemId()
  itemId!: Id;

  @IsIn(Object.keys(CONFIRMATIONS), { message: '请选择核实结果' })
  outcome!: keyof typeof CONFIRMATIONS;

  /** How this was established; why nothing is left to be done. */
  @Text(1000, '核实情况')
  finding!: string;
}
