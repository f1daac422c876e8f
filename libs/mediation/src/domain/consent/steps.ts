import type { Transition } from '@app/cases';
import type { MediationFacts } from '../facts.js';
import { allAsked } from '../intake/all-asked.js';
import { noRefusal } from '../intake/guards.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import { AnswerConsentInput, WITHDRAWAL_KINDS, WithdrawConsentInput } from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

const WHILE_MEDIATING: readonly MediationState[] = ['ACCEPTED', 'MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED'];

/** A party's own answer needs no paper: what was sent electronically is its confirmation. */
const OWN_ANSWER = {
  code: 'MD-03',
  from: ['CONSENT_PENDING', ...WHILE_MEDIATING],
  to: null,
  input: AnswerConsentInput,
  clocks: [allAsked<AnswerConsentInput>((input) => [input.partyId])],
  documents: ['同意调解确认书'],
  article: '特邀调解规定 第11条、第26条；在线调解规则 第4条、第15条',
} as const;

const answerAsApplicant: Step<AnswerConsentInput> = {
  ...OWN_ANSWER,
  name: 'answer-as-applicant',
  label: '申请人网上答复是否同意调解',
  roles: ['applicant'],
  guards: [noRefusal, guard.answersForApplicants, guard.onlyRefusalLeft],
  sentence: (_facts, { input }) => (input.answer === 'AGREED' ? '申请人同意调解' : '申请人不同意调解'),
};

const answerAsRespondent: Step<AnswerConsentInput> = {
  ...OWN_ANSWER,
  name: 'answer-as-respondent',
  label: '被申请人网上答复是否同意调解',
  roles: ['dept_liaison'],
  guards: [noRefusal, guard.answersForRespondent, guard.onlyRefusalLeft],
  sentence: (_facts, { input }) => (input.answer === 'AGREED' ? '被申请人同意调解' : '被申请人不同意调解'),
};

const withdrawConsent: Step<WithdrawConsentInput> = {
  code: 'MD-03',
  name: 'withdraw-consent',
  label: '登记撤回同意',
  from: WHILE_MEDIATING,
  to: null,
  roles: ['mediator', 'centre_staff', 'centre_manager'],
  guards: [noRefusal, guard.withdrawingPartyKnown, guard.withdrawnByToday, guard.appointeeToRefuse],
  input: WithdrawConsentInput,
  documents: ['工作记录'],
  article: '特邀调解规定 第12条、第26条；人民调解法 第23条',
  sentence: (_facts, { input }) => `一名当事人${WITHDRAWAL_KINDS[input.kind]}`,
};

/** MD-03 by the parties themselves, and the end of their consent. */
export const CONSENT_STEPS = [answerAsApplicant, answerAsRespondent, withdrawConsent];
