import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PAUSE_REASONS, type PauseReason } from '../facts.js';
import { AcknowledgedClock } from '../intake/inputs.js';

export const SESSION_MODES = { ON_SITE: '现场', ONLINE: '在线' } as const;

/** MD-07: a session was held. What was said goes into the minutes, behind the mediation wall, not into the history. */
export class HoldSessionInput {
  @IsCalendarDate()
  heldOn!: CalendarDate;

  @IsIn(Object.keys(SESSION_MODES), { message: '请选择调解方式' })
  mode!: keyof typeof SESSION_MODES;

  /** Where, or on which platform. */
  @Length(1, 100, { message: '地点应为1至100字' })
  place!: string;

  /** Rights and duties, and the consequence of sham mediation, were told (特邀调解规定 第14条第3款; 在线调解规则 第17条). */
  @Equals(true, { message: '调解前须告知权利义务和虚假调解的法律后果' })
  rightsTold!: true;

  /** Everybody's identity was checked. */
  @Equals(true, { message: '调解前须核实参加人身份' })
  identitiesChecked!: true;

  /** Open to the public; only if all parties agree. */
  @IsBoolean({ message: '请说明是否公开' })
  open!: boolean;

  @IsOptional()
  @IsBoolean({ message: '请说明各方是否同意公开' })
  allAgreeToOpen?: boolean;

  /** 调解笔录. */
  @Length(1, 20000, { message: '笔录应为1至20000字' })
  @Matches(/\S/, { message: '笔录不能为空白' })
  minutes!: string;
}

/** MD-08: the mediation pauses. */
export class PauseInput {
  /** Appraisal stops the term; suspicion of sham mediation does not. */
  @IsIn(Object.keys(PAUSE_REASONS), { message: '请选择中止事由' })
  reason!: PauseReason;

  /** First day of the pause: for an appraisal, the day it was commissioned. */
  @IsCalendarDate()
  from!: CalendarDate;

  @Length(1, 500, { message: '说明应为1至500字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;
}

/** MD-08: the mediation goes on. */
export class ResumeMediationInput {
  /** First day counted again: for an appraisal, the day the result came. */
  @IsCalendarDate()
  on!: CalendarDate;
}

/** MD-09: all parties agree to a longer term. */
export class ExtendTermInput {
  /** Calendar days added to the term. */
  @IsInt({ message: '延长天数应为整数' })
  @Min(1, { message: '延长天数至少1天' })
  @Max(365, { message: '延长天数最多365天' })
  days!: number;

  /** The parties that agreed. */
  @IsArray({ message: '请选择同意延长的当事人' })
  @ArrayMinSize(1, { message: '请选择同意延长的当事人' })
  @ArrayMaxSize(50, { message: '当事人最多50名' })
  @ArrayUnique({ message: '当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  agreedBy!: Id[];

  @Length(1, 500, { message: '延长理由应为1至500字' })
  @Matches(/\S/, { message: '延长理由不能为空白' })
  reason!: string;

  /** The citizen's periods that end within the longer term, each acknowledged. */
  @IsOptional()
  @IsArray({ message: '期限确认应为列表' })
  @ArrayMaxSize(20, { message: '期限确认最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  acknowledgedClocks?: AcknowledgedClock[];
}
