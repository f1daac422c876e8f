import type { LightColour } from '@app/deadlines';
import type { CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsText } from '@app/cases';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { MoreTimeOutcome } from '../domain/kinds.js';
import { OWED_KIND_CODES, type OwedKind } from '../domain/what-next.js';

const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;

export class OwedListRequest extends PageRequest {
  @IsOptional()
  @IsIn(OWED_KIND_CODES, { message: '类别不正确' })
  kind?: OwedKind;

  /** red, yellow, green (blue counts as green), or grey: suspended. */
  @IsOptional()
  @IsIn(LIGHTS, { message: '亮灯颜色不正确' })
  light?: (typeof LIGHTS)[number];

  /** Only what is overdue. */
  @IsOptional()
  @IsIn(['true'], { message: '只能为 true' })
  overdue?: 'true';
}

export class DoneListRequest extends PageRequest {
  @IsOptional()
  @IsIn(OWED_KIND_CODES, { message: '类别不正确' })
  kind?: OwedKind;

  /** Only what was late, or was not done at all. */
  @IsOptional()
  @IsIn(['true'], { message: '只能为 true' })
  late?: 'true';
}

export class NextActionView {
  name!: string;
  label!: string;
  method!: 'POST' | 'GET';
  /** Under the API's prefix. */
  path!: string;
}

export class AcknowledgedView {
  name!: string;
  at!: Date;
}

export class OwedView {
  clockId!: string;
  kind!: OwedKind;
  kindName!: string;
  /** What is owed. */
  name!: string;
  /** Law and article. */
  article!: string;
  organId!: string;
  organName!: string;
  /** Null for a period of a dispute without a case. */
  caseId!: string | null;
  /** Number of the case. */
  number!: string;
  /** The version a step of the case takes; null where it takes none. */
  caseVersion!: number | null;
  /** The request, if it was asked by those who have the case. */
  requestId!: string | null;
  startsOn!: CalendarDate;
  dueOn!: CalendarDate;
  /** Counted over a year whose notice is not published. */
  provisional!: boolean;
  light!: LightColour;
  /** Working days after today up to and including the due day; null once it has ended. */
  remainingWorkingDays!: number | null;
  overdueDays!: number;
  /** What to do next; null once it has ended. */
  next!: NextActionView | null;
  acknowledged!: AcknowledgedView | null;
  /** What became of the organ's request for more time; null if there was none. */
  moreTime!: MoreTimeOutcome | null;
  /** The day it was done, or fell away; null while it is owed. */
  closedOn!: CalendarDate | null;
  /** Done after its last day, or not at all. */
  late!: boolean;
  /** It was done; false while it is owed, and where the period ran out for good. */
  answered!: boolean;
}

export class OwedCountView {
  kind!: OwedKind;
  kindName!: string;
  count!: number;
  overdue!: number;
}

export class OwedListView {
  items!: OwedView[];
  page!: number;
  size!: number;
  /** Of what was asked for. */
  total!: number;
  /** Of all that is owed, whatever was asked for. */
  counts!: OwedCountView[];
}

export class AskMoreTimeRequest {
  /** Calendar days asked for. */
  @IsInt({ message: '延期天数应为整数' })
  @Min(1, { message: '至少延期 1 日' })
  @Max(60, { message: '最多申请延期 60 日' })
  days!: number;

  @IsText('理由', 500, { lines: true })
  reason!: string;
}

export class MoreTimeView {
  outcome!: MoreTimeOutcome;
  outcomeName!: string;
  /** Where the law gives no more time, this says so; null while it waits for an answer. */
  answer!: string | null;
  /** The last day in time, as it stands now. */
  dueOn!: CalendarDate;
}
