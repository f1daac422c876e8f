import type { Block, DocumentData, DocumentState, Format, RenditionLine, Volume } from '@app/documents';
import type { CalendarDate, FieldError } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';

const ADDRESSEE_ROLES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY', 'SUPERIOR', 'OTHER_ORGAN', 'COURT'] as const;
const PRINTABLE = /^[^\p{Cc}\p{Cs}\ufffe\uffff]+$/u;

export class AddresseeRequest {
  /** As what it gets the paper. */
  @IsIn(ADDRESSEE_ROLES, { message: '应为文书发送对象的类别' })
  role!: (typeof ADDRESSEE_ROLES)[number];

  /** As it stands on paper. */
  @IsString({ message: '应为文字' })
  @Length(1, 100, { message: '名称应为 1 至 100 字' })
  @Matches(PRINTABLE, { message: '名称中有不能打印的字符' })
  name!: string;

  /** The party of the dispute, if it is one. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为当事人编号' })
  partyId?: string;

  /** The organ, if it is one. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  organId?: string;

  /** Laid over the paper's data in his own text, where each addressee gets one. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject({ message: '应为字段和内容' })
  data?: Record<string, unknown>;
}

export class DraftPaperRequest {
  /** Code of the kind of paper, e.g. R04; GET /documents/kinds lists them. */
  @IsString({ message: '应为文书种类代码' })
  @Length(1, 40, { message: '文书种类代码过长' })
  kind!: string;

  /** Data by name of field; what is left out is taken from the case, where it says so. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  @IsOptional()
  @IsObject({ message: '应为字段和内容' })
  data?: Record<string, unknown>;

  /** To whom it goes; if absent, to those the case says. */
  @IsOptional()
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(200, { message: '发送对象过多' })
  @ValidateNested({ each: true })
  @Type(() => AddresseeRequest)
  addressees?: AddresseeRequest[];
}

export class PaperVersionRequest {
  /** The version of the paper that was read. */
  @Type(() => Number)
  @IsInt({ message: '请提供文书版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class EditPaperRequest extends PaperVersionRequest {
  /** Data by name of field: all of them, not only what changed. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject({ message: '应为字段和内容' })
  data!: Record<string, unknown>;

  /** To whom it goes. */
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(200, { message: '发送对象过多' })
  @ValidateNested({ each: true })
  @Type(() => AddresseeRequest)
  addressees!: AddresseeRequest[];
}

export class PaperReasonRequest extends PaperVersionRequest {
  /** Why. */
  @IsString({ message: '请填写理由' })
  @Length(1, 500, { message: '理由应为 1 至 500 字' })
  reason!: string;
}

export class PaperCreatedView {
  id!: string;
}

export class PaperFileView {
  format!: Format;
  /** PENDING, DONE or FAILED. */
  state!: RenditionLine['state'];
  attempts!: number;
  /** Why the last attempt failed: TIMEOUT, ENGINE_DIED, … */
  errorCode!: string | null;
  /** SHA-256 of the file. */
  hash!: string | null;
  /** What made it. */
  engine!: string | null;
  doneAt!: Date | null;
}

export class PaperLineView {
  id!: string;
  /** Code of the kind. */
  kind!: string;
  title!: string;
  /** MAIN 正卷, SUB 副卷. */
  volume!: Volume;
  /** DRAFT, SUBMITTED, RETURNED, SIGNED, VOID or DISCARDED. */
  state!: DocumentState;
  version!: number;
  number!: string | null;
  /** 成文日期. */
  issuedOn!: CalendarDate | null;
  /** SHA-256 of what was signed. */
  hash!: string | null;
  draftedBy!: string;
  draftedByName!: string;
  draftedAt!: Date;
  signedBy!: string | null;
  signedByName!: string | null;
  signedAt!: Date | null;
  returnReason!: string | null;
  voidedAt!: Date | null;
  voidReason!: string | null;
}

export class PaperPreviewView {
  issuer!: string;
  addressees!: string[];
  /** The body: headings, paragraphs, lists, tables, fields, signatures, page breaks, in order. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  blocks!: Block[];
  /** 诉权告知. */
  relief!: string | null;
}

export class MissingView {
  /** RFC 6901, into the paper. */
  pointer!: string;
  code!: string;
  detail!: string;
}

export class PaperView extends PaperLineView {
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: DocumentData;
  addressees!: AddresseeRequest[];
  /** What must be filled in before it can be signed. */
  @ApiProperty({ type: () => [MissingView] })
  missing!: FieldError[];
  /** As it stands on paper, or would; null if that cannot be shown before more is filled in. */
  preview!: PaperPreviewView | null;
  files!: PaperFileView[];
}

export class PaperVersionView {
  version!: number;
  /** SHA-256 of data and addressees. */
  hash!: string;
  savedBy!: string;
  savedByName!: string;
  savedAt!: Date;
  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: DocumentData;
  addressees!: AddresseeRequest[];
}
