import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

export class CalendarDayRequest {
  /** A day of the year, or of the December before. */
  @IsCalendarDate()
  date!: CalendarDate;

  /** True: worked although it is a weekend day; false: off. */
  @IsBoolean({ message: '应为 true（上班）或 false（放假）' })
  working!: boolean;

  /** The holiday: 春节, 国庆节 … */
  @IsString({ message: '应为文字' })
  @Length(1, 50, { message: '节日名称应为 1 至 50 个字' })
  @Matches(/^\P{Cc}*$/u, { message: '不能含有控制字符' })
  name!: string;
}

export class YearRequest {
  @IsInt({ message: '年度应为整数' })
  @Min(2004, { message: '年度应在 2004 至 2099 之间' })
  @Max(2099, { message: '年度应在 2004 至 2099 之间' })
  year!: number;

  /** Title and number of the State Council's notice. */
  @IsString({ message: '应为文字' })
  @IsNotEmpty({ message: '请填写放假通知的名称和文号' })
  @MaxLength(200, { message: '最多 200 个字' })
  @Matches(/^\P{Cc}*$/u, { message: '不能含有控制字符' })
  source!: string;

  /** Where the notice is published. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { message: '应为网址' })
  @MaxLength(500, { message: '最多 500 个字符' })
  noticeUrl?: string;

  /** The days the notice names; this or `csv`. */
  @ValidateIf((request: YearRequest) => request.csv === undefined)
  @IsArray({ message: '请提交 days 或 csv 其中一项' })
  @ArrayMinSize(1, { message: '至少一个日期' })
  @ArrayMaxSize(400, { message: '最多 400 个日期' })
  @IsObject({ each: true, message: '应为日期的安排' })
  @ValidateNested({ each: true, message: '应为日期的安排' })
  @Type(() => CalendarDayRequest)
  days?: CalendarDayRequest[];

  /** The same as CSV with the columns 日期, 安排 (上班 or 放假), 节日. */
  @ValidateIf((request: YearRequest) => request.csv !== undefined)
  @IsString({ message: '应为 CSV 文字' })
  @MaxLength(50_000, { message: '最多 50000 个字符' })
  csv?: string;
}

export class ApplyYearRequest extends YearRequest {
  /** The `hash` of the preview. */
  @IsString({ message: '应为预览的 hash' })
  @Matches(/^[\w-]{43}$/, { message: '应为预览的 hash' })
  hash!: string;

  /** Why, for the audit trail. */
  @IsString({ message: '应为文字' })
  @Length(2, 500, { message: '理由应为 2 至 500 个字' })
  reason!: string;
}

export class PreviewPageRequest {
  /** Page of the clocks, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '页码应为整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(10000, { message: '页码过大' })
  page: number = 1;

  /** Clocks a page, 1 to 1000. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数应为整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(1000, { message: '每页最多 1000 条' })
  size: number = 100;
}

/** Something unusual in a table, which may still be right. */
export class CalendarWarning {
  /** Stable, for programs. */
  code!: string;
  /** Chinese sentence. */
  detail!: string;
  date?: CalendarDate;
}

export class RecountCounts {
  /** Open clocks looked at: those whose days reach the year. */
  open!: number;
  /** Those that are counted differently. */
  changed!: number;
  /** Due later, and earlier. */
  later!: number;
  earlier!: number;
  /** Provisional before, final after. */
  becomeFinal!: number;
}

export class MovedClockView {
  id!: string;
  subjectId!: string;
  scopeId!: string;
  rule!: string;
  ruleName!: string;
  oldDueOn!: CalendarDate;
  newDueOn!: CalendarDate;
  provisionalBefore!: boolean;
  provisionalAfter!: boolean;
}

export class MovedClockPage {
  items!: MovedClockView[];
  page!: number;
  size!: number;
  total!: number;
  totalIsCapped!: boolean;
}

export class YearPreviewView {
  year!: number;
  /** Send it with the request to apply. */
  hash!: string;
  /** Of the calendar as it is now. */
  calendarVersion!: number;
  /** What should be looked at twice. */
  warnings!: CalendarWarning[];
  counts!: RecountCounts;
  /** The open clocks that are counted differently. */
  clocks!: MovedClockPage;
}

export class AppliedYearView {
  year!: number;
  calendarVersion!: number;
  counts!: RecountCounts;
}

export class CalendarYearView {
  year!: number;
  source!: string;
  noticeUrl!: string | null;
  loadedAt!: Date;
  /** Who imported it; null if it came with the service. */
  loadedBy!: string | null;
  version!: number;
  /** Days off and days worked that the notice names. */
  daysOff!: number;
  daysWorked!: number;
}

export class CalendarCoverageView {
  /** Grows with every year loaded. */
  version!: number;
  years!: CalendarYearView[];
  /** Open clocks counted over a year that is not loaded. */
  provisionalClocks!: number;
}

export class CalendarDaysRequest {
  /** First day. */
  @IsCalendarDate()
  from!: CalendarDate;

  /** Last day, at most ten years later. */
  @IsCalendarDate()
  to!: CalendarDate;
}

export class CalendarDayView {
  date!: CalendarDate;
  working!: boolean;
  name!: string;
  source!: string;
}
