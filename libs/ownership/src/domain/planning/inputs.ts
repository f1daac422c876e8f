// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Text } from '../fields.js';

/** One step of a plan. */
export class PlanStep {
  @Text(300, '措施')
  measure!: string;

  /** Who does it: a post or a group, no name. */
  @Text(100, '责任人')
  responsible!: string;

  @IsCalendarDate()
  dueOn!: CalendarDate;
}

/** CO-03: 化解方案. */
export class SubmitPlanInput {
  /** 基本情况. */
  @Text(5000, '基本情况')
  facts!: string;

  /** 诉求. */
  @Text(2000, '诉求')
  claim!: string;

  /** 法律分析. */
  @Text(5000, '法律分析')
  legalView!: string;

  /** 化解思路与底线. */
  @Text(5000, '化解思路')
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
  @Text(2000, '稳控措施')
  riskControl?: string;
}

/** CO-03: the leader approves the plan. */
export class ApprovePlanInput {
  @Text(500, '审批意见')
  opinion!: string;
}

/** CO-03: the leader returns the plan. */
export class ReturnPlanInput {
  @Text(500, '退回意见')
  opinion!: string;
}
