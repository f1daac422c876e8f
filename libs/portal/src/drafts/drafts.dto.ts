import { NumberAndCode } from '../access/key.dto.js';
import type { CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, Equals, IsArray, IsInt, IsObject, Min, ValidateNested } from 'class-validator';
import { DraftContent } from '../domain/content.inputs.js';

/** A draft was begun. */
export class DraftCreatedView {
  id!: string;
  /** Opens it, and later the case; shown this once and kept nowhere. */
  code!: string;
  version!: number;
  /** Its last day; saving it puts it off. */
  expiresOn!: CalendarDate;
}

/** A draft as it shall be, whole. */
export class SavePortalDraftRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  @IsObject({ message: '申请内容应为对象' })
  @ValidateNested({ message: '申请内容有误' })
  @Type(() => DraftContent)
  content!: DraftContent;
}

export class DraftSavedView {
  version!: number;
  savedAt!: Date;
  expiresOn!: CalendarDate;
}

export class PortalDraftView extends DraftSavedView {
  id!: string;
  content!: DraftContent;
}

/** What else the applicant shows when he has his draft checked. */
export class CheckDraftRequest {
  /** Applications he made before, with their codes: they are looked through for the same matter. At most 5. */
  @IsArray({ message: '已提交的申请应为列表' })
  @ArrayMaxSize(5, { message: '已提交的申请最多 5 件' })
  @IsObject({ each: true, message: '每件申请应为对象' })
  @ValidateNested({ each: true, message: '编号或者查询码有误' })
  @Type(() => NumberAndCode)
  own!: NumberAndCode[];
}

export class FormFindingView {
  /** error: to be mended before it can be submitted; warning: it need not. */
  severity!: 'error' | 'warning';
  /** Pointer into the content. */
  pointer!: string;
  code!: string;
  /** Plain Chinese. */
  detail!: string;
  article?: string;
}

export class FilingPeriodView {
  /** Last day in time; null while the day it runs from is missing. */
  dueOn!: CalendarDate | null;
  /** Last day whatever was known; null while the day of the act is missing. */
  absoluteDueOn!: CalendarDate | null;
  inTime!: boolean | null;
  /** A day counted lies in a year whose notice is not published. */
  provisional!: boolean;
  article!: string;
  /** Plain Chinese; it warns, and stops nobody. */
  explanation!: string;
}

/** One of his own applications about what seems to be the same act. */
export class OwnDuplicateView {
  number!: string;
  detail!: string;
}

export class DraftCheckView {
  /** Nothing stands against submitting it. */
  complete!: boolean;
  findings!: FormFindingView[];
  period!: FilingPeriodView;
  /** Of those shown with the request only: nobody learns here what others have filed. */
  duplicates!: OwnDuplicateView[];
}

export class SubmitRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** What is written is true; this stands for the signature (实施条例 2026 第8条第2款、第27条). */
  @Equals(true, { message: '请确认所填内容真实，并同意以此代替签名' })
  declaration!: true;
}
