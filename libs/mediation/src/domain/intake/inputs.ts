// Decorators of nested inputs read type metadata, so it must be there before them.
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
  IsObject,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  COURT_PROCEDURES,
  SOURCES,
  STAGES,
  type CitizenClock,
  type CourtProcedure,
  type Source,
  type Stage,
} from '../facts.js';

export const REJECTION_REASONS = {
  OUT_OF_SCOPE: '不属于调解范围',
  FINALLY_DECIDED: '已有生效裁判或者复议决定',
  UNSUITED: '明显不适宜调解',
} as const;
export const RETURN_REASONS = { REFUSED: '当事人拒绝调解', UNREACHABLE: '无法联系当事人' } as const;
export const CONSENT_FORMS = { WRITTEN: '书面', ELECTRONIC: '电子', ORAL_RECORDED: '口头（已记录）' } as const;
export const ASK_METHODS = { LETTER: '书面', PHONE: '电话', ELECTRONIC: '电子', IN_PERSON: '当面' } as const;

/** MD-01: a dispute comes to the centre. */
export class ReferInput {
  /** Where the dispute stands: before or in litigation, in reconsideration, before petition, in the department. */
  @IsIn(Object.keys(STAGES), { message: '请选择调解阶段' })
  stage!: Stage;

  /** Who refers it; it must fit the stage. */
  @IsIn(Object.keys(SOURCES), { message: '请选择移送来源' })
  source!: Source;

  /** The day the centre received the letter of referral or the application. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** Number of the letter of referral, if it has one. */
  @IsOptional()
  @Length(1, 60, { message: '移送文号应为1至60字' })
  letterNumber?: string;

  /** Number of the pending suit, e.g. （2026）浙01行初10号. */
  @IsOptional()
  @Length(1, 60, { message: '法院案号应为1至60字' })
  @Matches(/^（\d{4}）[\p{Script=Han}\d]+\d+号$/u, { message: '法院案号格式应如：（2026）浙01行初10号' })
  courtCaseNumber?: string;

  /** Procedure of the pending suit; it decides the term. */
  @IsOptional()
  @IsIn(Object.keys(COURT_PROCEDURES), { message: '请选择诉讼程序' })
  courtProcedure?: CourtProcedure;

  /** Major, complex or specialised: two mediators or more. */
  @IsBoolean({ message: '请说明是否重大疑难复杂' })
  major!: boolean;

  /** What is to be mediated. */
  @Length(1, 1000, { message: '调解请求应为1至1000字' })
  @Matches(/\S/, { message: '调解请求不能为空白' })
  request!: string;
}

/** MD-02: the centre does not take the dispute. */
export class RejectInput {
  @IsIn(Object.keys(REJECTION_REASONS), { message: '请选择不予接收的理由' })
  reason!: keyof typeof REJECTION_REASONS;

  /** The reasons in words; they go to the source. */
  @Length(1, 1000, { message: '说明应为1至1000字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;
}

/** MD-03: parties are asked whether they will mediate. */
export class AskConsentInput {
  /** The parties asked. */
  @IsArray({ message: '请选择征询的当事人' })
  @ArrayMinSize(1, { message: '请选择征询的当事人' })
  @ArrayMaxSize(50, { message: '一次最多征询50名当事人' })
  @ArrayUnique({ message: '当事人不能重复' })
  @IsUUID('all', { each: true, message: '当事人标识不正确' })
  partyIds!: Id[];

  @IsIn(Object.keys(ASK_METHODS), { message: '请选择征询方式' })
  method!: keyof typeof ASK_METHODS;

  @IsCalendarDate()
  askedOn!: CalendarDate;
}

/** MD-03: a party's answer. */
export class RecordConsentInput {
  @IsUUID('all', { message: '当事人标识不正确' })
  partyId!: Id;

  /** An explicit refusal ends the attempt (人民调解法 第17条). */
  @IsIn(['AGREED', 'REFUSED'], { message: '请选择同意或者拒绝' })
  answer!: 'AGREED' | 'REFUSED';

  /** Consent is given in writing or electronically; a refusal may be oral, if recorded. */
  @IsIn(Object.keys(CONSENT_FORMS), { message: '请选择答复形式' })
  form!: keyof typeof CONSENT_FORMS;

  @IsCalendarDate()
  answeredOn!: CalendarDate;

  /** The confirmation, as a paper or a file of this case. */
  @IsOptional()
  @IsUUID('all', { message: '确认书标识不正确' })
  documentId?: Id;
}

/** One of the citizen's running periods whose risk was explained to the party. */
export class AcknowledgedClock implements CitizenClock {
  /** Clock rule, e.g. `RC_APPLY`. */
  @Length(1, 40, { message: '期限代码不正确' })
  rule!: string;

  /** The due date that was shown; a clock that moved must be acknowledged again. */
  @IsCalendarDate()
  dueOn!: CalendarDate;
}

/** MD-03: the centre accepts, all sides having agreed. */
export class AcceptMediationInput {
  /** The citizen's periods that end within the term of mediation, each acknowledged. */
  @IsOptional()
  @IsArray({ message: '期限确认应为列表' })
  @ArrayMaxSize(20, { message: '期限确认最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  acknowledgedClocks?: AcknowledgedClock[];
}

/** MD-04: back to the source, because a party refuses or cannot be reached. */
export class ReturnUnconsentedInput {
  @IsIn(Object.keys(RETURN_REASONS), { message: '请选择退回原因' })
  reason!: keyof typeof RETURN_REASONS;

  @Length(1, 1000, { message: '说明应为1至1000字' })
  @Matches(/\S/, { message: '说明不能为空白' })
  explanation!: string;

  /** The parties were told of their remedies and their periods. */
  @Equals(true, { message: '退回前须告知当事人救济途径和期限' })
  remediesTold!: true;

  /** The citizen's periods that run on, of each of which the party was told. */
  @IsOptional()
  @IsArray({ message: '期限告知应为列表' })
  @ArrayMaxSize(20, { message: '期限告知最多20项' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => AcknowledgedClock)
  toldClocks?: AcknowledgedClock[];
}
