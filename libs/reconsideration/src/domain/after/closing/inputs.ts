import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Text } from '../../text.js';
import { COURT_NUMBER } from './litigation.js';

/** RC-33: decision, and letters of opinion, are copied to the superior department of the respondent. */
export class CopyToSuperiorInput {
  /** The respondent's next higher department. */
  @Text(100, '上一级主管部门')
  superior!: string;

  @IsCalendarDate()
  sentOn!: CalendarDate;

  /** Letters of opinion went with it. */
  @IsBoolean({ message: '是否一并抄告意见书应为是或者否' })
  withLetters!: boolean;
}

/** RC-34: nothing is left to be done. */
export class CloseInput {
  /** How the case ended, and what came of it. */
  @Text(2000, '结案小结')
  summary!: string;
}

export const VOLUMES = { MAIN: '正卷', SUB: '副卷' } as const;

/** A paper of the file. */
export class FileEntry {
  /** Its title. */
  @Text(100, '文件名称')
  title!: string;

  @IsIn(Object.keys(VOLUMES), { message: '请选择正卷或者副卷' })
  volume!: keyof typeof VOLUMES;

  @IsInt({ message: '页数应为整数' })
  @Min(1, { message: '页数至少为1' })
  @Max(10000, { message: '页数过大' })
  pages!: number;
}

/** RC-35: the file goes to the archive. */
export class ArchiveInput {
  /** Number under which it is kept. */
  @Text(60, '档案号')
  archiveNumber!: string;

  /** Year under which it is kept: that of closing. */
  @IsInt({ message: '归档年度应为整数' })
  @Min(2000, { message: '归档年度不正确' })
  @Max(2100, { message: '归档年度不正确' })
  year!: number;

  /** List of the file's papers, in order. */
  @IsArray({ message: '请填写卷内目录' })
  @ArrayMinSize(2, { message: '正卷、副卷至少各有一份文件' })
  @ArrayMaxSize(1000, { message: '卷内文件过多' })
  @IsObject({ each: true, message: '每份文件应为对象' })
  @ValidateNested({ each: true })
  @Type(() => FileEntry)
  entries!: FileEntry[];
}

/** RC-38: a court has given notice of a suit against the decision. */
export class LinkLitigationInput {
  @Text(100, '人民法院名称')
  court!: string;

  /** The court's number: （2026）浙01行初10号. */
  @Matches(COURT_NUMBER, { message: '法院案号格式应如“（2026）浙01行初10号”' })
  courtNumber!: string;

  /** The applicant or third party who sued. */
  @IsUUID('all', { message: '原告标识不正确' })
  plaintiffId!: Id;

  /** The day on which the notice reached the authority. */
  @IsCalendarDate()
  noticedOn!: CalendarDate;
}
