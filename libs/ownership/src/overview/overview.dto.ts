import type { LightColour } from '@app/deadlines';
import type { CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Mark, Risk } from '../domain/facts.js';
import { MARKS } from '../domain/facts.js';
import { OWNERSHIP_STATES, type OwnershipState } from '../domain/states.js';
import { NUMBER_CODES, type NumberCode } from './numbers.js';

/** Which lines of the list. */
export class LinesRequest extends PageRequest {
  /** Those that a number of the overview counts. */
  @IsOptional()
  @IsIn(NUMBER_CODES, { message: '没有这一项统计' })
  show?: NumberCode;

  /** 责任单位. */
  @IsOptional()
  @IsUUID('all', { message: '单位标识不正确' })
  unitId?: string;

  /** 包案区领导. */
  @IsOptional()
  @IsUUID('all', { message: '人员标识不正确' })
  leaderId?: string;

  @IsOptional()
  @IsIn(Object.keys(OWNERSHIP_STATES), { message: '没有这个状态' })
  state?: OwnershipState;

  @IsOptional()
  @IsIn(Object.keys(MARKS), { message: '没有这种灯' })
  mark?: Mark;
}

/** A line of the task list as lists show it. */
export class OwnershipLineView {
  caseId!: string;
  disputeId!: string;
  /** 案号 */
  number!: string;
  title!: string;
  state!: OwnershipState;
  stateName!: string;
  /** 清单年份和序号; null before it is on the list. */
  year!: number | null;
  serial!: number | null;
  leaderId!: string;
  leaderName!: string;
  unitId!: string;
  unitName!: string;
  unitLeaderId!: string;
  unitLeaderName!: string;
  risk!: Risk;
  /** 督办亮灯. */
  mark!: Mark;
  /** The lamp of the nearest clock. */
  light!: LightColour;
  nextDueOn!: CalendarDate | null;
  /** What is due then. */
  nextDue!: string | null;
  resolveBy!: CalendarDate;
  lastReportOn!: CalendarDate | null;
  /** The last day on which somebody did something. */
  actedOn!: CalendarDate | null;
  instructionsOpen!: number;
  supervisionsOpen!: number;
}

/** One number; its query opens exactly the lines it counts. */
export class OverviewNumberView {
  code!: NumberCode;
  /** Chinese. */
  name!: string;
  count!: number;
  /** Query of GET /ownership/lines. */
  query!: string;
}

/** What one unit has on the list. */
export class UnitOverviewView {
  unitId!: string;
  unitName!: string;
  /** Owned, overdue, yellow, red. */
  numbers!: OverviewNumberView[];
}

/** 包案化解率 = struck off / (struck off + closed unresolved + on the list past the day to resolve by) [L]. */
export class ResolutionRateView {
  /** With one decimal and %; "—" if the denominator is 0. */
  value!: string;
  numerator!: number;
  denominator!: number;
}

export class OverviewView {
  /** When the reader last said that he has looked; null if never. */
  lastLookAt!: Date | null;
  numbers!: OverviewNumberView[];
  /** By responsible unit, those with most cases first. */
  units!: UnitOverviewView[];
  resolutionRate!: ResolutionRateView;
}

export class LookedView {
  lookedAt!: Date;
}
