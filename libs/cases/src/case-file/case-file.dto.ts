import {
  CATEGORY_CODES,
  EVIDENCE_KIND_CODES,
  SIDE_CODES,
  WITHHOLDING_CODES,
  type Category,
  type EvidenceKind,
  type Side,
  type Volume,
  type WithholdingGround,
} from '@app/documents';
import type { CalendarDate, Id } from '@app/kernel';
import { IsCalendarDate } from '@app/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { IsText } from '../registration/requests/is-text.js';

/** What is said about a file; in an upload, fields of the form beside `file`. */
export class FileMetadata {
  /** 题名; the file's name without its extension, if absent. */
  @IsOptional()
  @IsText('题名', 200)
  title?: string;

  @IsIn(CATEGORY_CODES, { message: '请选择材料类别' })
  category!: Category;

  /** 正卷 or 副卷. */
  @IsOptional()
  @IsIn(['MAIN', 'SUB'], { message: '请选择正卷或者副卷' })
  volume?: Volume;

  /** Who submitted it or, of papers and returns of service, to whom it went. */
  @IsIn(SIDE_CODES, { message: '请选择材料属于哪一方' })
  side!: Side;

  /** The party, if it is an applicant's or third party's. */
  @IsOptional()
  @IsUUID('all', { message: '当事人标识不正确' })
  partyId?: Id;

  /** The organ, if it is the respondent's; the dispute's respondent if absent. */
  @IsOptional()
  @IsUUID('all', { message: '机关标识不正确' })
  organId?: Id;

  /** 文号 */
  @IsOptional()
  @IsText('文号', 60)
  documentNo?: string;

  /** The day it was submitted, or made. */
  @IsCalendarDate()
  submittedOn!: CalendarDate;

  /** 证据种类, of evidence (复议法 2023 第43条). */
  @IsOptional()
  @IsIn(EVIDENCE_KIND_CODES, { message: '请选择证据种类' })
  evidenceKind?: EvidenceKind;

  /** What it is to prove. */
  @IsOptional()
  @IsText('证明内容', 500, { lines: true })
  proves?: string;
}

export class ChangeFileRequest extends FileMetadata {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** Evidence: whether it is admitted; with the reason. */
  @IsOptional()
  @IsBoolean({ message: '是否采信应为是或者否' })
  admitted?: boolean;

  @IsOptional()
  @IsText('采信或者不予采信的理由', 500, { lines: true })
  admissionReason?: string;
}

/** Fields of the form that brings a new version, beside `file`. */
export class NewVersionRequest {
  /** The version that was read. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

class VersionedRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class WithdrawFileRequest extends VersionedRequest {
  /** Why; kept with the file. Put no names of persons in it. */
  @IsText('理由', 500)
  reason!: string;
}

export class WithholdFileRequest extends VersionedRequest {
  @IsArray({ message: '不予查阅的情形应为列表' })
  @ArrayMinSize(1, { message: '请选择不予查阅的情形' })
  @ArrayMaxSize(WITHHOLDING_CODES.length, { message: '不予查阅的情形重复' })
  @ArrayUnique({ message: '不予查阅的情形重复' })
  @IsIn(WITHHOLDING_CODES, { each: true, message: '不予查阅的情形不正确' })
  grounds!: WithholdingGround[];

  /** Why; parties are told it. */
  @IsText('理由', 500)
  reason!: string;
}

export class ConfirmWithholdingRequest extends VersionedRequest {
  /** False lifts it. */
  @IsBoolean({ message: '请选择确认或者不予确认' })
  confirmed!: boolean;
}

export class ReadFileRequest {
  /** An earlier version of the file; the current one if absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '版本序号应为整数' })
  @Min(1, { message: '版本序号从 1 开始' })
  @Max(100_000, { message: '没有这个版本' })
  no?: number;
}

export class RequestCaseFileRequest {
  /** 正卷 and 副卷, or 正卷 alone. */
  @IsBoolean({ message: '请选择是否包含副卷' })
  withSub!: boolean;
}
