import type { CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, Length, Min } from 'class-validator';
import type { ProcedureCode } from './procedure.js';

export const PROCEDURES = ['reconsideration', 'mediation', 'ownership'] as const;

export class OpenCaseRequest {
  /** Which procedure: reconsideration, mediation or ownership. */
  @IsIn(PROCEDURES, { message: '程序应为 reconsideration、mediation 或 ownership' })
  procedure!: ProcedureCode;

  /** The input of the procedure's opening step; see its schema in GET /procedures. */
  @IsOptional()
  @IsObject({ message: '应为对象' })
  input?: Record<string, unknown>;
}

export class PerformRequest {
  /** The version of the case that was read; another version means somebody has acted since. */
  @Type(() => Number)
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** The step's input; its schema is named by GET /cases/:id/actions. */
  @IsOptional()
  @IsObject({ message: '应为对象' })
  input?: Record<string, unknown>;
}

export class ReviewRequest {
  /** The version of the case that was read. */
  @Type(() => Number)
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** The opinion 审批意见; a return must say why. */
  @IsString({ message: '请填写审批意见' })
  @Length(1, 2000, { message: '审批意见应为 1 至 2000 字' })
  opinion!: string;
}

export class WithdrawProposalRequest {
  /** The version of the case that was read. */
  @Type(() => Number)
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class CaseListRequest extends PageRequest {
  @IsOptional()
  @IsIn(PROCEDURES, { message: '程序应为 reconsideration、mediation 或 ownership' })
  procedure?: ProcedureCode;

  /** A state of the procedure, e.g. UNDER_REVIEW. */
  @IsOptional()
  @IsString({ message: '状态应为文字' })
  @Length(1, 40, { message: '状态过长' })
  state?: string;

  /** Only cases that are not finished. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: '应为 true 或 false' })
  open?: 'true' | 'false';
}

export class RefusalView {
  code!: string;
  /** Chinese: why not, and what would satisfy it. */
  detail!: string;
  article!: string;
}

export class ActionView {
  /** Code of the step in the law's table, e.g. RC-03. */
  code!: string;
  /** Name for POST /cases/:id/actions/:name. */
  name!: string;
  label!: string;
  permitted!: boolean;
  /** May this person propose it for approval? */
  proposable!: boolean;
  refusals!: RefusalView[];
  /** Who performs it, in Chinese. */
  roles!: string[];
  article!: string;
  documents!: string[];
  /** Name of the input's schema in the OpenAPI document, if it needs one. */
  inputSchema!: string | null;
}

export class ProposalView {
  id!: string;
  transition!: string;
  label!: string;
  proposedBy!: string;
  proposedAt!: Date;
  /** Whose turn it is, in Chinese. */
  waitingFor!: string;
}

/** A case after a step, or after its approval was asked for, passed, returned or withdrawn. */
export class CaseMovedView {
  caseId!: string;
  /** For the next request. */
  version!: number;
  state!: string;
  stateName!: string;
}

export class ActionsView {
  caseId!: string;
  version!: number;
  state!: string;
  stateName!: string;
  actions!: ActionView[];
  proposal!: ProposalView | null;
}

export class ClockLine {
  id!: string;
  rule!: string;
  ruleName!: string;
  article!: string;
  responsible!: string;
  startsOn!: CalendarDate;
  dueOn!: CalendarDate;
  state!: string;
  provisional!: boolean;
  light!: string;
  remainingWorkingDays!: number | null;
}

export class ParticipantView {
  role!: string;
  roleName!: string;
  personId!: string | null;
  organId!: string | null;
  name!: string;
  since!: CalendarDate;
  until!: CalendarDate | null;
}

export class CaseView {
  id!: string;
  disputeId!: string;
  procedure!: ProcedureCode;
  procedureName!: string;
  number!: string;
  state!: string;
  stateName!: string;
  open!: boolean;
  version!: number;
  openedOn!: CalendarDate;
  closedOn!: CalendarDate | null;
  participants!: ParticipantView[];
  clocks!: ClockLine[];
  /** What is peculiar to the procedure. */
  detail!: object;
}

export class CaseListItem {
  id!: string;
  disputeId!: string;
  disputeTitle!: string;
  procedure!: ProcedureCode;
  number!: string;
  state!: string;
  stateName!: string;
  open!: boolean;
  openedOn!: CalendarDate;
  nextDueOn!: CalendarDate | null;
}

export class CaseCreatedView {
  id!: string;
}
