// Decorators of nested inputs read type metadata, so it must be there before them.
import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, Equals, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { ACCEPTANCE_CONDITIONS, type AcceptanceCondition } from '../../acceptance.js';
import { Flag, IdOf, IdsOf, OneOf, SomeOf } from '../../fields.js';
import { ServiceRecord } from '@app/service-of-process';
import { Text } from '../../text.js';
import { DISMISSAL_GROUNDS, TERMINATION_GROUNDS, type DismissalGround, type TerminationGround } from './tables.js';

/** RC-22: the applicants withdraw. */
export class FileWithdrawalInput {
  /** Every applicant who signed: all must, representatives cannot do it for the others. */
  @IdsOf('签字的申请人', 1, 1000)
  signedByIds!: Id[];

  /** The day it arrived. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** They settled with the respondent. */
  @Flag('是否达成和解')
  afterSettlement!: boolean;

  /** The reason given. */
  @Text(1000, '撤回理由')
  reason!: string;
}

/** RC-22: the institution lets them, or does not. */
export class DecideWithdrawalInput {
  /** Allowed. */
  @Flag('是否准予撤回')
  allowed!: boolean;

  /** Why; whether it is their true will. */
  @Text(1000, '审查意见')
  reason!: string;
}

/** RC-22: the case is terminated. */
export class TerminateCaseInput {
  /** On which ground. */
  @OneOf(TERMINATION_GROUNDS, '终止情形')
  ground!: TerminationGround;

  /** The facts. */
  @Text(2000, '终止理由')
  reason!: string;
}

/** What one party has to do by the agreement. */
export class AgreedPerformance {
  /** Who; for the respondent, its organ. */
  @IdOf('履行义务的当事人')
  partyId!: Id;

  /** What. */
  @Text(1000, '履行内容')
  what!: string;

  /** The last day. */
  @IsCalendarDate()
  dueOn!: CalendarDate;
}

/** RC-23: the mediation statement, as signed and sealed. */
export class ConcludeMediationInput {
  /** What was agreed. */
  @Text(10000, '调解协议内容')
  terms!: string;

  /** Third parties who are party to the agreement. */
  @IdsOf('参与调解协议的第三人', 0, 1000)
  thirdPartyIds!: Id[];

  /** Everybody whose signature or seal is on it. */
  @IdsOf('签名或者盖章的当事人', 1, 1000)
  signedByIds!: Id[];

  /** What is to be done, by whom and by when. */
  @IsArray({ message: '履行义务应为列表' })
  @ArrayMaxSize(100, { message: '履行义务过多' })
  @IsObject({ each: true, message: '每项履行义务应为对象' })
  @ValidateNested({ each: true })
  @Type(() => AgreedPerformance)
  performances!: AgreedPerformance[];

  /** Voluntary and lawful; harms neither the state nor the public nor others; breaks no mandatory rule. */
  @Equals(true, { message: '请确认调解协议自愿、合法，不损害国家利益、社会公共利益和他人合法权益' })
  lawful!: true;

  /** The authority's seal is on it. */
  @Equals(true, { message: '调解书应当加盖行政复议机关印章' })
  sealed!: true;
}

/** RC-24: the application is dismissed. */
export class DismissInput {
  /** On which ground. */
  @OneOf(DISMISSAL_GROUNDS, '驳回申请的情形')
  ground!: DismissalGround;

  /** Conditions of acceptance: those that are missing. */
  @IsOptional()
  @SomeOf(ACCEPTANCE_CONDITIONS, '不符合的受理条件', 1)
  failed?: AcceptanceCondition[];

  /** Groundless claims: the day this was explained to the applicant, who insists. */
  @IsOptional()
  @IsCalendarDate()
  explainedOn?: CalendarDate;

  /** Groundless claims: the record of the explanation. */
  @IsOptional()
  @Text(2000, '释明记录')
  explanation?: string;

  /** Reasons. */
  @Text(5000, '驳回理由')
  reason!: string;
}

/** RC-29: the document that ended the case was served on a party. */
export class ServeEndingInput extends ServiceRecord {
  /** The party served; for the respondent, its organ. */
  @IdOf('受送达人')
  recipientId!: Id;
}
