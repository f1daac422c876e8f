import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { RISKS, type Risk } from '../facts.js';
import { IdOf, IdsOf, OneOf, Text } from '../fields.js';

export const LISTING_BASES = { AUTHORITY: '区政府审定', JOINT_MEETING: '联席会议审定' } as const;

/** Where the matter stands outside: the column 所处阶段 of the list. */
export const STAGES = {
  BEFORE: '尚未进入复议诉讼',
  RECONSIDERATION: '行政复议',
  FIRST_INSTANCE: '一审',
  SECOND_INSTANCE: '二审',
  RETRIAL: '再审',
  COMPENSATION: '行政赔偿程序',
  ENFORCEMENT: '执行',
  PETITION: '信访',
} as const;

/** CO-01: a dispute is proposed for the list of cases owned by leaders. */
export class ProposeInput {
  /** 包案区领导. */
  @IdOf('包案区领导')
  leaderId!: Id;

  /** 责任单位. */
  @IdOf('责任单位')
  unitId!: Id;

  /** 包案责任领导, a leader of the responsible unit. */
  @IdOf('包案责任领导')
  unitLeaderId!: Id;

  /** Units that help. */
  @IsOptional()
  @IdsOf('配合单位', 0, 20)
  cooperatingUnitIds?: Id[];

  /** The day by which the dispute is to be resolved. */
  @IsCalendarDate()
  resolveBy!: CalendarDate;

  @OneOf(RISKS, '风险等级')
  risk!: Risk;

  /** 化解目标. */
  @Text(500, '化解目标')
  target!: string;

  /** 所处阶段. */
  @IsOptional()
  @OneOf(STAGES, '所处阶段')
  stage?: keyof typeof STAGES;

  /** The court before which it is. */
  @IsOptional()
  @Text(100, '法院')
  court?: string;

  /** 争议焦点. */
  @IsOptional()
  @Text(500, '争议焦点')
  focus?: string;

  /** 措施, before there is a plan. */
  @IsOptional()
  @Text(1000, '措施')
  measures?: string;

  /** The joint meeting that put the dispute on the list though it has no tag of the list. */
  @IsOptional()
  @IsCalendarDate()
  jointMeetingOn?: CalendarDate;

  /** Why the joint meeting did so. */
  @IsOptional()
  @Text(500, '联席会议决定理由')
  jointMeetingReason?: string;
}

/** CO-01: the proposal is approved. */
export class ListInput {
  /** Who decided: the district government or the joint meeting. */
  @OneOf(LISTING_BASES, '审定依据')
  basis!: keyof typeof LISTING_BASES;

  /** Opinion of the one who approves. */
  @Text(500, '审批意见')
  opinion!: string;
}

/** CO-01: the proposal is not approved. */
export class DeclineInput {
  @Text(500, '不予列入的理由')
  opinion!: string;
}
