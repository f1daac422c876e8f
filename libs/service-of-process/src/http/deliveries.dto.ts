import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { FAILURES, type FailureReason } from '../domain/methods.js';
import { PAPERS, type PaperTag } from '../domain/papers.js';

export class PlanDeliveryRequest {
  /** Kind of paper. */
  @IsIn(Object.keys(PAPERS), { message: '请选择文书' })
  paper!: PaperTag;

  /** Parties of the dispute, the respondent's organ, or other organs. */
  @IsArray({ message: '请选择受送达人' })
  @ArrayMinSize(1, { message: '请选择受送达人' })
  @ArrayMaxSize(1000, { message: '受送达人过多' })
  @ArrayUnique({ message: '受送达人不能重复' })
  @IsUUID('all', { each: true, message: '受送达人标识不正确' })
  recipientIds!: Id[];
}

export class FailedRequest {
  /** The day it failed, or came back. */
  @IsCalendarDate()
  on!: CalendarDate;

  @IsIn(Object.keys(FAILURES), { message: '请选择送达失败的原因' })
  reason!: FailureReason;

  @IsOptional()
  @Length(1, 500, { message: '说明应为1至500字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  note?: string;
}

export class AttemptView {
  id!: string;
  method!: string;
  methodName!: string;
  sentOn!: string;
  byId!: string;
  /** SENT, SERVED, FAILED or OVERTAKEN (by another method). */
  outcome!: string;
  endedOn!: string | null;
  reason!: string | null;
  reasonName!: string | null;
  note!: string | null;
  trackingNumber!: string | null;
}

export class DeliveryView {
  id!: string;
  caseId!: string;
  paper!: string;
  paperName!: string;
  documentId!: string | null;
  recipientId!: string;
  recipientName!: string;
  /** PLANNED, SENT, SERVED or FAILED. */
  state!: string;
  method!: string | null;
  servedOn!: string | null;
  proofFileId!: string | null;
  attempts!: AttemptView[];
}
