import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Flag, IdOf, OneOf, Text } from '../fields.js';

export const PROPOSERS = {
  APPLICANT: '申请人一方',
  RESPONDENT: '被申请人一方',
  THIRD_PARTY: '第三人',
  MEDIATOR: '调解员',
} as const;
export type Proposer = keyof typeof PROPOSERS;

/** Who besides the mediators knows of a proposal. */
export const PROPOSAL_READERS = { MEDIATOR: '仅调解员', OWN_SIDE: '提出方', BOTH: '各方当事人' } as const;
export type ProposalReaders = keyof typeof PROPOSAL_READERS;

/** What is offered. It stays behind the mediation wall, and is no admission (复议法实施条例 2026 第48条). */
class Offer {
  /** The offer in words. */
  @Text(5000, '方案内容')
  text!: string;

  /** Money, in fen; absent if none is offered. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于0' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;
}

/** MD-07: the mediator records a proposal. */
export class RecordProposalInput extends Offer {
  /** Whose it is. */
  @OneOf(PROPOSERS, '提出方')
  by!: Proposer;

  @OneOf(PROPOSAL_READERS, '可见范围')
  visibleTo!: ProposalReaders;
}

/** MD-07: a party sends its offer itself; the mediator decides whether it is put to the others. */
export class SubmitOfferInput extends Offer {}

/** MD-07: a proposal is put to all parties. */
export class PutProposalInput {
  @IdOf('方案')
  proposalId!: Id;

  /** The side whose offer it is allowed that; what was said in confidence stays there. */
  @Flag('提出方是否同意向对方披露')
  proposerAllows!: boolean;
}

/** MD-07: facts that nobody disputes, to be confirmed by each party (特邀调解规定 第22条; 在线调解规则 第18条). */
export class RecordFactInput {
  @Text(3000, '无争议事实')
  text!: string;
}

/** MD-07: a party confirms an undisputed fact. */
export class ConfirmFactInput {
  @IdOf('无争议事实')
  factId!: Id;

  @IdOf('当事人')
  partyId!: Id;

  @IsCalendarDate()
  on!: CalendarDate;

  /** The party also agrees that the fact is passed on to the source if there is no agreement. */
  @Flag('是否同意移送')
  mayPassOn!: boolean;
}
