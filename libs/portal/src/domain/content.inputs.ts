// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { ID_TYPES, IsText, type IdType } from '@app/cases';
import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const KINDS = ['PERSON', 'ORGANISATION'] as const;
const ID_TYPE_CODES = Object.keys(ID_TYPES);
const SEXES = ['MALE', 'FEMALE'] as const;
const AUTHORITIES = ['GENERAL', 'SPECIAL'] as const;
export const APPLICANTS_MAX = 150;
const AGENTS_MAX = 50;

/** Who somebody is; everything may still be missing. */
class DraftPerson {
  /** PERSON (natural person) or ORGANISATION; PERSON if left out. */
  @IsOptional()
  @IsIn(KINDS, { message: '类型应为 PERSON（自然人）或 ORGANISATION（单位）' })
  kind?: (typeof KINDS)[number] | null;

  /** Name as in the paper. */
  @IsOptional()
  @IsText('姓名或者名称', 100, { blank: true })
  name?: string | null;

  /** Kind of paper; left out, the identity card of a person and the credit code of an organisation. */
  @IsOptional()
  @IsIn(ID_TYPE_CODES, { message: `证件类型应为 ${ID_TYPE_CODES.join('、')} 之一` })
  idType?: IdType | null;

  /** Number of the paper. */
  @IsOptional()
  @IsText('证件号码', 60, { blank: true })
  idNumber?: string | null;

  /** Mobile or fixed-line number. */
  @IsOptional()
  @IsText('联系电话', 40, { blank: true })
  phone?: string | null;
}

/** An applicant (实施条例 2026 第27条). */
export class DraftApplicant extends DraftPerson {
  /** MALE or FEMALE; of a person. */
  @IsOptional()
  @IsIn(SEXES, { message: '性别应为 MALE（男）或 FEMALE（女）' })
  sex?: (typeof SEXES)[number] | null;

  /** Where he lives, or the organisation has its seat. */
  @IsOptional()
  @IsText('住所', 200, { blank: true })
  domicile?: string | null;

  /** Where documents are served on him, if not where `service` says. */
  @IsOptional()
  @IsText('送达地址', 200, { blank: true })
  address?: string | null;

  /** 法定代表人 or 负责人 of an organisation. */
  @IsOptional()
  @IsText('法定代表人或者负责人', 60, { blank: true })
  legalRepresentative?: string | null;

  /** His post. */
  @IsOptional()
  @IsText('职务', 60, { blank: true })
  legalRepresentativePost?: string | null;

  /** One of the representatives chosen by many applicants. */
  @IsOptional()
  @IsBoolean({ message: '是否代表人应为 true 或 false' })
  isRepresentative?: boolean | null;
}

/** An agent of an applicant (复议法 2023 第17条; 实施条例 2026 第18条). */
export class DraftAgent extends DraftPerson {
  /** Position, from 0, of the applicant he acts for; the first if left out. */
  @IsOptional()
  @IsInt({ message: '被代理人应为申请人的序号' })
  @Min(0, { message: '被代理人应为申请人的序号' })
  @Max(APPLICANTS_MAX - 1, { message: '被代理人应为申请人的序号' })
  actsFor?: number | null;

  /** GENERAL or SPECIAL authority. */
  @IsOptional()
  @IsIn(AUTHORITIES, { message: '代理权限应为 GENERAL（一般授权）或 SPECIAL（特别授权）' })
  authority?: (typeof AUTHORITIES)[number] | null;

  /** What the power of attorney is for. */
  @IsOptional()
  @IsText('代理事项', 500, { blank: true })
  matters?: string | null;

  /** Until when it holds, in words: 至本案办结. */
  @IsOptional()
  @IsText('代理期限', 100, { blank: true })
  term?: string | null;
}

/** 送达地址确认: where and how documents are served. */
export class DraftServiceAddress {
  /** Who takes them. */
  @IsOptional()
  @IsText('收件人', 100, { blank: true })
  recipient?: string | null;

  @IsOptional()
  @IsText('联系电话', 40, { blank: true })
  phone?: string | null;

  /** Postal address. */
  @IsOptional()
  @IsText('送达地址', 200, { blank: true })
  address?: string | null;

  /** Documents, decisions included, may be served electronically (民诉法 2023 第90条). */
  @IsOptional()
  @IsBoolean({ message: '是否同意电子送达应为 true 或 false' })
  electronicConsent?: boolean | null;

  /** E-mail address or mobile number for it. */
  @IsOptional()
  @IsText('电子送达地址', 100, { blank: true })
  electronicAddress?: string | null;
}

/** An application as far as it is written. What is left out or null is missing. */
export class DraftContent {
  @IsOptional()
  @IsArray({ message: '申请人应为列表' })
  @ArrayMaxSize(APPLICANTS_MAX, { message: `申请人最多 ${APPLICANTS_MAX} 名` })
  @IsObject({ each: true, message: '每名申请人应为对象' })
  @ValidateNested({ each: true, message: '申请人的内容有误' })
  @Type(() => DraftApplicant)
  applicants?: DraftApplicant[] | null;

  @IsOptional()
  @IsArray({ message: '代理人应为列表' })
  @ArrayMaxSize(AGENTS_MAX, { message: `代理人最多 ${AGENTS_MAX} 名` })
  @IsObject({ each: true, message: '每名代理人应为对象' })
  @ValidateNested({ each: true, message: '代理人的内容有误' })
  @Type(() => DraftAgent)
  agents?: DraftAgent[] | null;

  /** Many applicants: the election of representatives is signed by all of them. */
  @IsOptional()
  @IsBoolean({ message: '推选书是否齐全应为 true 或 false' })
  electionSigned?: boolean | null;

  /** The respondent; see GET /portal/organs. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string | null;

  /** 申请事项; see GET /portal/codes. */
  @IsOptional()
  @IsText('申请事项', 40, { blank: true })
  matterCode?: string | null;

  /** 行政管理类别, if he knows it; see GET /portal/codes. */
  @IsOptional()
  @IsText('行政管理类别', 40, { blank: true })
  fieldCode?: string | null;

  /** Name of the act contested. */
  @IsOptional()
  @IsText('行政行为名称', 200, { blank: true })
  actName?: string | null;

  /** Its document number. */
  @IsOptional()
  @IsText('行政行为文号', 80, { blank: true })
  actDocumentNo?: string | null;

  /** The day it was made. */
  @IsOptional()
  @IsCalendarDate()
  actOn?: CalendarDate | null;

  /** The day he knew of it. */
  @IsOptional()
  @IsCalendarDate()
  actKnownOn?: CalendarDate | null;

  /** If he was not told of his right to apply: the day he learned of it. */
  @IsOptional()
  @IsCalendarDate()
  rightsKnownOn?: CalendarDate | null;

  /** Failure to act: the day the organ received his request. */
  @IsOptional()
  @IsCalendarDate()
  requestedOn?: CalendarDate | null;

  /** Failure to act: the last day of the period the law gives the organ, if it gives one. */
  @IsOptional()
  @IsCalendarDate()
  performanceDueOn?: CalendarDate | null;

  /** The act concerns real property. */
  @IsOptional()
  @IsBoolean({ message: '是否涉及不动产应为 true 或 false' })
  concernsRealEstate?: boolean | null;

  @IsOptional()
  @IsText('复议请求', 5_000, { lines: true, blank: true })
  claims?: string | null;

  /** Main facts and reasons. */
  @IsOptional()
  @IsText('主要事实和理由', 10_000, { lines: true, blank: true })
  facts?: string | null;

  /** Why it is late, if it is. */
  @IsOptional()
  @IsText('逾期的理由', 1_000, { lines: true, blank: true })
  latenessReason?: string | null;

  /** Where and how documents are served. */
  @IsOptional()
  @IsObject({ message: '送达地址确认应为对象' })
  @ValidateNested({ message: '送达地址确认的内容有误' })
  @Type(() => DraftServiceAddress)
  service?: DraftServiceAddress | null;
}
