import type { ClockEffect, Transition } from '@app/cases';
import { openClock, type ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import { PAUSE } from '../suspension-clocks.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { NORM_OUTCOMES } from './tables.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

const byCompetence = (rule: string, competent: boolean): Effect<inputs.SuspendForReviewInput> => ({
  do: 'start',
  rule,
  when: (_facts, { input }) => input.competent === competent,
});

const suspendForReview: Step<inputs.SuspendForReviewInput> = {
  code: 'RC-21',
  name: 'suspend-for-review',
  label: '中止，附带审查规范性文件',
  from: ['IN_TRIAL'],
  to: 'SUSPENDED',
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.applicationDated],
  input: inputs.SuspendForReviewInput,
  clocks: [
    ...PAUSE,
    byCompetence('RC_ND_HANDLE', true),
    byCompetence('RC_ND_NOTIFY', true),
    byCompetence('RC_ND_FORWARD', false),
  ],
  documents: ['行政复议中止通知书'],
  article: '复议法 2023 第39条第1款第9项、第56条、第57条；实施条例 2026 第53条第2款',
  sentence: (_facts, { input }) =>
    `中止审理，${input.competent ? '由本机关处理' : '转送有权机关处理'}规范性文件的附带审查`,
};

const DURING = { code: 'RC-21', from: ['SUSPENDED'], to: null, roles: ['case_handler'] } as const;
const met = <I extends object>(rule: string, on?: Effect<I>['on']): Effect<I> => ({
  do: 'meet',
  rule,
  ...(on ? { on } : {}),
  when: (facts) => openClock(facts, rule) !== undefined,
});

const send: Step<inputs.SendNormInput> = {
  ...DURING,
  name: 'send-norm',
  label: '通知制定机关或者转送',
  guards: [guard.underReview, guard.normUnsent, guard.recipientNamed, guard.normSentInReview],
  input: inputs.SendNormInput,
  clocks: ['RC_ND_NOTIFY', 'RC_ND_FORWARD'].map((rule) =>
    met<inputs.SendNormInput>(rule, (_facts, { input }) => input.sentOn),
  ),
  documents: ['规范性文件审查答复通知书', '规范性文件转送函'],
  article: '复议法 2023 第56条、第57条、第58条',
};

const answerPeriod = (rule: string, competent: boolean): Effect<inputs.RecordNormReceiptInput> => ({
  do: 'start',
  rule,
  on: (_facts, { input }) => input.receivedOn,
  when: (facts) => facts.normReview?.competent === competent,
});

const recordReceipt: Step<inputs.RecordNormReceiptInput> = {
  ...DURING,
  name: 'record-norm-receipt',
  label: '登记制定机关或者受转送机关收到',
  guards: [guard.underReview, guard.normSent, guard.normUnreceived, guard.receivedAfterSent],
  input: inputs.RecordNormReceiptInput,
  clocks: [answerPeriod('RC_ND_MAKER_REPLY', true), answerPeriod('RC_ND_ANSWER', false)],
  documents: ['送达回证'],
  article: '复议法 2023 第58条、第60条',
};

const receiveAnswer: Step<inputs.ReceiveNormAnswerInput> = {
  ...DURING,
  name: 'receive-norm-answer',
  label: '登记规范性文件审查的答复',
  guards: [guard.underReview, guard.normSent, guard.normUnanswered, guard.answeredAfterSent],
  input: inputs.ReceiveNormAnswerInput,
  clocks: ['RC_ND_MAKER_REPLY', 'RC_ND_ANSWER'].map((rule) =>
    met<inputs.ReceiveNormAnswerInput>(rule, (_facts, { input }) => input.answeredOn),
  ),
  documents: ['制定机关书面答复', '有权机关处理意见'],
  article: '复议法 2023 第58条、第60条',
};

const conclude: Step<inputs.ConcludeNormReviewInput> = {
  ...DURING,
  name: 'conclude-norm-review',
  label: '登记附带审查结论',
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.underReview, guard.answerThere, guard.faultNamed],
  input: inputs.ConcludeNormReviewInput,
  clocks: ['RC_ND_HANDLE', 'RC_ND_NOTIFY', 'RC_ND_FORWARD', 'RC_ND_MAKER_REPLY', 'RC_ND_ANSWER'].map((rule) =>
    met(rule),
  ),
  documents: ['规范性文件处理决定书'],
  article: '复议法 2023 第59条、第60条；实施条例 2026 第54条',
  sentence: (_facts, { input }) => `附带审查结论：${NORM_OUTCOMES[input.outcome]}`,
};

/** RC-21 on the ninth ground: review of a normative document along with the act. */
export const NORM_STEPS = [suspendForReview, send, recordReceipt, receiveAnswer, conclude];
