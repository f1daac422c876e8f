// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Flag, IdOf, IdsOf, OneOf, SomeOf } from '../../fields.js';
import { Text } from '../../text.js';
import {
  ATTENDANCES,
  COMMITTEE_GROUNDS,
  HEARING_GROUNDS,
  type Attendance,
  type CommitteeGround,
  type HearingGround,
} from './grounds.js';

/** RC-16: whether the case must be heard, and whether the committee must be consulted. */
export class AssessComplexityInput {
  /** Grounds on which a hearing must be held; none: it need not. */
  @SomeOf(HEARING_GROUNDS, '应当听证的情形', 0)
  hearingGrounds!: HearingGround[];

  /** Grounds on which the committee must be consulted; none: it need not. */
  @SomeOf(COMMITTEE_GROUNDS, '应当咨询的情形', 0)
  committeeGrounds!: CommitteeGround[];

  /** What this is based on. */
  @Text(1000, '认定理由')
  reason!: string;
}

/** When and where a hearing is held. */
class HearingTime {
  /** The day of the hearing. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** The hour, e.g. `09:30`. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '听证时间应形如09:30' })
  time!: string;

  /** Where. */
  @Text(200, '听证地点')
  place!: string;
}

/** RC-16: a hearing is decided on and scheduled. */
export class ScheduleHearingInput extends HearingTime {
  /** What the hearing is about. */
  @Text(1000, '听证事项')
  matters!: string;

  /** The officer who presides. */
  @IdOf('听证主持人')
  chairId!: Id;

  /** Two or more officers who hear with him. */
  @IdsOf('听证员', 0, 6)
  memberIds!: Id[];

  /** Who writes the transcript. */
  @IdOf('记录员')
  recorderId!: Id;
}

/** RC-16: parties got the notice of the hearing. */
export class NotifyHearingInput {
  /** The parties; for the respondent, its organ. */
  @IdsOf('当事人', 1, 1000)
  partyIds!: Id[];

  /** The day they got it. */
  @IsCalendarDate()
  servedOn!: CalendarDate;
}

/** RC-16: the hearing is held at another time. */
export class RescheduleHearingInput extends HearingTime {
  /** Why; the parties are told. */
  @Text(1000, '变更理由')
  reason!: string;
}

/** RC-16: the hearing is called off; where one must be held, another is scheduled. */
export class CancelHearingInput {
  /** Why. */
  @Text(1000, '取消理由')
  reason!: string;
}

/** How one party took part. */
export class HearingAttendance {
  /** The party; for the respondent, its organ. */
  @IdOf('当事人')
  partyId!: Id;

  /** Present, absent with good reason, or absent without. */
  @OneOf(ATTENDANCES, '到场情况')
  attendance!: Attendance;

  /** Respondent: its head attended. */
  @IsOptional()
  @Flag('被申请人负责人是否参加')
  headAttended?: boolean;

  /** Respondent: why its head could not attend; other parties: why absent. */
  @IsOptional()
  @Text(500, '未能参加的理由')
  explanation?: string;

  /** Respondent: the member of its staff who attended instead. */
  @IsOptional()
  @Text(50, '委托的工作人员')
  delegate?: string;
}

/** RC-16: the hearing was held. */
export class HoldHearingInput {
  /** The transcript, as signed. */
  @Text(50000, '听证笔录')
  transcript!: string;

  /** Every party, once. */
  @IsArray({ message: '请填写各方到场情况' })
  @ArrayMinSize(1, { message: '请填写各方到场情况' })
  @ArrayMaxSize(1000, { message: '到场情况过多' })
  @IsObject({ each: true, message: '每项到场情况应为对象' })
  @ValidateNested({ each: true })
  @Type(() => HearingAttendance)
  attendances!: HearingAttendance[];
}

/** RC-17: the committee is asked for its opinion. */
export class ConsultCommitteeInput {
  /** What it is asked. */
  @Text(2000, '咨询事项')
  question!: string;

  /** Why it is asked. */
  @OneOf(COMMITTEE_GROUNDS, '咨询情形')
  ground!: CommitteeGround;
}

/** RC-17: the committee's opinion. */
export class ReceiveCommitteeOpinionInput {
  /** The day of the meeting. */
  @IsCalendarDate()
  givenOn!: CalendarDate;

  /** Whether all of it met, or some for this case. */
  @OneOf({ FULL: 1, CASE: 1 }, '会议形式')
  meeting!: 'FULL' | 'CASE';

  /** The opinion, as recorded. */
  @Text(20000, '咨询意见')
  opinion!: string;
}
