import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { IsText } from '@app/cases';
import { PageRequest } from '@app/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CHECKS } from '../checks/index.js';

export const FINDING_STATES = ['OPEN', 'ACCEPTED', 'RESOLVED'] as const;
const CODES = CHECKS.map((check) => check.code);

export class FindingListRequest extends PageRequest {
  /** Code of the check; all of them without. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(CODES, { message: '没有这项核查' })
  check?: string;

  /** Open ones, if nothing is said. */
  @ApiPropertyOptional({ enum: FINDING_STATES, default: 'OPEN' })
  @IsOptional()
  @IsIn(FINDING_STATES, { message: '状态应为 OPEN、ACCEPTED 或 RESOLVED' })
  state: (typeof FINDING_STATES)[number] = 'OPEN';

  /** Instead of the state: those that lasted on that day, which is what the history counts. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsCalendarDate()
  on?: CalendarDate;

  /** Only what the caller must mend himself. */
  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: '应为 true 或 false' })
  mine: boolean = false;
}

export class HistoryRequest {
  /** Days back from today. */
  @ApiPropertyOptional({ default: 30, minimum: 1, maximum: 365 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '至少 1 天' })
  @Max(365, { message: '最多 365 天' })
  days: number = 30;
}

export class AcceptRequest {
  /** Version that was read. */
  @IsInt({ message: '应为整数' })
  @Min(1, { message: '不能小于 1' })
  version!: number;

  /** Why it may stay as it is. No personal data. */
  @IsText('理由', 500)
  reason!: string;

  /** The last day on which it may. */
  @IsCalendarDate()
  until!: CalendarDate;
}

export class CheckFigureRequest {
  /** Version that was read; 0 if the check has no setting of its own. */
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不能小于 0' })
  version!: number;

  /** Days, hours or cases, as the check says. */
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不能小于 0' })
  @Max(1000, { message: '最多 1000' })
  amount!: number;

  /** Why. */
  @IsText('理由', 200)
  reason!: string;
}

/** A check, with what of its findings the caller may see. */
export class CheckView {
  code!: string;
  name!: string;
  /** Why it matters. */
  why!: string;
  article!: string | null;
  /** HIGH, MEDIUM or LOW. */
  severity!: string;
  /** What mends it. */
  mend!: string;
  /** Roles that mend it. */
  ownerRoles!: string[];
  /** Findings that are open: opens by `/integrity/findings?check=…`. */
  open!: number;
  /** Open ones the caller must mend himself. */
  mine!: number;
  /** Findings accepted for a time. */
  accepted!: number;
  /** Findings that lasted seven days ago, to compare with `open + accepted`. */
  weekAgo!: number;
}

export class HistoryDay {
  on!: string;
  /** Findings that lasted on that day: opens by `/integrity/findings?check=…&on=…`. */
  found!: number;
}

export class FindingView {
  id!: string;
  checkCode!: string;
  checkName!: string;
  severity!: string;
  /** Kind of the record: case, clock, person … */
  subject!: string;
  subjectName!: string;
  /** The record itself. */
  subjectId!: string;
  /** Number of the case or dispute, or name of the person; null for who may not see it. */
  label!: string | null;
  disputeId!: string | null;
  caseId!: string | null;
  /** Who must mend it. */
  ownerId!: string | null;
  ownerName!: string | null;
  /** The caller must. */
  mine!: boolean;
  /** OPEN, ACCEPTED or RESOLVED. */
  state!: string;
  firstSeenOn!: string;
  lastSeenOn!: string;
  resolvedOn!: string | null;
  acceptedUntil!: string | null;
  acceptReason!: string | null;
  version!: number;
}

export class RunView {
  id!: string;
  /** The night it belongs to; null if somebody asked for it. */
  night!: string | null;
  /** Records looked at. */
  walked!: number;
  startedAt!: Date;
  /** Null while it is under way. */
  endedAt!: Date | null;
}

export class CheckFigureView {
  code!: string;
  name!: string;
  amount!: number;
  /** 天, 小时 or 件. */
  unit!: string;
  means!: string;
  /** Built in. */
  initial!: number;
  /** 0: the built-in figure holds. */
  version!: number;
}
