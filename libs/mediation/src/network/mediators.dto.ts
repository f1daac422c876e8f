import { IsText } from '@app/cases';
import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { ENGAGEMENT_CODES, LANGUAGE_CODES, SUBJECT_CODES, type Engagement, type Language } from './domain/codes.js';
import type { CodeView } from './network.views.js';

/** Codes in one list at most. */
const MOST = 40;

export class MediatorListRequest extends PageRequest {
  /** Mediators of this committee. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为调委会编号' })
  committeeId?: string;

  /** Who knows this matter or field well. */
  @IsOptional()
  @IsIn(SUBJECT_CODES, { message: '事项或者领域不正确' })
  matter?: string;

  @IsOptional()
  @IsIn(LANGUAGE_CODES, { message: '语言不正确' })
  language?: Language;

  @IsOptional()
  @IsIn(ENGAGEMENT_CODES, { message: '用工方式不正确' })
  engagement?: Engagement;

  /** `true`: who can take a case today; `false`: who cannot. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'available 应为 true 或 false' })
  available?: 'true' | 'false';

  /** Part of the name. */
  @IsOptional()
  @IsText('关键词', 30)
  keyword?: string;
}

/** What a mediator can do; a request says all of it. */
export class MediatorProfileRequest {
  /** Codes of matters or fields. */
  @IsArray({ message: '专长应为列表' })
  @ArrayMaxSize(MOST, { message: '专长过多' })
  @ArrayUnique({ message: '专长不能重复' })
  @IsIn(SUBJECT_CODES, { each: true, message: '专长不正确' })
  expertise!: string[];

  @IsArray({ message: '语言应为列表' })
  @ArrayMaxSize(MOST, { message: '语言过多' })
  @ArrayUnique({ message: '语言不能重复' })
  @IsIn(LANGUAGE_CODES, { each: true, message: '语言不正确' })
  languages!: Language[];

  /** FULL_TIME 专职, or PER_CASE 计件. */
  @IsIn(ENGAGEMENT_CODES, { message: '用工方式不正确' })
  engagement!: Engagement;

  /** Open cases at most. */
  @IsInt({ message: '在办上限应为整数' })
  @Min(0, { message: '在办上限不能为负数' })
  @Max(1000, { message: '在办上限过大' })
  cap!: number;

  @IsCalendarDate()
  termFrom!: CalendarDate;

  /** The first day on which the term is over. */
  @IsOptional()
  @IsCalendarDate()
  termUntil?: CalendarDate;

  /** Employers of the last three years. */
  @IsOptional()
  @IsArray({ message: '曾任职单位应为列表' })
  @ArrayMaxSize(20, { message: '曾任职单位过多' })
  @ArrayUnique({ message: '曾任职单位不能重复' })
  @IsUUID(undefined, { each: true, message: '应为机关编号' })
  formerOrganIds?: string[];
}

export class ChangeMediatorRequest extends MediatorProfileRequest {
  /** The profile's version; 0 if there is none yet. */
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  @Min(0, { message: '版本号不正确' })
  version!: number;
}

export class CommitteeOfMediator {
  id!: string;
  name!: string;
}

export class MediatorItem {
  personId!: string;
  name!: string;
  committees!: CommitteeOfMediator[];
  expertise!: CodeView[];
  languages!: CodeView[];
  engagement!: Engagement;
  engagementName!: string;
  termFrom!: CalendarDate | null;
  termUntil!: CalendarDate | null;
  /** Open cases at most. */
  cap!: number;
  /** Open cases now. */
  openCases!: number;
  absent!: boolean;
  available!: boolean;
  /** Why not: TERM, CONTRACT, ABSENT, CAP. */
  unavailable!: string[];
  formerOrganIds!: string[];
  /** Of the profile; 0 while there is none. */
  version!: number;
}
