import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { RECUSAL_GROUNDS, type RecusalGround } from '../domain/facts.js';
import { IdOf, IdsOf, OneOf, Text } from '../domain/fields.js';
import { AcknowledgedClock } from '../domain/intake/inputs.js';
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

/** How the mediators of a case come to be named. */
export const WAYS = {
  JOINT_CHOICE: '双方共同选定',
  LEFT_TO_CENTRE: '双方同意由中心指定',
  CHOICE_LAPSED: '逾期未共同选定',
} as const;
export type Way = keyof typeof WAYS;

export class ConsentInHand {
  /** The party; the respondent organ by its own id. */
  @IdOf('当事人')
  partyId!: string;

  /** WRITTEN or ELECTRONIC. */
  @OneOf({ WRITTEN: '书面', ELECTRONIC: '电子' }, '同意方式')
  form!: 'WRITTEN' | 'ELECTRONIC';

  /** The day of the consent. */
  @IsCalendarDate()
  answeredOn!: CalendarDate;
}

export class AdmitRequest {
  /** The version of the case that was read; one that was just opened is at 2. */
  @Type(() => Number)
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(2_147_483_647, { message: '版本号不正确' })
  version!: number;

  /** The consents in hand: of each side at least one. Those on record need not be named again. */
  @IsArray({ message: '同意书应为列表' })
  @ArrayMaxSize(50, { message: '同意书最多50份' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => ConsentInHand)
  consents!: ConsentInHand[];

  /** The citizen's periods that end within the term, each acknowledged. */
  @IsOptional()
  @IsArray({ message: '期限确认应为列表' })
  @ArrayMaxSize(20, { message: '期限确认最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  acknowledgedClocks?: AcknowledgedClock[];

  /** COMMITTEE stops when the committee has it; MEDIATOR goes on to the mediators. */
  @IsIn(['COMMITTEE', 'MEDIATOR'], { message: '请选择办理到哪一步' })
  upTo!: 'COMMITTEE' | 'MEDIATOR';

  /** Default: the first of the ranking. */
  @IsOptional()
  @IdOf('调委会')
  committeeId?: string;

  /** Default: the first of the ranking; two of a major case. */
  @IsOptional()
  @IdsOf('调解员', 1, 5)
  mediatorIds?: string[];

  /** Of several: who presides. Default: the first. */
  @IsOptional()
  @IdOf('主持调解员')
  presidingId?: string;

  /** How the mediators come to be named; needed up to MEDIATOR. */
  @IsOptional()
  @OneOf(WAYS, '选定或者指定的依据')
  basis?: Way;

  /** A language that a party needs. */
  @IsOptional()
  @OneOf(LANGUAGES, '语言')
  language?: Language;

  /** Why others than the first of the ranking. */
  @IsOptional()
  @Text(500, '另选理由')
  deviationReason?: string;
}

/** The mediation after its last step. */
export class AdmittedView {
  caseId!: string;
  /** For the next request. */
  version!: number;
  state!: string;
  stateName!: string;
}

export class CaseVersion {
  @IdOf('案件')
  caseId!: string;

  /** The version of the case that was read. */
  @Type(() => Number)
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(2_147_483_647, { message: '版本号不正确' })
  version!: number;
}

/** Cases to be done alike. */
export class BulkRequest {
  /** Each with the version that was read; at most 100. */
  @IsArray({ message: '案件应为列表' })
  @ArrayMinSize(1, { message: '案件至少1件' })
  @ArrayMaxSize(100, { message: '案件最多100件' })
  @ArrayUnique((of: CaseVersion | null) => of?.caseId, { message: '案件不能重复' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => CaseVersion)
  cases!: CaseVersion[];

  /** All in one transaction, or each in its own (default): then the answer says of each whether it was done. */
  @IsOptional()
  @IsBoolean({ message: '应为是或者否' })
  allOrNothing?: boolean;
}

export class AssignManyRequest extends BulkRequest {
  /** COMMITTEE or MEDIATOR. */
  @OneOf(CANDIDATE_KINDS, '人选类别')
  kind!: CandidateKind;

  /** Whom all are given to. Default: each to the first of its own ranking. */
  @IsOptional()
  @IdOf('人选')
  toId?: string;

  /** Of mediators: how they come to be named. */
  @IsOptional()
  @OneOf(WAYS, '选定或者指定的依据')
  basis?: Way;

  /** Why others than the first of the ranking. */
  @IsOptional()
  @Text(500, '另选理由')
  deviationReason?: string;
}

export class ReleaseRequest extends BulkRequest {
  @Text(500, '退出理由')
  reason!: string;
}

export class HandOverRequest extends BulkRequest {
  /** The mediator who gives them. */
  @IdOf('移交人')
  fromId!: string;

  /** The mediator who takes them. */
  @IdOf('接收人')
  toId!: string;

  @Text(500, '移交理由')
  reason!: string;
}

export class RefusedView {
  code!: string;
  detail!: string;
}

export class CaseOutcome {
  caseId!: string;
  done!: boolean;
  /** For the next request; null if refused. */
  version!: number | null;
  state!: string | null;
  stateName!: string | null;
  refusal!: RefusedView | null;
}

export class BulkView {
  done!: number;
  refused!: number;
  outcomes!: CaseOutcome[];
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

export class WeightsRequest {
  @Weight('专业匹配') matter!: number;
  @Weight('区域匹配') area!: number;
  @Weight('加权在办量') load!: number;
  @Weight('办案连续性') continuity!: number;
  @Weight('语言') language!: number;
  @Weight('可承办') availability!: number;

  /** Why they are to be so. */
  @Text(500, '理由')
  reason!: string;
}

export class WeightsView {
  version!: number;
  matter!: number;
  area!: number;
  load!: number;
  continuity!: number;
  language!: number;
  availability!: number;
  reason!: string;
  createdByName!: string;
  createdAt!: Date;
  effectiveAt!: Date | null;
  effectedByName!: string | null;
  /** It is the one that counts today. */
  inEffect!: boolean;
}

export class TakeEffectRequest {
  /** The version in effect as it was read; another means that somebody has decided since. */
  @Type(() => Number)
  @IsInt({ message: '请提供现行权重的版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  @Max(2_147_483_647, { message: '版本号不正确' })
  current!: number;

  @Text(500, '理由')
  reason!: string;
}

export class DryRunRequest {
  /** First day of the period. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** The first day after it. */
  @IsCalendarDate()
  until!: CalendarDate;

  /** COMMITTEE or MEDIATOR. */
  @OneOf(CANDIDATE_KINDS, '人选类别')
  kind!: CandidateKind;
}

export class DryRunShareView {
  id!: string;
  name!: string;
  cap!: number;
  /** What was given in the period, in tenths of an ordinary case. */
  before!: number;
  after!: number;
}

export class DryRunCaseView {
  caseId!: string;
  got!: string[];
  wouldGet!: string[];
}

export class DryRunView {
  version!: number;
  assignments!: number;
  /** Gini coefficient of what was given by cap, in thousandths: 0 is even. */
  fairnessBefore!: number;
  fairnessAfter!: number;
  shares!: DryRunShareView[];
  /** Assignments that would have gone to others. */
  others!: DryRunCaseView[];
}

export class RelationRequest {
  /** The mediator. */
  @IdOf('调解员')
  personId!: string;

  /** A party of a dispute; or an organ. */
  @IsOptional()
  @IdOf('当事人')
  partyId?: string;

  @IsOptional()
  @IdOf('单位')
  organId?: string;

  @OneOf(RECUSAL_GROUNDS, '关系类别')
  kind!: RecusalGround;

  @Text(500, '说明')
  explanation!: string;

  @IsCalendarDate()
  fromOn!: CalendarDate;

  /** The first day on which it is over. */
  @IsOptional()
  @IsCalendarDate()
  untilOn?: CalendarDate;
}

export class RelationListRequest extends PageRequest {
  @IdOf('调解员')
  personId!: string;
}

export class RelationView {
  id!: string;
  personId!: string;
  partyId!: string | null;
  organId!: string | null;
  organName!: string | null;
  kind!: string;
  kindName!: string;
  explanation!: string;
  fromOn!: CalendarDate;
  untilOn!: CalendarDate | null;
  withdrawn!: boolean;
}

export class PartyExclusionRequest {
  @IdOf('当事人')
  partyId!: string;

  /** The mediator whom the party does not want. */
  @IdOf('调解员')
  personId!: string;

  @Text(500, '理由')
  reason!: string;
}

export class PartyExclusionView {
  id!: string;
  partyId!: string;
  personId!: string;
  personName!: string;
  reason!: string;
  createdAt!: Date;
  withdrawn!: boolean;
}

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

function Weight(name: string): PropertyDecorator {
  return (target, property) => {
    IsInt({ message: `${name}的权重应为整数` })(target, property);
    Min(0, { message: `${name}的权重不小于0` })(target, property);
    Max(100, { message: `${name}的权重不大于100` })(target, property);
  };
}
