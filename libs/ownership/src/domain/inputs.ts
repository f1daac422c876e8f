// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { RISKS, type Risk } from './facts.js';

export const LISTING_BASES = { AUTHORITY: '区政府审定', JOINT_MEETING: '联席会议审定' } as const;
export const REPORT_KINDS = { PROGRESS: '进展报告', CONSULTATION: '会商纪要', RECEPTION: '接访记录' } as const;

/** CO-01: a dispute is proposed for the list of cases owned by leaders. */
export class ProposeInput {
  /** 包案区领导. */
  @IsUUID('all', { message: '请选择包案区领导' })
  leaderId!: Id;

  /** 责任单位. */
  @IsUUID('all', { message: '请选择责任单位' })
  unitId!: Id;

  /** 包案责任领导, a leader of the responsible unit. */
  @IsUUID('all', { message: '请选择包案责任领导' })
  unitLeaderId!: Id;

  /** The day by which the dispute is to be resolved. */
  @IsCalendarDate()
  resolveBy!: CalendarDate;

  @IsIn(Object.keys(RISKS), { message: '请选择风险等级' })
  risk!: Risk;

  /** 化解目标. */
  @Length(1, 500, { message: '化解目标应为1至500字' })
  @Matches(/\S/, { message: '化解目标不能为空白' })
  target!: string;

  /** The joint meeting that put the dispute on the list though it has no tag of the list. */
  @IsOptional()
  @IsCalendarDate()
  jointMeetingOn?: CalendarDate;

  /** Why the joint meeting did so. */
  @IsOptional()
  @Length(1, 500, { message: '联席会议决定理由应为1至500字' })
  @Matches(/\S/, { message: '联席会议决定理由不能为空白' })
  jointMeetingReason?: string;
}

/** CO-01: the proposal is approved. */
export class ListInput {
  /** Who decided: the district government or the joint meeting. */
  @IsIn(Object.keys(LISTING_BASES), { message: '请选择审定依据' })
  basis!: keyof typeof LISTING_BASES;

  /** Opinion of the one who approves. */
  @Length(1, 500, { message: '审批意见应为1至500字' })
  @Matches(/\S/, { message: '审批意见不能为空白' })
  opinion!: string;
}

/** CO-01: the proposal is not approved. */
export class DeclineInput {
  @Length(1, 500, { message: '不予列入的理由应为1至500字' })
  @Matches(/\S/, { message: '不予列入的理由不能为空白' })
  opinion!: string;
}

/** One step of a plan. */
export class PlanStep {
  @Length(1, 300, { message: '措施应为1至300字' })
  @Matches(/\S/, { message: '措施不能为空白' })
  measure!: string;

  /** Who does it: a post or a group, no name. */
  @Length(1, 100, { message: '责任人应为1至100字' })
  responsible!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;
}

/** CO-03: 化解方案. */
export class SubmitPlanInput {
  /** 基本情况. */
  @Length(1, 5000, { message: '基本情况应为1至5000字' })
  @Matches(/\S/, { message: '基本情况不能为空白' })
  facts!: string;

  /** 诉求. */
  @Length(1, 2000, { message: '诉求应为1至2000字' })
  @Matches(/\S/, { message: '诉求不能为空白' })
  claim!: string;

  /** 法律分析. */
  @Length(1, 5000, { message: '法律分析应为1至5000字' })
  @Matches(/\S/, { message: '法律分析不能为空白' })
  legalView!: string;

  /** 化解思路与底线. */
  @Length(1, 5000, { message: '化解思路应为1至5000字' })
  @Matches(/\S/, { message: '化解思路不能为空白' })
  options!: string;

  /** 经费, in fen; 0 if none is needed. */
  @IsInt({ message: '经费应为整数（分）' })
  @Min(0, { message: '经费不能为负数' })
  @Max(1_000_000_000_000, { message: '经费过大，请核对' })
  budgetFen!: number;

  /** 时间表和责任分工. */
  @IsArray({ message: '请填写时间表' })
  @ArrayMinSize(1, { message: '请填写时间表' })
  @ArrayMaxSize(50, { message: '时间表最多50项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => PlanStep)
  steps!: PlanStep[];

  /** 风险与稳控措施. */
  @IsOptional()
  @Length(1, 2000, { message: '稳控措施应为1至2000字' })
  riskControl?: string;
}

/** CO-03: the leader approves the plan. */
export class ApprovePlanInput {
  @Length(1, 500, { message: '审批意见应为1至500字' })
  @Matches(/\S/, { message: '审批意见不能为空白' })
  opinion!: string;
}

/** CO-03: the leader returns the plan. */
export class ReturnPlanInput {
  @Length(1, 500, { message: '退回意见应为1至500字' })
  @Matches(/\S/, { message: '退回意见不能为空白' })
  opinion!: string;
}

/** CO-04: 进展报告, 会商纪要 or 接访记录. */
export class ReportProgressInput {
  @IsIn(Object.keys(REPORT_KINDS), { message: '请选择报告种类' })
  kind!: keyof typeof REPORT_KINDS;

  /** What was done since the last report. */
  @Length(1, 5000, { message: '进展应为1至5000字' })
  @Matches(/\S/, { message: '进展不能为空白' })
  done!: string;

  /** What comes next. */
  @Length(1, 2000, { message: '下一步应为1至2000字' })
  @Matches(/\S/, { message: '下一步不能为空白' })
  next!: string;

  @IsIn(Object.keys(RISKS), { message: '请选择风险等级' })
  risk!: Risk;

  /** The party was met or called. */
  @IsBoolean({ message: '请说明是否联系当事人' })
  partyContacted!: boolean;
}
