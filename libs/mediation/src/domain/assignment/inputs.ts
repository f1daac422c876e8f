import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { RECUSAL_GROUNDS, RECUSAL_SIDES, type RecusalGround, type RecusalSide } from '../facts.js';
import { LANGUAGES, type Language } from '../../network/domain/codes.js';
import { OneOf, Text } from '../fields.js';
import { AcknowledgedClock } from '../intake/inputs.js';

export const APPOINTMENT_BASES = {
  LEFT_TO_CENTRE: '双方同意由中心指定',
  CHOICE_LAPSED: '逾期未共同选定',
} as const;

/** MD-05: the committee that is to mediate. */
export class AssignCommitteeInput {
  @IsUUID('all', { message: '调委会标识不正确' })
  committeeId!: Id;

  /** Why not the first of the ranking, or in spite of what stands against it. */
  @IsOptional()
  @Text(500, '另选理由')
  deviationReason?: string;
}

/** MD-05: another committee, with the reason. */
export class ReassignCommitteeInput extends AssignCommitteeInput {
  @Length(1, 500, { message: '改派理由应为1至500字' })
  @Matches(/\S/, { message: '改派理由不能为空白' })
  reason!: string;
}

/** MD-05: the mediators, one of whom presides if there are several. */
export class ChooseMediatorInput {
  /** One; two or more in a major or complex case, or if the parties want it. */
  @IsArray({ message: '请选择调解员' })
  @ArrayMinSize(1, { message: '请选择调解员' })
  @ArrayMaxSize(5, { message: '调解员最多5名' })
  @ArrayUnique({ message: '调解员不能重复' })
  @IsUUID('all', { each: true, message: '调解员标识不正确' })
  mediatorIds!: Id[];

  /** Required with two mediators or more: who presides. */
  @IsOptional()
  @IsUUID('all', { message: '主持调解员标识不正确' })
  presidingId?: Id;

  /** A language that a party needs: a code of the mediators' languages. */
  @IsOptional()
  @OneOf(LANGUAGES, '语言')
  language?: Language;

  /** Why not the first of the ranking, or in spite of what stands against them. A joint choice needs none. */
  @IsOptional()
  @Text(500, '另选理由')
  deviationReason?: string;
}

/** MD-05: whom one party chooses; the mediators are chosen once every side names the same. */
export class RecordChoiceInput {
  /** The party that chooses. */
  @IsUUID('all', { message: '当事人标识不正确' })
  partyId!: Id;

  /** Whom it names. */
  @IsArray({ message: '请选择调解员' })
  @ArrayMinSize(1, { message: '请选择调解员' })
  @ArrayMaxSize(5, { message: '调解员最多5名' })
  @ArrayUnique({ message: '调解员不能重复' })
  @IsUUID('all', { each: true, message: '调解员标识不正确' })
  mediatorIds!: Id[];

  /** The day it said so. */
  @IsCalendarDate()
  chosenOn!: CalendarDate;
}

/** MD-05: appointment by the committee or the centre. */
export class AppointMediatorInput extends ChooseMediatorInput {
  /** Why the parties do not choose themselves. */
  @IsIn(Object.keys(APPOINTMENT_BASES), { message: '请选择指定依据' })
  basis!: keyof typeof APPOINTMENT_BASES;
}

/** MD-05: the mediator takes the case; the term of mediation starts. */
export class ConfirmMediatorInput {
  /** The mediator declares to have no ground of recusal; otherwise raises recusal instead. */
  @Equals(true, { message: '请声明不存在应当回避的情形；存在的，请提出回避' })
  noConflict!: true;

  /** The citizen's periods that end within the term now starting, each acknowledged. */
  @IsOptional()
  @IsArray({ message: '期限确认应为列表' })
  @ArrayMaxSize(20, { message: '期限确认最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  acknowledgedClocks?: AcknowledgedClock[];
}

/** MD-06: a ground of recusal is disclosed by the mediator or raised by a party. */
export class RaiseRecusalInput {
  /** The mediator concerned. */
  @IsUUID('all', { message: '调解员标识不正确' })
  mediatorId!: Id;

  @IsIn(Object.keys(RECUSAL_SIDES), { message: '请选择提出回避的一方' })
  raisedBy!: RecusalSide;

  @IsIn(Object.keys(RECUSAL_GROUNDS), { message: '请选择回避事由' })
  ground!: RecusalGround;

  @Length(1, 500, { message: '说明应为1至500字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;

  /** Raised after sessions began: the day the ground became known. */
  @IsOptional()
  @IsCalendarDate()
  knownOn?: CalendarDate;
}

/** MD-06: the recusal is not granted. */
export class RejectRecusalInput {
  @Length(1, 500, { message: '理由应为1至500字' })
  @Matches(/\S/, { message: '理由不能为空白' })
  reason!: string;

  /** After a disclosure: the parties that agree to go on with the mediator (在线调解规则 第13条第2款). */
  @IsOptional()
  @IsArray({ message: '请选择同意继续的当事人' })
  @ArrayMaxSize(50, { message: '当事人最多50名' })
  @ArrayUnique({ message: '当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  agreedBy?: Id[];
}

/** MD-06: other mediators take over. */
export class ReplaceMediatorInput extends ChooseMediatorInput {
  @Length(1, 500, { message: '更换理由应为1至500字' })
  @Matches(/\S/, { message: '更换理由不能为空白' })
  reason!: string;
}
