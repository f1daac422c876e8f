import { IsCalendarDate, type CalendarDate } from '@app/kernel';
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
import { IdOf, IdsOf, OneOf, Text } from '../domain/fields.js';
import { AcknowledgedClock } from '../domain/intake/inputs.js';
import { LANGUAGES, type Language } from '../network/domain/codes.js';
import { CANDIDATE_KINDS, type CandidateKind } from './domain/candidate.js';

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
