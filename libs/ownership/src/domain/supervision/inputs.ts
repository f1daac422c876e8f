import type { Id } from '@app/kernel';
import { IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { IdOf, IdsOf, OneOf, Text } from '../fields.js';
import { CAUSES, type Cause } from './causes.js';

/** CO-05: the system marks the case; nobody fills this in. */
export class MarkInput {
  @OneOf(CAUSES, '亮灯原因')
  cause!: Cause;

  /** What it was this time: a clock, or a day. A cause marks once for each. */
  @Length(1, 100, { message: '亮灯依据应为1至100字' })
  @Matches(/^[\w-]+$/, { message: '亮灯依据不正确' })
  about!: string;
}

/** CO-05: the mark is taken back by hand. */
export class LiftMarkInput {
  @Text(500, '熄灯理由')
  reason!: string;
}

/** CO-05: 通报. */
export class IssueCircularInput {
  @Text(2000, '通报内容')
  text!: string;
}

/** CO-05: 督办单. */
export class IssueSupervisionInput {
  /** 督办事由. */
  @Text(1000, '督办事由')
  reason!: string;

  /** 督办依据. */
  @Text(500, '督办依据')
  basis!: string;

  /** 督办要求. */
  @Text(2000, '督办要求')
  demand!: string;

  /** Working days in which to reply; the district's own length if absent. */
  @IsOptional()
  @IsInt({ message: '办理期限应为整数（工作日）' })
  @Min(1, { message: '办理期限至少1个工作日' })
  @Max(60, { message: '办理期限最多60个工作日' })
  workingDays?: number;
}

/** CO-05: the unit has got the order. */
export class AcknowledgeSupervisionInput {
  @IdOf('督办单')
  orderId!: Id;
}

/** CO-05: the unit replies. */
export class ReplySupervisionInput {
  @IdOf('督办单')
  orderId!: Id;

  /** 办理情况. */
  @Text(5000, '反馈内容')
  content!: string;

  /** Files of the case that prove it. */
  @IsOptional()
  @IdsOf('佐证材料', 0, 20)
  fileIds?: Id[];
}

/** CO-05: the reply will do. */
export class AcceptSupervisionInput {
  @IdOf('督办单')
  orderId!: Id;

  @Text(500, '审核意见')
  opinion!: string;
}

/** CO-05: the reply will not do; there is a new term. */
export class ReturnSupervisionInput {
  @IdOf('督办单')
  orderId!: Id;

  @Text(500, '退回意见')
  opinion!: string;

  /** Working days for the next reply; the district's own length if absent. */
  @IsOptional()
  @IsInt({ message: '办理期限应为整数（工作日）' })
  @Min(1, { message: '办理期限至少1个工作日' })
  @Max(60, { message: '办理期限最多60个工作日' })
  workingDays?: number;
}
