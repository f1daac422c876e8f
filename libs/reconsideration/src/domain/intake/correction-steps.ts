import type { ClockEffect, Transition } from '@app/cases';
import { serviceGuards, servedOn } from '@app/service-of-process';
import { firstApplicantOf, openClock, type ReconsiderationFacts } from '../facts.js';
import type { ReconsiderationState } from '../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

const INTAKE = ['intake_officer'] as const;

const notifyCorrection: Step<inputs.NotifyCorrectionInput> = {
  code: 'RC-03',
  name: 'notify-correction',
  label: '通知补正',
  from: ['UNDER_REVIEW'],
  to: 'CORRECTION',
  roles: INTAKE,
  guards: [guard.withinReview, guard.firstNotice],
  input: inputs.NotifyCorrectionInput,
  clocks: [{ do: 'meet', rule: 'RC_REVIEW' }],
  documents: ['补正通知书'],
  article: '复议法 2023 第31条第1款；实施条例 2026 第29条',
  sentence: (_facts, { input }) => `一次性通知申请人补正，共${input.items.length}项`,
};

const NOTICE_SERVED = serviceGuards<ReconsiderationFacts, inputs.ServeCorrectionInput>(
  'CORRECTION_NOTICE',
  firstApplicantOf,
);

const serveCorrection: Step<inputs.ServeCorrectionInput> = {
  code: 'RC-03',
  name: 'serve-correction-notice',
  label: '登记补正通知送达',
  from: ['CORRECTION'],
  to: null,
  roles: ['intake_officer', 'system'],
  guards: [guard.noticeNotServed, ...NOTICE_SERVED, guard.noticeAfterReceipt],
  input: inputs.ServeCorrectionInput,
  clocks: [{ do: 'start', rule: 'RC_CORRECT', on: (_facts, { input }) => servedOn(input) }],
  documents: ['送达回证'],
  article: '复议法 2023 第31条第2款、第88条',
};

const extendCorrection: Step<inputs.ExtendCorrectionInput> = {
  code: 'RC-03',
  name: 'extend-correction',
  label: '延长补正期限',
  from: ['CORRECTION'],
  to: null,
  roles: ['institution_head'],
  proposal: { by: INTAKE, reviewers: [] },
  guards: [guard.correctionRunning],
  input: inputs.ExtendCorrectionInput,
  clocks: [{ do: 'extend', rule: 'RC_CORRECT', amount: (_facts, { input }) => input.days }],
  documents: ['延长补正期限通知书'],
  article: '复议法 2023 第31条第2款',
  sentence: (_facts, { input }) => `补正期限延长${input.days}日`,
};

const END_CORRECTION: Effect = {
  do: 'meet',
  rule: 'RC_CORRECT',
  when: (facts) => openClock(facts, 'RC_CORRECT') !== undefined,
};
const REVIEW_ANEW: Effect<inputs.ReceiveCorrectionInput> = {
  do: 'start',
  rule: 'RC_REVIEW',
  on: (_facts, { input }) => input.receivedOn,
};

const receiveCorrection: Step<inputs.ReceiveCorrectionInput> = {
  code: 'RC-04',
  name: 'receive-correction',
  label: '收到补正材料',
  from: ['CORRECTION'],
  to: 'UNDER_REVIEW',
  roles: ['intake_officer', 'applicant'],
  guards: [guard.receivedByToday, guard.correctionPostmark, guard.correctionInTime],
  input: inputs.ReceiveCorrectionInput,
  clocks: [END_CORRECTION, REVIEW_ANEW],
  documents: ['补正材料', '收件回执'],
  article: '复议法 2023 第31条第3款',
};

const acceptLateCorrection: Step<inputs.AcceptLateCorrectionInput> = {
  code: 'RC-04',
  name: 'accept-late-correction',
  label: '批准接收逾期补正材料',
  from: ['CORRECTION', 'ABANDONED'],
  to: 'UNDER_REVIEW',
  roles: ['institution_head'],
  proposal: { by: INTAKE, reviewers: [] },
  guards: [guard.receivedByToday, guard.correctionPostmark, guard.correctionLate],
  input: inputs.AcceptLateCorrectionInput,
  // Until the delay is excused there is nothing to review: the new period runs from today.
  clocks: [END_CORRECTION, { do: 'start', rule: 'RC_REVIEW' }],
  documents: ['补正材料', '逾期理由说明', '收件回执'],
  article: '复议法 2023 第31条第2款、第3款',
  sentence: () => '逾期补正有正当理由，恢复受理审查',
};

const wrongRespondent = (facts: ReconsiderationFacts): boolean => facts.correction?.kind === 'RESPONDENT';

/** Missing materials: the application is given up. Respondent not changed: it must be decided upon (条例 第29条). */
const lapseCorrection: Step = {
  code: 'RC-05',
  name: 'lapse-correction',
  label: '逾期未补正',
  from: ['CORRECTION'],
  to: {
    among: ['ABANDONED', 'UNDER_REVIEW'],
    choose: (facts) => (wrongRespondent(facts) ? 'UNDER_REVIEW' : 'ABANDONED'),
  },
  roles: ['system', 'intake_officer'],
  onExpiryOf: 'RC_CORRECT',
  guards: [guard.correctionLapsed],
  clocks: [
    { do: 'cancel', rule: 'RC_CORRECT' },
    { do: 'start', rule: 'RC_REVIEW', when: wrongRespondent },
  ],
  documents: ['工作记录'],
  article: '复议法 2023 第31条第2款；实施条例 2026 第29条',
  sentence: (facts) =>
    wrongRespondent(facts)
      ? '申请人逾期未变更被申请人，恢复受理审查'
      : '申请人无正当理由逾期不补正，视为放弃行政复议申请',
};

/** RC-03 to RC-05: the one notice of correction and what comes of it. */
export const CORRECTION_STEPS = [
  notifyCorrection,
  serveCorrection,
  extendCorrection,
  receiveCorrection,
  acceptLateCorrection,
  lapseCorrection,
];
