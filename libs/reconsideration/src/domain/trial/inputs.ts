// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { ServiceRecord } from '@app/service-of-process';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  SIMPLIFIED_GROUNDS,
  SUSPENSION_GROUNDS,
  TRACKS,
  type SimplifiedGround,
  type SuspensionGround,
  type Track,
} from '../facts.js';
import { Text } from '../text.js';

export const AGENT_EMPLOYMENTS = { STAFF: '被申请人工作人员', LAWYER: '律师', OTHER: '其他' } as const;
export const OPINION_METHODS = { FACE_TO_FACE: '当面', INTERNET: '互联网', PHONE: '电话' } as const;

/** RC-11: officers are appointed and the procedure is chosen. */
export class OpenTrialInput {
  /** Ordinary or simplified. */
  @IsIn(Object.keys(TRACKS), { message: '请选择普通程序或者简易程序' })
  track!: Track;

  /** The officer who handles the case. */
  @IsUUID('all', { message: '承办人标识不正确' })
  handlerId!: Id;

  /** The other officers: at least one in the ordinary procedure. */
  @IsArray({ message: '审理人员应为列表' })
  @ArrayMaxSize(6, { message: '审理人员最多6名' })
  @ArrayUnique({ message: '审理人员不能重复' })
  @IsUUID('all', { each: true, message: '审理人员标识不正确' })
  memberIds!: Id[];

  /** Simplified: on which ground. */
  @IsOptional()
  @IsIn(Object.keys(SIMPLIFIED_GROUNDS), { message: '请选择适用简易程序的情形' })
  simplifiedGround?: SimplifiedGround;

  /** Simplified, unless all agree: facts and rights are clear and little is disputed. */
  @IsOptional()
  @IsBoolean({ message: '是否事实清楚、权利义务关系明确、争议不大应为是或者否' })
  clearCase?: boolean;

  /** Simplified by agreement: the parties whose consent is in the file; all must be. */
  @IsOptional()
  @IsArray({ message: '同意的当事人应为列表' })
  @ArrayMaxSize(1000, { message: '同意的当事人过多' })
  @ArrayUnique({ message: '同意的当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  consentedIds?: Id[];
}

/** RC-12: the copy of the application was sent to the respondent. */
export class SendCopyInput {
  @IsCalendarDate()
  sentOn!: CalendarDate;
}

/** RC-12: the respondent received it; the period to reply runs from that day. */
export class RecordCopyReceiptInput extends ServiceRecord {}

/** One of the respondent's agents. */
export class ReplyAgent {
  /** Name of the agent. */
  @Text(50, '代理人姓名')
  name!: string;

  /** A member of its staff, a lawyer, somebody else. */
  @IsIn(Object.keys(AGENT_EMPLOYMENTS), { message: '请选择代理人身份' })
  employment!: keyof typeof AGENT_EMPLOYMENTS;
}

/** RC-13: the respondent's written reply with evidence and bases. */
export class ReceiveReplyInput {
  /** The day it reached the institution. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** By post: the day of the postmark, which decides whether it is in time. */
  @IsOptional()
  @IsCalendarDate()
  postmarkedOn?: CalendarDate;

  /** One or two agents, of whom at least one is the respondent's own staff. */
  @IsArray({ message: '请填写被申请人的代理人' })
  @ArrayMinSize(1, { message: '被申请人应当委托1至2名代理人' })
  @ArrayMaxSize(2, { message: '被申请人应当委托1至2名代理人' })
  @IsObject({ each: true, message: '每名代理人应为对象' })
  @ValidateNested({ each: true })
  @Type(() => ReplyAgent)
  agents!: ReplyAgent[];

  /** Evidence and bases of the act came with it. */
  @IsBoolean({ message: '是否提交证据、依据应为是或者否' })
  withEvidence!: boolean;
}

/** RC-15: the views of a party, or why they could not be heard. */
export class RecordOpinionInput {
  @IsUUID('all', { message: '当事人标识不正确' })
  partyId!: Id;

  /** How the views were heard. */
  @IsOptional()
  @IsIn(Object.keys(OPINION_METHODS), { message: '请选择听取意见的方式' })
  method?: keyof typeof OPINION_METHODS;

  /** The day they were heard. */
  @IsOptional()
  @IsCalendarDate()
  heardOn?: CalendarDate;

  /** Because of the party itself they cannot be heard: why. */
  @IsOptional()
  @Text(500, '不能听取意见的原因')
  impossibleReason?: string;

  /** Whether the party would mediate. */
  @IsOptional()
  @IsBoolean({ message: '是否愿意调解应为是或者否' })
  willingToMediate?: boolean;
}

/** RC-20: the decision period is extended. */
export class ExtendInput {
  /** Calendar days, 1 to 30. */
  @IsInt({ message: '延长天数应为整数' })
  @Min(1, { message: '延长天数至少1日' })
  days!: number;

  /** Why the case is too complex to be decided in time. */
  @Text(1000, '延长理由')
  reason!: string;
}

/** RC-21: the case is suspended. */
export class SuspendInput {
  /** Ground of suspension. */
  @IsIn(Object.keys(SUSPENSION_GROUNDS), { message: '请选择中止情形' })
  ground!: SuspensionGround;

  /** What happened. */
  @Text(1000, '中止说明')
  explanation!: string;

  /** Mediation or settlement: the parties whose signed consent is in the file. */
  @IsOptional()
  @IsArray({ message: '同意的当事人应为列表' })
  @ArrayMaxSize(1000, { message: '同意的当事人过多' })
  @ArrayUnique({ message: '同意的当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  consentedIds?: Id[];
}

/** RC-21: the cause has ended, the case goes on. */
export class ResumeInput {
  /** How the cause ended. */
  @Text(1000, '恢复说明')
  explanation!: string;

  /** The cause of the suspension has ended. */
  @Equals(true, { message: '请确认中止原因已经消除' })
  causeEnded!: true;
}

/** RC-25: the trial is complete. */
export class StartDraftingInput {
  /** The report on the trial: facts found, dispute, analysis, proposal. */
  @Text(20000, '审理报告')
  report!: string;
}
