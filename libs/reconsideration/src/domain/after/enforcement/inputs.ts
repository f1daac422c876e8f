import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Text } from '../../text.js';

/** RC-31: performance within a period is ordered. */
export class OrderPerformanceInput {
  /** The item not performed, or the letter not reported on. */
  @IsUUID('all', { message: '责令事项标识不正确' })
  targetId!: Id;

  /** Calendar days given; as the district has set it if left out. */
  @IsOptional()
  @IsInt({ message: '限期应为整数' })
  @Min(1, { message: '限期至少1日' })
  @Max(365, { message: '限期过长' })
  days?: number;

  @Text(2000, '责令履行的理由')
  reason!: string;
}

/** RC-31: the respondent's head is summoned, or it is criticised. */
export class MeasureInput {
  /** The day. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** What was said, and what was promised; what is criticised. */
  @Text(2000, '情况')
  content!: string;
}

/** RC-31: responsibility is to be pursued. */
export class ReferDisciplineInput {
  /** To whom. */
  @Text(100, '移送机关')
  to!: string;

  @Text(2000, '移送理由')
  reason!: string;
}

export const ENFORCERS = { RESPONDENT: '作出行政行为的机关', AUTHORITY: '行政复议机关' } as const;
export type Enforcer = keyof typeof ENFORCERS;
export const ENFORCEMENT_MANNERS = { OWN: '依法强制执行', COURT: '申请人民法院强制执行' } as const;

/** RC-31: an applicant or third party neither sues nor performs. */
export class EnforceInput {
  @IsUUID('all', { message: '被执行人标识不正确' })
  partyId!: Id;

  @IsIn(Object.keys(ENFORCERS), { message: '请选择执行机关' })
  by!: Enforcer;

  @IsIn(Object.keys(ENFORCEMENT_MANNERS), { message: '请选择执行方式' })
  manner!: keyof typeof ENFORCEMENT_MANNERS;

  /** What was not performed. */
  @Text(2000, '未履行的内容')
  content!: string;
}
