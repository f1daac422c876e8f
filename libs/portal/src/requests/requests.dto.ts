import { IsText } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { NumberAndCode } from '../access/key.dto.js';
import { REQUEST_KINDS, REQUEST_OUTCOMES, type RequestKind, type RequestOutcome } from '../domain/request-kinds.js';

const KINDS = Object.keys(REQUEST_KINDS) as RequestKind[];
const OUTCOMES = Object.keys(REQUEST_OUTCOMES) as RequestOutcome[];

/** Something the applicant does on his own case. */
export class ActRequest extends NumberAndCode {
  /** SUPPLEMENT, WITHDRAWAL, MEDIATION, MEDIATION_REFUSAL, HEARING or RECUSAL. */
  @IsIn(KINDS, { message: `事项应为 ${KINDS.join('、')} 之一` })
  kind!: RequestKind;

  /** In his own words: what he adds, or what he asks for and why; of a recusal also whose. */
  @IsText('内容', 5_000, { lines: true })
  text!: string;
}

/** The receipt for it. */
export class ActReceiptView {
  id!: string;
  kind!: RequestKind;
  caseNumber!: string;
  receivedAt!: Date;
  receivedOn!: CalendarDate;
  /** SHA-256, in hexadecimal, of `{ caseNumber, id, kind, receivedAt, text }` in canonical form (RFC 8785). */
  hash!: string;
  /** Plain Chinese: what has happened with it, and what comes next. */
  statement!: string;
  article!: string;
}

/** An offer of the applicant's in the mediation of his dispute. */
export class OfferRequest extends NumberAndCode {
  /** In his own words; the mediators alone read it. */
  @IsText('方案', 5_000, { lines: true })
  text!: string;

  /** Money, in fen; absent if none is part of it. */
  @IsOptional()
  @IsInt({ message: '金额应为整数（分）' })
  @Min(1, { message: '金额应大于0' })
  @Max(1_000_000_000_000, { message: '金额过大，请核对' })
  amountFen?: number;
}

export class OfferReceiptView {
  /** The day it came. */
  on!: CalendarDate;
  /** Plain Chinese: who reads it. */
  statement!: string;
}

/** A request as the officers of the case see it. */
export class CaseRequestView {
  id!: string;
  version!: number;
  kind!: RequestKind;
  kindName!: string;
  article!: string;
  text!: string;
  receivedAt!: Date;
  receivedOn!: CalendarDate;
  hash!: string;
  /** OPEN or SETTLED. */
  state!: string;
  /** GRANTED, REFUSED or NOTED. */
  outcome!: RequestOutcome | null;
  outcomeName!: string | null;
  /** What the applicant was answered. */
  reply!: string | null;
  /** Null too if a step settled it at once. */
  settledBy!: string | null;
  settledAt!: Date | null;
}

/** How a request is settled. What must be done in the case, a withdrawal approved or a hearing fixed, is a step of its own. */
export class SettleRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** GRANTED, REFUSED or NOTED. */
  @IsIn(OUTCOMES, { message: `处理结果应为 ${OUTCOMES.join('、')} 之一` })
  outcome!: RequestOutcome;

  /** The answer, which the applicant reads. */
  @IsText('答复', 1_000, { lines: true })
  reply!: string;
}
