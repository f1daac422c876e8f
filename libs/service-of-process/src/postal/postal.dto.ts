import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { FAILURES, RECEIVERS, type FailureReason, type Receiver } from '../domain/methods.js';

export const MOST_LETTERS = 1000;

export class MakeBatchRequest {
  /** The day they are handed to the post. */
  @IsCalendarDate()
  postedOn!: CalendarDate;

  /** The organ that posts, if one holds posts in several; otherwise one's own. */
  @IsOptional()
  @IsUUID('all', { message: '机关标识不正确' })
  organId?: Id;

  /** These deliveries; absent: all that wait for the post. */
  @IsOptional()
  @IsArray({ message: '应为列表' })
  @ArrayMinSize(1, { message: '请选择送达任务' })
  @ArrayMaxSize(MOST_LETTERS, { message: '一批最多1000件' })
  @ArrayUnique({ message: '送达任务不能重复' })
  @IsUUID('all', { each: true, message: '送达任务标识不正确' })
  deliveryIds?: Id[];
}

/** What became of a letter. */
export class ReturnRow {
  /** Its line in the batch. */
  @IsInt({ message: '序号应为整数' })
  @Min(1, { message: '序号应从1开始' })
  @Max(MOST_LETTERS, { message: '序号过大' })
  line!: number;

  /** RECEIVED 签收, or RETURNED 退回. */
  @IsIn(['RECEIVED', 'RETURNED'], { message: '结果应为签收或者退回' })
  outcome!: 'RECEIVED' | 'RETURNED';

  /** The day of the signature on the mail receipt, or the day it came back. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** Returned: why. */
  @IsOptional()
  @IsIn(Object.keys(FAILURES), { message: '退回原因不正确' })
  reason?: FailureReason;

  /** Received: who signed. */
  @IsOptional()
  @IsIn(Object.keys(RECEIVERS), { message: '签收人不正确' })
  receivedBy?: Receiver;

  /** Number of the mail. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{4,40}$/, { message: '邮件号应为4至40位字母、数字' })
  trackingNumber?: string;
}

export class ReturnsRequest {
  /** {@link ReturnRow}s; each is judged by itself. */
  @IsArray({ message: '应为列表' })
  @ArrayMinSize(1, { message: '请至少填写一行' })
  @ArrayMaxSize(MOST_LETTERS, { message: '一次最多1000行' })
  @IsObject({ each: true, message: '每行应为对象' })
  rows!: object[];
}

export class ReturnsQuery {
  /** `true` only checks: nothing is written. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'dryRun 应为 true 或 false' })
  dryRun?: 'true' | 'false';
}

export class ReturnResult {
  /** Line of the batch, as given; null if it was not a number. */
  line!: number | null;
  /** RECORDED, UNCHANGED (it was recorded before) or REFUSED. */
  result!: 'RECORDED' | 'UNCHANGED' | 'REFUSED';
  code!: string | null;
  /** Chinese: why it was refused. */
  detail!: string | null;
}

export class PostalItemView {
  line!: number;
  deliveryId!: string;
  recipient!: string;
  address!: string;
  phone!: string | null;
  document!: string;
  /** Blank until the post gave one. */
  trackingNumber!: string | null;
  /** SENT, SERVED, FAILED or OVERTAKEN. */
  outcome!: string;
  endedOn!: string | null;
}

export class PostalBatchView {
  id!: string;
  organId!: string;
  organName!: string;
  postedOn!: string;
  createdBy!: string;
  createdAt!: Date;
  items!: PostalItemView[];
}

export class BatchMadeView {
  id!: string;
  /** How many letters it has. */
  letters!: number;
  /** Deliveries that wait for the post and were left out: nobody knows an address. */
  withoutAddress!: string[];
}

export class PostalBatchListItem {
  id!: string;
  organId!: string;
  postedOn!: string;
  letters!: number;
  /** Letters whose result is not recorded. */
  open!: number;
}
