import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { ServiceRecord } from '@app/service-of-process';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DECISION_KIND_CODES, type DecisionKind } from '../decision-kinds.js';
import { Text } from '../text.js';

export const COMPENSATIONS = { NONE: '无赔偿请求', GRANTED: '决定赔偿', REJECTED: '驳回赔偿请求' } as const;
export const ADOPTIONS = { ADOPTED: '采纳咨询意见', NOT_ADOPTED: '未采纳咨询意见' } as const;
export const APPROVAL_MODES = { HEAD: '机关负责人同意', COLLECTIVE: '集体讨论通过' } as const;

/** RC-26: the draft decision, for review. */
export class SubmitDraftInput {
  /** Kind of decision. */
  @IsIn(DECISION_KIND_CODES, { message: '请选择决定类型' })
  kind!: DecisionKind;

  /** Ground of this kind on which the case is decided, e.g. FACTS_UNCLEAR of REVOKE. */
  @Text(40, '决定理由代码')
  ground!: string;

  /** The operative part. */
  @Text(5000, '决定主文')
  conclusion!: string;

  /** The officers who signed the report and the draft. */
  @IsArray({ message: '请选择签署的复议人员' })
  @ArrayMinSize(1, { message: '请选择签署的复议人员' })
  @ArrayMaxSize(7, { message: '签署的复议人员过多' })
  @ArrayUnique({ message: '签署的复议人员不能重复' })
  @IsUUID('all', { each: true, message: '复议人员标识不正确' })
  signedByIds!: Id[];

  /** Change: whether its result is worse for the applicant than the act. */
  @IsOptional()
  @IsBoolean({ message: '变更是否对申请人更为不利应为是或者否' })
  worseForApplicant?: boolean;

  /** Change for the worse: a third party asked for the opposite of what the applicant asks. */
  @IsOptional()
  @IsBoolean({ message: '第三人是否提出相反请求应为是或者否' })
  thirdPartyAskedOpposite?: boolean;

  /** No reply in time: the act concerns a third party's rights and he gave evidence of its lawfulness. */
  @IsOptional()
  @IsBoolean({ message: '第三人是否提供证据应为是或者否' })
  thirdPartyEvidence?: boolean;

  /** Invalidity: the applicant asks that the act be confirmed invalid. */
  @IsOptional()
  @IsBoolean({ message: '申请人是否申请确认无效应为是或者否' })
  invalidityAsked?: boolean;

  /** Claims rejected because the applicant insists on invalidity: the day this was explained to him. */
  @IsOptional()
  @IsCalendarDate()
  explainedOn?: CalendarDate;

  /** Revocation: the respondent must make the act anew. */
  @IsOptional()
  @IsBoolean({ message: '是否责令重新作出行政行为应为是或者否' })
  remakeOrdered?: boolean;

  /** Days to make it anew, where a law, regulation or rule sets them; otherwise 60. */
  @IsOptional()
  @IsInt({ message: '重作期限应为整数' })
  @Min(1, { message: '重作期限至少1日' })
  @Max(3650, { message: '重作期限过长' })
  remakeDays?: number;

  /** The law, regulation or rule that sets those days. */
  @IsOptional()
  @Text(200, '重作期限的依据')
  remakeBasis?: string;

  /** Calendar days in which the respondent must perform. */
  @IsOptional()
  @IsInt({ message: '履行期限应为整数' })
  @Min(1, { message: '履行期限至少1日' })
  @Max(3650, { message: '履行期限过长' })
  performDays?: number;

  /** What is decided on a claim for compensation. */
  @IsIn(Object.keys(COMPENSATIONS), { message: '请选择赔偿请求的处理' })
  compensation!: keyof typeof COMPENSATIONS;

  /** Compensation granted: its manner and amount. */
  @IsOptional()
  @Text(2000, '赔偿的方式和内容')
  compensationContent?: string;

  /** Not asked for: money or things are given back, measures lifted, a price paid. */
  @IsOptional()
  @IsBoolean({ message: '是否责令返还应为是或者否' })
  returnOrdered?: boolean;

  /** The committee gave its opinion: whether it is followed. */
  @IsOptional()
  @IsIn(Object.keys(ADOPTIONS), { message: '请选择是否采纳咨询意见' })
  committeeAdoption?: keyof typeof ADOPTIONS;

  /** Not followed: why. */
  @IsOptional()
  @Text(2000, '未采纳咨询意见的理由')
  committeeReason?: string;
}

/** RC-26: a reviewer passes the draft. */
export class PassDraftInput {
  /** The reviewer's opinion. */
  @Text(2000, '审核意见')
  opinion!: string;
}

/** RC-27: a reviewer returns the draft. */
export class ReturnDraftInput {
  /** What is to be changed, and why. */
  @Text(2000, '退回意见')
  opinion!: string;
}

export const VOTES = { FOR: '同意', AGAINST: '不同意', ABSTAIN: '弃权' } as const;
export type Vote = keyof typeof VOTES;

/** Who took part in the collective discussion, and how he voted. */
export class Attendee {
  @Text(50, '参会人员姓名')
  name!: string;

  @Text(100, '参会人员职务')
  title!: string;

  @IsIn(Object.keys(VOTES), { message: '请选择表决意见' })
  vote!: Vote;
}

/** RC-28: the authority decides. */
export class ApproveDecisionInput {
  /** The authority's head agrees, or collective discussion has passed it. */
  @IsIn(Object.keys(APPROVAL_MODES), { message: '请选择审批方式' })
  mode!: keyof typeof APPROVAL_MODES;

  /** The opinion, as kept with the approval. */
  @Text(2000, '审批意见')
  opinion!: string;

  /** Collective discussion: the day of the meeting. */
  @IsOptional()
  @IsCalendarDate()
  meetingOn?: CalendarDate;

  /** Collective discussion: number of its record. */
  @IsOptional()
  @Text(60, '集体讨论记录编号')
  meetingRecord?: string;

  /** Collective discussion: who was there, and how each voted. */
  @IsOptional()
  @IsArray({ message: '参会人员应为列表' })
  @ArrayMaxSize(50, { message: '参会人员过多' })
  @IsObject({ each: true, message: '每名参会人员应为对象' })
  @ValidateNested({ each: true })
  @Type(() => Attendee)
  attendees?: Attendee[];
}

/** RC-29: the decision was served on a party. */
export class RecordServiceInput extends ServiceRecord {
  /** The party served; for the respondent, its organ. */
  @IsUUID('all', { message: '受送达人标识不正确' })
  recipientId!: Id;
}
