import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
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
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PAUSE_REASONS, TERMINATION_REASONS, type PauseReason, type TerminationReason } from '../facts.js';
import { AcknowledgedClock } from '../intake/inputs.js';

/** MD-08: the mediation pauses. */
export class PauseInput {
  /** Appraisal stops the term; suspicion of sham mediation does not. */
  @IsIn(Object.keys(PAUSE_REASONS), { message: '请选择中止事由' })
  reason!: PauseReason;

  /** First day of the pause: for an appraisal, the day it was commissioned. */
  @IsCalendarDate()
  from!: CalendarDate;

  @Length(1, 500, { message: '说明应为1至500字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;

  /** Suspicion of sham mediation: to whom it was reported (特邀调解规定 第18条). */
  @IsOptional()
  @Length(1, 100, { message: '报告单位应为1至100字' })
  @Matches(/\S/, { message: '报告单位不能为空白' })
  reportedTo?: string;

  /** And the day of the report. */
  @IsOptional()
  @IsCalendarDate()
  reportedOn?: CalendarDate;
}

/** MD-08: the mediation goes on. */
export class ResumeMediationInput {
  /** First day counted again: for an appraisal, the day the result came. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** What the pause has come to: the appraisal's result is there, or the suspicion was not confirmed. */
  @IsOptional()
  @Length(1, 500, { message: '结果应为1至500字' })
  @Matches(/\S/, { message: '结果不能为空白' })
  outcome?: string;
}

/** MD-09: all parties agree to a longer term. */
export class ExtendTermInput {
  /** Calendar days added to the term. */
  @IsInt({ message: '延长天数应为整数' })
  @Min(1, { message: '延长天数至少1天' })
  @Max(365, { message: '延长天数最多365天' })
  days!: number;

  /** The parties that agreed. */
  @IsArray({ message: '请选择同意延长的当事人' })
  @ArrayMinSize(1, { message: '请选择同意延长的当事人' })
  @ArrayMaxSize(50, { message: '当事人最多50名' })
  @ArrayUnique({ message: '当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  agreedBy!: Id[];

  @Length(1, 500, { message: '延长理由应为1至500字' })
  @Matches(/\S/, { message: '延长理由不能为空白' })
  reason!: string;

  /** The citizen's periods that end within the longer term, each acknowledged. */
  @IsOptional()
  @IsArray({ message: '期限确认应为列表' })
  @ArrayMaxSize(20, { message: '期限确认最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  acknowledgedClocks?: AcknowledgedClock[];
}

/** One thing a party has to do under the agreement. */
export class Obligation {
  /** The party that has to perform. */
  @IsUUID('all', { message: '义务人标识不正确' })
  obligorId!: Id;

  /** What is to be done, and in which manner. */
  @Length(1, 500, { message: '履行内容应为1至500字' })
  @Matches(/\S/, { message: '履行内容不能为空白' })
  content!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;

  /** Money, in fen; absent if none is owed. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于0' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;
}

/** MD-10: the parties agree. Signing is the next step. */
export class AgreeInput {
  /** Facts and matter in dispute. */
  @Length(1, 5000, { message: '争议事项应为1至5000字' })
  @Matches(/\S/, { message: '争议事项不能为空白' })
  matter!: string;

  /** What was agreed. */
  @Length(1, 10000, { message: '协议内容应为1至10000字' })
  @Matches(/\S/, { message: '协议内容不能为空白' })
  terms!: string;

  /** Lawful, and no harm to the state, the public or third parties (复议法 2023 第5条第2款). */
  @Equals(true, { message: '协议须合法，且不损害国家利益、公共利益和他人合法权益' })
  lawful!: true;

  /** The respondent organ confirmed that its representative may bind it. */
  @IsBoolean({ message: '请说明被申请人代表是否有权承诺' })
  respondentMayBind!: boolean;

  /** If the organ owes money: its head approved. */
  @IsOptional()
  @IsBoolean({ message: '请说明机关负责人是否批准' })
  headApprovedPayment?: boolean;

  /** The performance schedule. */
  @IsArray({ message: '履行安排应为列表' })
  @ArrayMaxSize(100, { message: '履行安排最多100项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => Obligation)
  schedule!: Obligation[];
}

/** MD-15: the mediation ends without agreement. */
export class TerminateInput {
  @IsIn(Object.keys(TERMINATION_REASONS), { message: '请选择终止原因' })
  reason!: TerminationReason;

  @Length(1, 1000, { message: '说明应为1至1000字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;
}

/** MD-16: report and material go back to the source. Only what is here passes the mediation wall. */
export class ReturnInput {
  /** Report of the termination, without offers and concessions. */
  @Length(1, 3000, { message: '反馈应为1至3000字' })
  @Matches(/\S/, { message: '反馈不能为空白' })
  report!: string;

  /** Facts that all parties confirmed as undisputed. */
  @IsOptional()
  @Length(1, 3000, { message: '无争议事实应为1至3000字' })
  undisputedFacts?: string;

  /** All parties consent that these facts are passed on. */
  @IsOptional()
  @IsBoolean({ message: '请说明各方是否同意移送无争议事实' })
  undisputedFactsConsented?: boolean;

  /** The parties were told of their remedies and their periods (人民调解法 第26条). */
  @Equals(true, { message: '退回前须告知当事人救济途径和期限' })
  remediesTold!: true;
}
