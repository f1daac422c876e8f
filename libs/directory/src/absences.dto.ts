import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Length } from 'class-validator';

export class AbsenceListRequest extends PageRequest {
  /** People of this organ, which is one of mine. Without it: my own absences, and those I stand in for. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为机关编号' })
  organId?: string;

  /** Absences that touch the days from here on; today if absent. */
  @IsOptional()
  @IsCalendarDate()
  from?: CalendarDate;

  /** The last of those days; without end if absent. */
  @IsOptional()
  @IsCalendarDate()
  to?: CalendarDate;
}

export class EnterAbsenceRequest {
  /** Who is away; myself if absent. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  personId?: string;

  @IsCalendarDate()
  fromOn!: CalendarDate;

  /** The last day away. */
  @IsCalendarDate()
  lastDay!: CalendarDate;

  /** Who stands in: holds the same role in the same organ, or is its head; anybody of the organ, if its head says so. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  coverId?: string;

  @Length(2, 200, { message: '事由应为 2 至 200 字' })
  reason!: string;
}

export class ShortenAbsenceRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;

  /** The new last day, earlier than the one entered, and not before yesterday. */
  @IsCalendarDate()
  lastDay!: CalendarDate;
}

export class CancelAbsenceRequest {
  @Type(() => Number)
  @IsInt({ message: '请提供版本号' })
  version!: number;
}

export class AbsenceView {
  id!: string;
  personId!: string;
  name!: string;
  fromOn!: CalendarDate;
  /** The last day away. */
  lastDay!: CalendarDate;
  coverId!: string | null;
  coverName!: string | null;
  /** Only for the person, who stands in, and those who manage it; null for others. */
  reason!: string | null;
  /** It is going on today. */
  current!: boolean;
  cancelled!: boolean;
  version!: number;
}
