import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Flag, IdsOf, OneOf, Text } from '../fields.js';

/** How a dispute was resolved, each with the instrument that proves it. */
export const RESOLUTIONS = {
  AGREEMENT: '和解（调解）协议',
  WITHDRAWAL_RULING: '准予撤诉裁定或者撤回申请',
  MEDIATION_DOCUMENT: '调解书',
  JUDGMENT_PERFORMED: '生效裁判已履行',
} as const;
export type Resolution = keyof typeof RESOLUTIONS;

/** Whether what was promised has been paid. */
export const PAYMENTS = { PAID: '已付清', NOT_PAID: '未付清', NO_MONEY: '不涉及款项' } as const;

export const UNRESOLVED_GROUNDS = {
  FINAL_JUDGMENT: '终审裁判已生效，不再协调',
  IRRECONCILABLE: '确实无法化解',
} as const;

/** CO-08: 化解报告. */
export class ClaimResolutionInput {
  @OneOf(RESOLUTIONS, '化解方式')
  kind!: Resolution;

  /** 化解情况. */
  @Text(5000, '化解情况')
  summary!: string;

  /** What is to be paid, in fen; absent if nothing is. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于零' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;

  /** Files of the case that prove it. */
  @IdsOf('佐证材料', 1, 20)
  fileIds!: Id[];
}

/** CO-09 and CO-10: what the bureau found when it verified the claim. */
export class CheckInput {
  /** The instrument has taken effect. */
  @Flag('文书是否生效')
  effective!: boolean;

  @OneOf(PAYMENTS, '款项支付情况')
  payment!: keyof typeof PAYMENTS;

  /** The party was called back or visited 回访, and confirms it. */
  @Flag('当事人是否认可')
  partyConfirms!: boolean;

  /** The day of the call. */
  @IsOptional()
  @IsCalendarDate()
  contactedOn?: CalendarDate;

  @Text(1000, '核验意见')
  opinion!: string;
}

/** CO-09: the leader signs. */
export class StrikeOffInput {
  @Text(500, '签批意见')
  opinion!: string;
}

/** CO-10: the leader does not sign. */
export class RefuseStrikeOffInput {
  @Text(500, '退回意见')
  opinion!: string;
}

/** CO-10: 反复: a dispute struck off breaks out again. */
export class ReopenInput {
  @Text(1000, '恢复台账的理由')
  reason!: string;

  /** The day by which it is to be resolved now. */
  @IsCalendarDate()
  resolveBy!: CalendarDate;
}

/** CO-11: it cannot be resolved. */
export class CloseUnresolvedInput {
  @OneOf(UNRESOLVED_GROUNDS, '原因')
  ground!: keyof typeof UNRESOLVED_GROUNDS;

  /** 情况说明. */
  @Text(5000, '情况说明')
  explanation!: string;

  /** What is learnt from it. */
  @Text(2000, '经验教训')
  lessons!: string;
}
