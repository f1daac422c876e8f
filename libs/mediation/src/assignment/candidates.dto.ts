import { type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsOptional } from 'class-validator';
import { OneOf, Text } from '../domain/fields.js';
import { LANGUAGES, type Language } from '../network/domain/codes.js';
import { CANDIDATE_KINDS, type CandidateKind } from './domain/candidate.js';

export class CandidateListRequest extends PageRequest {
  /** COMMITTEE, or MEDIATOR: those of the case's committee first, then the centre's, then all others. */
  @OneOf(CANDIDATE_KINDS, '人选类别')
  kind!: CandidateKind;

  /** A language that a party needs. */
  @IsOptional()
  @OneOf(LANGUAGES, '语言')
  language?: Language;

  /** Part of the name: somebody one has in mind, with his place among all. */
  @IsOptional()
  @Text(60, '名称')
  keyword?: string;
}

export class FactorView {
  code!: string;
  name!: string;
  /** 0 to 100. */
  score!: number;
  weight!: number;
  /** Weight times score. */
  points!: number;
}

export class ExclusionView {
  code!: string;
  /** Chinese: why not. */
  reason!: string;
  article!: string;
  /** It speaks against impartiality. */
  conflict!: boolean;
  /** The parties may choose him together all the same. */
  waivedByChoice!: boolean;
  /** Who may set it aside with a reason, in Chinese; empty if nobody. */
  overriddenBy!: string[];
}

export class CandidateView {
  id!: string;
  name!: string;
  /** From 1; null if something stands against the candidate. */
  rank!: number | null;
  /** 0 of the case's committee, 1 of the centre, 2 of another committee; they follow each other. */
  tier!: number;
  score!: number;
  factors!: FactorView[];
  exclusions!: ExclusionView[];
  openCases!: number;
  cap!: number;
  /** Weighted open cases, in tenths of an ordinary case. */
  load!: number;
  lastAssignedOn!: CalendarDate | null;
  /** Earlier mediations of the same parties or linked disputes. */
  handledBefore!: number;
}

export class SnapshotItem {
  id!: string;
  caseId!: string;
  /** Name of the step. */
  step!: string;
  kind!: CandidateKind;
  madeOn!: CalendarDate;
  madeAt!: Date;
  madeByName!: string;
  weightsVersion!: number;
  /** Who was taken, by name. */
  chosen!: string[];
  /** Who was first, by name. */
  first!: string[];
  reason!: string | null;
  /** Codes of what stood against whom was taken. */
  overridden!: string[];
  candidates!: number;
}

export class ReplayView {
  id!: string;
  /** The ranking made again from the snapshot alone is the one that was kept. */
  identical!: boolean;
  weightsVersion!: number;
  /** The first fifty places. */
  ranking!: CandidateView[];
}
