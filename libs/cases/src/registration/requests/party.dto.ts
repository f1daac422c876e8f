import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ID_TYPES, type IdType } from '../domain/id-numbers.js';
import type { PartyKind, PartyRole } from '../domain/party-rules.js';
import { IsText } from './is-text.js';

const PARTY_ROLES = ['APPLICANT', 'THIRD_PARTY', 'AGENT'] as const;
const PARTY_KINDS = ['PERSON', 'ORGANISATION'] as const;
const AUTHORITIES = ['GENERAL', 'SPECIAL'] as const;

/** A side of the dispute other than the respondent, or an agent of one. */
export class PartyRequest {
  /** Of a party already entered, when the parties are changed: what is left out of its ID number stays as it is. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为当事人编号' })
  id?: string;

  /** APPLICANT, THIRD_PARTY or AGENT. */
  @IsIn(PARTY_ROLES, { message: '当事人身份应为 APPLICANT（申请人）、THIRD_PARTY（第三人）或 AGENT（代理人）' })
  role!: PartyRole;

  /** PERSON (natural person) or ORGANISATION. */
  @IsIn(PARTY_KINDS, { message: '当事人类型应为 PERSON（自然人）或 ORGANISATION（单位）' })
  kind!: PartyKind;

  /** Name as in the paper shown. */
  @IsText('姓名或者名称', 100)
  name!: string;

  /** Kind of paper; USCC for organisations. */
  @IsOptional()
  @IsIn(Object.keys(ID_TYPES), { message: `证件类型应为 ${Object.keys(ID_TYPES).join('、')} 之一` })
  idType?: IdType | null;

  /** Number of the paper; kept encrypted, shown masked. */
  @IsOptional()
  @IsText('证件号码', 60)
  idNumber?: string | null;

  /** Mobile or fixed-line number. */
  @IsOptional()
  @IsText('联系电话', 40)
  phone?: string | null;

  /** Where documents are served. */
  @IsOptional()
  @IsText('送达地址', 200)
  address?: string | null;

  /** 法定代表人 or 负责人 of an organisation. */
  @IsOptional()
  @IsText('法定代表人或者负责人', 60)
  legalRepresentative?: string | null;

  /** One of the representatives chosen by many applicants. */
  @IsOptional()
  @IsBoolean({ message: '是否代表人应为 true 或 false' })
  isRepresentative?: boolean;

  /** For an agent: position, from 0, in the list of parties, of the party he acts for. */
  @IsOptional()
  @IsInt({ message: '被代理人应为当事人在列表中的序号' })
  @Min(0, { message: '被代理人应为当事人在列表中的序号' })
  @Max(199, { message: '被代理人应为当事人在列表中的序号' })
  actsFor?: number | null;

  /** For an agent: GENERAL or SPECIAL authority. */
  @IsOptional()
  @IsIn(AUTHORITIES, { message: '代理权限应为 GENERAL（一般授权）或 SPECIAL（特别授权）' })
  authority?: (typeof AUTHORITIES)[number] | null;
}
