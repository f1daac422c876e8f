import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { ServiceRecord } from '@app/service-of-process';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { CONDITION_CODES, PRIOR_GROUNDS, type AcceptanceCondition, type PriorGround } from '../acceptance.js';
import { CORRECTION_KINDS, FILING_METHODS, type CorrectionKind, type FilingMethod } from '../facts.js';
import { Text } from '../text.js';

/** RC-01: an application reaches the authority. */
export class ReceiveInput {
  /** How it came. */
  @IsIn(Object.keys(FILING_METHODS), { message: '请选择申请方式' })
  method!: FilingMethod;

  /** The day it reached the authority, or its designated online system; the review period runs from it. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** By post: the day of the postmark, which decides whether the application is in time. */
  @IsOptional()
  @IsCalendarDate()
  postmarkedOn?: CalendarDate;

  /** Through the organ that imposed the penalty: the day the applicant handed it over there. */
  @IsOptional()
  @IsCalendarDate()
  handedToOrganOn?: CalendarDate;

  /** Many applicants: the election of representatives, signed by all of them, is in the file. */
  @IsOptional()
  @IsBoolean({ message: '推选书是否齐全应为是或者否' })
  electionSigned?: boolean;

  /** Why reconsideration must come before a suit, if it must. */
  @IsOptional()
  @IsIn(Object.keys(PRIOR_GROUNDS), { message: '请选择复议前置的情形' })
  priorGround?: PriorGround;
}

/** RC-02: who reviews the application. */
export class AssignReviewerInput {
  /** A member of the institution's staff without a conflict of interest. */
  @IsUUID('all', { message: '审查人员标识不正确' })
  reviewerId!: Id;
}

/** RC-03: the only notice of correction, naming everything. */
export class NotifyCorrectionInput {
  /** Materials, or a wrong respondent; each may be notified once. */
  @IsIn(Object.keys(CORRECTION_KINDS), { message: '请选择补正类型' })
  kind!: CorrectionKind;

  /** Everything to be corrected, all at once. */
  @IsArray({ message: '补正事项应为列表' })
  @ArrayMinSize(1, { message: '请一次性载明需要补正的事项' })
  @ArrayMaxSize(30, { message: '补正事项最多30项' })
  @Text(300, '补正事项', { each: true })
  items!: string[];
}

/** RC-03: the notice reached the applicant; his period runs from that day. */
export class ServeCorrectionInput extends ServiceRecord {}

/** RC-03: the applicant gets more time, for a good reason. */
export class ExtendCorrectionInput {
  /** Calendar days added. */
  @IsInt({ message: '延长天数应为整数' })
  @Min(1, { message: '延长天数至少1日' })
  @Max(30, { message: '延长天数最多30日' })
  days!: number;

  /** The applicant's reason. */
  @Text(500, '延长理由')
  reason!: string;
}

/** RC-04: corrected materials, in time. */
export class ReceiveCorrectionInput {
  /** The day they reached the authority; a new review period runs from it. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** By post: the day of the postmark, which decides whether they are in time. */
  @IsOptional()
  @IsCalendarDate()
  postmarkedOn?: CalendarDate;

  /** Many applicants: the election of representatives, signed by all of them, is now in the file. */
  @IsOptional()
  @IsBoolean({ message: '推选书是否齐全应为是或者否' })
  electionSigned?: boolean;
}

/** RC-04: corrected materials, late for a good reason. */
export class AcceptLateCorrectionInput extends ReceiveCorrectionInput {
  /** Why the delay is justified. */
  @Text(500, '逾期的正当理由')
  reason!: string;
}

/** RC-06: the application is not accepted. */
export class RefuseInput {
  /** The conditions of acceptance that are not met. */
  @IsArray({ message: '请选择不符合的受理条件' })
  @ArrayMinSize(1, { message: '至少选择一项不符合的受理条件' })
  @ArrayUnique({ message: '受理条件不能重复' })
  @IsIn(CONDITION_CODES, { each: true, message: '没有这项受理条件' })
  failed!: AcceptanceCondition[];

  /** The reasons, as the decision gives them. */
  @Text(2000, '不予受理的理由')
  reason!: string;

  /** No jurisdiction: the authority that has it. */
  @IsOptional()
  @Text(100, '有管辖权的行政复议机关')
  competentAuthority?: string;
}

/** RC-06: the refusal was served on an applicant. */
export class ServeRefusalInput extends ServiceRecord {
  /** The applicant served. */
  @IsUUID('all', { message: '受送达人标识不正确' })
  recipientId!: Id;
}

/** RC-07: the same matter again, without new facts or reasons. */
export class DeclineRepeatInput {
  /** Number of the earlier reconsideration. */
  @Text(60, '原复议案号')
  earlierNumber!: string;

  /** The application was compared with the earlier one: nothing in it is new. */
  @Equals(true, { message: '请确认没有新的事实或者理由' })
  nothingNew!: true;

  /** The day the applicant was told. */
  @IsCalendarDate()
  toldOn!: CalendarDate;
}

/** RC-08: the applicants withdraw before acceptance. */
export class WithdrawEarlyInput {
  /** The applicants who signed the withdrawal; all must, representatives do not suffice. */
  @IsArray({ message: '请选择签署撤回申请书的申请人' })
  @ArrayMinSize(1, { message: '请选择签署撤回申请书的申请人' })
  @ArrayMaxSize(1000, { message: '签署人过多' })
  @ArrayUnique({ message: '签署人不能重复' })
  @IsUUID('all', { each: true, message: '申请人标识不正确' })
  signedByIds!: Id[];

  /** The day it was received. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;
}

/** RC-09: the application is accepted. */
export class AcceptInput {
  /** The conditions found to be met; all seven are needed. */
  @IsArray({ message: '请逐项确认受理条件' })
  @ArrayUnique({ message: '受理条件不能重复' })
  @IsIn(CONDITION_CODES, { each: true, message: '没有这项受理条件' })
  met!: AcceptanceCondition[];

  /** Filed after the application period: why it is still in time (obstacle, not informed, excluded time). */
  @IsOptional()
  @Text(1000, '逾期仍属期限内的理由')
  latenessReason?: string;
}
