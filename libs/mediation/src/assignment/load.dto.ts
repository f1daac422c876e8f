import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { OneOf } from '../domain/fields.js';
import { CANDIDATE_KINDS, type CandidateKind } from './domain/candidate.js';

export class LoadListRequest extends PageRequest {
  /** COMMITTEE or MEDIATOR. */
  @OneOf(CANDIDATE_KINDS, '人选类别')
  kind!: CandidateKind;
}

export class LoadView {
  id!: string;
  name!: string;
  openCases!: number;
  /** Weighted open cases, in tenths of an ordinary case. */
  load!: number;
  cap!: number;
  overCap!: boolean;
  absent!: boolean;
}

export class LoadCaseView {
  caseId!: string;
  number!: string;
  disputeId!: string;
  state!: string;
  stateName!: string;
  /** In tenths of an ordinary case. */
  weight!: number;
}

export class FairnessRequest {
  @Type(() => Number)
  @IsInt({ message: '年份应为整数' })
  @Min(2000, { message: '年份不正确' })
  @Max(2100, { message: '年份不正确' })
  year!: number;
}

export class FairnessView {
  /** `2026-11`, at its end, or today if it is not over. */
  month!: string;
  mediators!: number;
  /** Weighted, in tenths of an ordinary case. */
  load!: number;
  /** Gini coefficient of load by cap, in thousandths: 0 is even. */
  fairness!: number;
}

export class OrphanView {
  caseId!: string;
  number!: string;
  disputeId!: string;
  state!: string;
  stateName!: string;
  version!: number;
  /** Who has left or is away; null if it is the committee. */
  personId!: string | null;
  name!: string;
  /** POST_ENDED, ACCOUNT_DISABLED, TERM_OVER, ABSENT or COMMITTEE_ENDED. */
  reasons!: string[];
  reasonNames!: string[];
}
