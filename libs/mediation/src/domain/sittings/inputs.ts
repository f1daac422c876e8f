import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, Equals, IsArray, IsObject, IsOptional, IsUrl, ValidateNested } from 'class-validator';
import { Flag, Hour, IdOf, IdsOf, OneOf, Text } from '../fields.js';

export const SESSION_MODES = { ON_SITE: '现场', ONLINE: '在线' } as const;
export type SessionMode = keyof typeof SESSION_MODES;
export const ATTENDANCES = { PRESENT: '到场', REPRESENTED: '委托他人到场', ABSENT: '未到场' } as const;
export type SessionAttendance = keyof typeof ATTENDANCES;

/** When, where and how a session is held. */
class SessionTime {
  /** The day of the session. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** When it begins, e.g. `09:30`. */
  @Hour('开始时间')
  from!: string;

  /** When it is to end. */
  @Hour('结束时间')
  until!: string;

  @OneOf(SESSION_MODES, '调解方式')
  mode!: SessionMode;

  /** Where, or on which platform. */
  @Text(100, '地点')
  place!: string;

  /** Online: the address of the meeting. Only those invited, the mediators and the centre are shown it. */
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true }, { message: '会议链接应为https网址' })
  onlineLink?: string;

  /** Held on a day off although the calendar warns of it, because those invited agreed to the day. */
  @IsOptional()
  @Flag('休息日是否已与各方确认')
  dayOffAgreed?: boolean;
}

/** MD-07: a session is planned. */
export class ScheduleSessionInput extends SessionTime {
  /** The parties invited; the respondent organ by its own id. One side alone may be heard. The mediators come anyway. */
  @IdsOf('通知的当事人', 1, 50)
  partyIds!: Id[];

  /** The respondent organ sends a representative who may bind it. */
  @IsOptional()
  @Flag('是否要求被申请人负责人或者有权承诺的代表参加')
  headWanted?: boolean;
}

/** MD-07: another time or place. */
export class RescheduleSessionInput extends SessionTime {
  @IdOf('调解会')
  sessionId!: Id;

  /** Why; those invited are told. */
  @Text(500, '变更理由')
  reason!: string;
}

/** MD-07: the session is called off. */
export class CancelSessionInput {
  @IdOf('调解会')
  sessionId!: Id;

  /** Why; those invited are told. */
  @Text(500, '取消理由')
  reason!: string;
}

/** How one of those invited took part. */
export class SessionAttendanceInput {
  /** A party, the respondent organ, or a mediator. */
  @IdOf('应到人员')
  inviteeId!: Id;

  @OneOf(ATTENDANCES, '到场情况')
  attendance!: SessionAttendance;

  /** By whom represented, and as what; for an organ its official. */
  @IsOptional()
  @Text(100, '代理人或者代表')
  representedBy?: string;

  /** Why absent. */
  @IsOptional()
  @Text(200, '未到场原因')
  explanation?: string;
}

/** MD-07: a session was held. What was said goes into the minutes, behind the mediation wall, not into the history. */
export class HoldSessionInput {
  /** The session that was planned; absent if people came together without. */
  @IsOptional()
  @IdOf('调解会')
  sessionId?: Id;

  @IsCalendarDate()
  heldOn!: CalendarDate;

  @OneOf(SESSION_MODES, '调解方式')
  mode!: SessionMode;

  /** Where, or on which platform. */
  @Text(100, '地点')
  place!: string;

  /** Rights and duties, and the consequence of sham mediation, were told (特邀调解规定 第14条第3款; 在线调解规则 第17条). */
  @Equals(true, { message: '调解前须告知权利义务和虚假调解的法律后果' })
  rightsTold!: true;

  /** Everybody's identity was checked. */
  @Equals(true, { message: '调解前须核实参加人身份' })
  identitiesChecked!: true;

  /**
   * How those invited took part; of a session that was not planned: the mediators, all sides, third parties that joined. Whoever is not named came
   * himself.
   */
  @IsOptional()
  @IsArray({ message: '到场情况应为列表' })
  @ArrayMaxSize(60, { message: '到场情况最多60项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => SessionAttendanceInput)
  attendances?: SessionAttendanceInput[];

  /** Open to the public; only if all parties agree. */
  @Flag('是否公开')
  open!: boolean;

  /** Open: the parties that agreed to it. */
  @IsOptional()
  @IdsOf('同意公开的当事人', 0, 50)
  openAgreedBy?: Id[];

  /** 调解笔录. */
  @Text(20000, '笔录')
  minutes!: string;

  /** The mediator's own notes; nobody but the mediators of the case reads them. */
  @IsOptional()
  @Text(20000, '调解员手记')
  notes?: string;
}
