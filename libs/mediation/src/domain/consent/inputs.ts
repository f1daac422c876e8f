import 'reflect-metadata';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsIn } from 'class-validator';
import { IdOf, OneOf, Text } from '../fields.js';
import { CONSENT_FORMS } from '../intake/inputs.js';

export const WITHDRAWAL_KINDS = {
  WITHDRAWN: '不愿继续调解',
  REFUSES_APPOINTEE: '不接受指定的调解员',
} as const;
export type WithdrawalKind = keyof typeof WITHDRAWAL_KINDS;

/** MD-03: a party answers by itself, electronically. After acceptance only a refusal is left to it. */
export class AnswerConsentInput {
  /** The party; the respondent organ answers under its own id. */
  @IdOf('当事人')
  partyId!: Id;

  @IsIn(['AGREED', 'REFUSED'], { message: '请选择同意或者拒绝' })
  answer!: 'AGREED' | 'REFUSED';
}

/** MD-03: a party takes its consent back, which it may at any time (人民调解法 第23条; 特邀调解规定 第12条、第26条). */
export class WithdrawConsentInput {
  @IdOf('当事人')
  partyId!: Id;

  /** It wants no more, or does not accept the mediator who was appointed: that is as if it refused to mediate. */
  @OneOf(WITHDRAWAL_KINDS, '撤回同意的情形')
  kind!: WithdrawalKind;

  @OneOf(CONSENT_FORMS, '表示的形式')
  form!: keyof typeof CONSENT_FORMS;

  /** The day it said so. */
  @IsCalendarDate()
  on!: CalendarDate;

  /** In the party's words; kept with the consent, for those who mediate. */
  @Text(500, '说明')
  explanation!: string;
}
