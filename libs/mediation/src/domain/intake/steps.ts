import type { Transition } from '@app/cases';
import { citizenClocksTold } from '../closing/guards.js';
import { allAsked } from './all-asked.js';
import * as guard from './guards.js';
import type { MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import {
  AcceptMediationInput,
  AskConsentInput,
  RecordConsentInput,
  ReferInput,
  REJECTION_REASONS,
  RejectInput,
  RETURN_REASONS,
  ReturnUnconsentedInput,
} from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

const refer: Step<ReferInput> = {
  code: 'MD-01',
  name: 'refer',
  label: '移送调解',
  from: [],
  to: 'REFERRED',
  roles: [
    'centre_staff',
    'centre_manager',
    'intake_officer',
    'case_handler',
    'institution_head',
    'dept_liaison',
    'applicant',
    // Both sides of a reconsideration consented to its suspension: the centre is asked without anybody's asking.
    'system',
  ],
  guards: [
    guard.noOtherMediation,
    guard.sourceFitsStage,
    guard.administrativeOrCivil,
    guard.suitNamed,
    guard.reconsiderationPending,
    guard.receivedByToday,
  ],
  input: ReferInput,
  clocks: [{ do: 'start', rule: 'MD_ACCEPT', on: (_facts, { input }) => input.receivedOn }],
  documents: ['移送（委派、委托）调解函', '调解申请书'],
  article: '复议法 2023 第5条；特邀调解规定 第11条',
};

const review: Step = {
  code: 'MD-02',
  name: 'review',
  label: '开始接收审查',
  from: ['REFERRED'],
  to: 'INTAKE_REVIEW',
  roles: ['centre_staff', 'centre_manager'],
  guards: [],
  documents: ['立案审批表'],
  article: '在线调解规则 第12条',
};

const reject: Step<RejectInput> = {
  code: 'MD-02',
  name: 'reject',
  label: '不予接收',
  from: ['INTAKE_REVIEW'],
  to: 'REJECTED',
  roles: ['centre_staff', 'centre_manager'],
  guards: [],
  input: RejectInput,
  clocks: [
    { do: 'meet', rule: 'MD_ACCEPT' },
    { do: 'cancel', rule: '*' },
  ],
  documents: ['不予接收说明'],
  article: '在线调解规则 第12条',
  sentence: (_facts, { input }) => `不予接收：${REJECTION_REASONS[input.reason]}`,
};

const takeOn: Step = {
  code: 'MD-03',
  name: 'take-on',
  label: '接收并征询意见',
  from: ['INTAKE_REVIEW'],
  to: 'CONSENT_PENDING',
  roles: ['centre_staff', 'centre_manager'],
  guards: [],
  clocks: [
    { do: 'meet', rule: 'MD_ACCEPT' },
    { do: 'start', rule: 'MD_ASK_OTHER' },
  ],
  documents: ['征求意见书'],
  article: '在线调解规则 第12条、第15条',
};

const askConsent: Step<AskConsentInput> = {
  code: 'MD-03',
  name: 'ask-consent',
  label: '征询当事人意见',
  from: ['CONSENT_PENDING'],
  to: null,
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.noRefusal, guard.askedPartiesKnown, guard.askedByToday],
  input: AskConsentInput,
  clocks: [allAsked((input) => input.partyIds)],
  documents: ['征求意见书'],
  article: '特邀调解规定 第11条；在线调解规则 第15条',
};

const recordConsent: Step<RecordConsentInput> = {
  code: 'MD-03',
  name: 'record-consent',
  label: '登记当事人答复',
  from: ['CONSENT_PENDING'],
  to: null,
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.noRefusal, guard.consentingPartyKnown, guard.consentInWriting, guard.answeredByToday],
  input: RecordConsentInput,
  clocks: [allAsked((input) => [input.partyId])],
  documents: ['同意调解确认书'],
  article: '特邀调解规定 第11条；人民调解法 第17条',
  sentence: (_facts, { input }) => (input.answer === 'AGREED' ? '一名当事人同意调解' : '一名当事人拒绝调解'),
};

const accept: Step<AcceptMediationInput> = {
  code: 'MD-03',
  name: 'accept',
  label: '受理调解',
  from: ['CONSENT_PENDING'],
  to: 'ACCEPTED',
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.noRefusal, guard.eachSideConsents, guard.clockWarning],
  input: AcceptMediationInput,
  clocks: [
    { do: 'meet', rule: 'MD_ASK_OTHER' },
    { do: 'start', rule: 'MD_CHOOSE' },
    { do: 'start', rule: 'MD_COMMITTEE' },
    { do: 'start', rule: 'MD_APPOINT' },
  ],
  documents: ['受理通知书', '权利义务告知书', '期限风险告知书'],
  article: '特邀调解规定 第11条；在线调解规则 第10条',
};

const returnUnconsented: Step<ReturnUnconsentedInput> = {
  code: 'MD-04',
  name: 'return-unconsented',
  label: '未获同意，退回',
  from: ['CONSENT_PENDING'],
  to: 'RETURNED',
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.consentFailed, guard.returnReasonTrue, citizenClocksTold],
  input: ReturnUnconsentedInput,
  clocks: [
    { do: 'meet', rule: 'MD_ASK_OTHER' },
    { do: 'cancel', rule: '*' },
  ],
  documents: ['退回函'],
  article: '在线调解规则 第15条第2款',
  sentence: (_facts, { input }) => `退回移送单位：${RETURN_REASONS[input.reason]}`,
};

/** MD-01 to MD-04: from the referral to acceptance. */
export const INTAKE_STEPS = [refer, review, reject, takeOn, askConsent, recordConsent, accept, returnUnconsented];
