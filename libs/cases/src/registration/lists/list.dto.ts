import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PROCEDURES } from '../../engine/cases.dto.js';
import type { ProcedureCode } from '../../engine/procedure.js';
import { CHANNELS } from '../domain/codes.js';
import { IsText } from '../requests/is-text.js';

const SCOPES = ['mine', 'myOrgan', 'all'] as const;
const STATUSES = ['REGISTERED', 'CLOSED', 'VOID', 'ALL'] as const;
const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;
export const SORTS = ['dueOn', '-dueOn', 'registeredOn', '-registeredOn', 'number', '-number'] as const;
const CHANNEL_CODES = CHANNELS.map((c) => c.code);

export type ListScope = (typeof SCOPES)[number];
export type ListLight = (typeof LIGHTS)[number];
export type ListSort = (typeof SORTS)[number];

/** What the queue shows: everything given must hold. */
export class DisputeFilterRequest extends PageRequest {
  /** mine: those I take part in; myOrgan: those of my organs; all: all I may see. */
  @IsOptional()
  @IsIn(SCOPES, { message: '范围应为 mine、myOrgan 或 all' })
  scope: ListScope = 'all';

  /** REGISTERED (in hand), CLOSED, VOID or ALL. */
  @IsOptional()
  @IsIn(STATUSES, { message: '状态应为 REGISTERED、CLOSED、VOID 或 ALL' })
  status: (typeof STATUSES)[number] = 'REGISTERED';

  /** Disputes with a case of this procedure. */
  @IsOptional()
  @IsIn(PROCEDURES, { message: '程序应为 reconsideration、mediation 或 ownership' })
  procedure?: ProcedureCode;

  /** … in this state; together with procedure. */
  @IsOptional()
  @IsText('案件状态', 40)
  state?: string;

  /** Lamp of the nearest due date: red (2 working days or fewer, or overdue), yellow (5 or fewer), green, grey (none). */
  @IsOptional()
  @IsIn(LIGHTS, { message: '亮灯应为 red、yellow、green 或 grey' })
  light?: ListLight;

  /** Nearest due date before this day. */
  @IsOptional()
  @IsCalendarDate()
  dueBefore?: CalendarDate;

  /** How it came in. */
  @IsOptional()
  @IsIn(CHANNEL_CODES, { message: `受理渠道应为 ${CHANNEL_CODES.join('、')} 之一` })
  channel?: string;

  /** 行政管理类别. */
  @IsOptional()
  @IsText('行政管理类别', 40)
  field?: string;

  /** Respondent organ. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string;

  /** Words of the title, facts, claims, act or parties; or a whole register or case number. At most 50 characters. */
  @IsOptional()
  @IsText('关键词', 50, { blank: true })
  keyword?: string;

  /** dueOn (default; for REGISTERED only), registeredOn or number; with a minus, descending. */
  @IsOptional()
  @IsIn(SORTS, { message: `排序应为 ${SORTS.join('、')} 之一` })
  sort?: ListSort;
}

export class ListDisputesRequest extends DisputeFilterRequest {
  /** exact: the total is counted beyond 1,000 too, which takes longer. */
  @IsOptional()
  @IsIn(['capped', 'exact'], { message: '计数应为 capped 或 exact' })
  count: 'capped' | 'exact' = 'capped';
}

/** A case of a dispute in a list. */
export class DisputeListCase {
  id!: string;
  procedure!: string;
  number!: string;
  state!: string;
  stateName!: string;
}

export class DisputeListItem {
  id!: string;
  number!: string | null;
  status!: string;
  version!: number;
  title!: string;
  channel!: string;
  fieldCode!: string;
  fieldName!: string;
  receivedOn!: CalendarDate;
  registeredOn!: CalendarDate | null;
  /** The first applicant, and how many there are. */
  applicantName!: string;
  applicants!: number;
  respondentOrganId!: string | null;
  respondentOrganName!: string | null;
  handlerId!: string | null;
  handlerName!: string | null;
  nextDueOn!: CalendarDate | null;
  /** red, yellow, green, blue (the calendar is not published yet) or grey (no clock runs). */
  light!: string;
  cases!: DisputeListCase[];
}
