import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
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

  /** Suspicion of sham mediation: to whom it was reported (特邀调解规定 第18条). */
  @IsOptional()
  @Length(1, 100, { message: '报告单位应为1至100字' })
  @Matches(/\S/, { message: '报告单位不能为空白' })
  reportedTo?: string;

  /** And the day of the report. */
  @IsOptional()
  @IsCalendarDate()
  reportedOn?: CalendarDate;
}

/** MD-08: the mediation goes on. */
export class ResumeMediationInput {
  /** First day counted again: for an appraisal, the day the result came. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** What the pause has come to: the appraisal's result is there, or the suspicion was not confirmed. */
  @IsOptional()
  @Length(1, 500, { message: '结果应为1至500字' })
  @Matches(/\S/, { message: '结果不能为空白' })
  outcome?: string;
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
