import { IsText } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { PageRequest } from '@app/platform';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { Interference } from '../domain/independence.js';
import type { InstructionState } from '../domain/instructions.js';

/** 批示: one line of the leader on a case he owns. */
export class GiveInstructionRequest {
  /** What he says; never about what a reconsideration is to decide. */
  @IsText('批示内容', 500, { lines: true })
  content!: string;

  /** The case of the same dispute it is about, if not the ownership itself. */
  @IsOptional()
  @IsUUID('all', { message: '案件标识不正确' })
  aboutCaseId?: string;

  /** Working days for the unit; the district's own length if absent. */
  @IsOptional()
  @IsInt({ message: '办理期限应为整数（工作日）' })
  @Min(1, { message: '办理期限至少1个工作日' })
  @Max(60, { message: '办理期限最多60个工作日' })
  workingDays?: number;
}

/** The unit's answer, or the leader's word on it. */
export class InstructionWordRequest {
  @IsText('内容', 2000, { lines: true })
  content!: string;
}

/** What was answered, accepted or pressed. */
export class InstructionEntryView {
  id!: string;
  /** ANSWER, ACCEPT or PRESS */
  kind!: 'ANSWER' | 'ACCEPT' | 'PRESS';
  content!: string;
  at!: Date;
  by!: string;
  byName!: string;
}

export class InstructionView {
  id!: string;
  caseId!: string;
  content!: string;
  state!: InstructionState;
  stateName!: string;
  givenAt!: Date;
  givenBy!: string;
  givenByName!: string;
  /** By when the unit must answer; null once it has. */
  dueOn!: CalendarDate | null;
  entries!: InstructionEntryView[];
}

export class InterferencesRequest extends PageRequest {
  /** Of one case of ownership. */
  @IsOptional()
  @IsUUID('all', { message: '案件标识不正确' })
  caseId?: string;
}

/** Words that reached into a reconsideration: refused, and kept as 中办发〔2015〕23号 demands. */
export class InterferenceView {
  id!: string;
  /** The case of ownership on which they were said. */
  caseId!: string;
  number!: string;
  aboutCaseId!: string | null;
  ground!: Interference;
  groundName!: string;
  content!: string;
  at!: Date;
  personId!: string;
  personName!: string;
}
