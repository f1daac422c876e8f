import type { Id } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { DECISION_KINDS, type DecisionKind } from '../../decision-kinds.js';
import { IdOf, IdsOf, OneOf } from '../../fields.js';
import { Text } from '../../text.js';
import * as table from './tables.js';

/** RC-14: whether somebody takes part as a third party. */
export class DecideThirdPartyInput {
  /** A party registered with the dispute as third party. */
  @IdOf('第三人')
  partyId!: Id;

  /** On his own application, or because the institution told him. */
  @OneOf(table.JOINING_WAYS, '参加方式')
  way!: table.JoiningWay;

  /** His interest in the act or in the result. */
  @Text(1000, '利害关系')
  interest!: string;

  /** Admitted or refused. */
  @OneOf(table.JOINING_OUTCOMES, '处理结果')
  outcome!: table.JoiningOutcome;

  /** Refused: why. */
  @IsOptional()
  @Text(1000, '不准予参加的理由')
  reason?: string;
}

/** RC-11: an officer should not take part. */
export class AskRecusalInput {
  /** The officer or head. */
  @IdOf('人员')
  officerId!: Id;

  /** Who asks. */
  @OneOf(table.RECUSAL_ASKERS, '提出方式')
  askedBy!: keyof typeof table.RECUSAL_ASKERS;

  /** A party asks: which. */
  @IsOptional()
  @IdOf('当事人')
  partyId?: Id;

  /** Why. */
  @OneOf(table.RECUSAL_GROUNDS, '回避情形')
  ground!: table.RecusalGround;

  /** The facts. */
  @Text(2000, '回避理由')
  explanation!: string;
}

/** RC-11: the recusal is decided. */
export class DecideRecusalInput {
  /** The request. */
  @IdOf('回避申请')
  recusalId!: Id;

  /** Granted or refused. */
  @OneOf(table.RECUSAL_OUTCOMES, '处理结果')
  outcome!: table.RecusalOutcome;

  /** Why. */
  @Text(1000, '决定理由')
  reason!: string;

  /** Granted against an officer of the case: who takes his place. */
  @IsOptional()
  @IdOf('接替人员')
  replacementId?: Id;
}

/** RC-25: an officer's own opinion on the case. */
export class GiveOpinionInput {
  /** The kind of decision he would make; none if the case should end without one. */
  @IsOptional()
  @OneOf(DECISION_KINDS, '拟作决定的类型')
  kind?: DecisionKind;

  /** Facts, law and handling, as he sees them. */
  @Text(10000, '合议意见')
  opinion!: string;

  /** Whether he agrees with the handling proposed by the handler. */
  @OneOf(table.VOTES, '表决意见')
  vote!: table.Vote;

  /** Not agreed: what he would do instead, and why; it is kept as it is. */
  @IsOptional()
  @Text(5000, '不同意见')
  dissent?: string;
}

/** RC-11: other cases are tried together with this one. */
export class JoinCasesInput {
  /** The cases to be joined with this one, which leads. */
  @IdsOf('案件', 1, 200)
  caseIds!: Id[];

  /** On which ground. */
  @OneOf(table.JOINDER_GROUNDS, '合并审理的情形')
  ground!: table.JoinderGround;

  /** Why it serves. */
  @Text(1000, '合并审理的理由')
  reason!: string;
}

/** RC-11: a joined case is tried on its own again. */
export class SeparateCaseInput {
  /** Why. */
  @Text(1000, '分案审理的理由')
  reason!: string;
}

/** RC-28: the lead's decision is also that of this case. */
export class DecideWithLeadInput {
  /** The authority's opinion. */
  @Text(2000, '审批意见')
  opinion!: string;
}
