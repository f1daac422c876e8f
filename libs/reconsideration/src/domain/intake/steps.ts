import type { ClockEffect, Transition } from '@app/cases';
import { serviceGuards, servedOn } from '@app/service-of-process';
import { ACCEPTANCE_CONDITIONS } from '../acceptance.js';
import { assessmentConfirmed, CONDITION_GUARDS, failedAsAssessed } from '../admissibility/guards.js';
import { openClock, type ReconsiderationFacts } from '../facts.js';
import type { ReconsiderationState } from '../states.js';
import { CORRECTION_STEPS } from './correction-steps.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

const MEET_REVIEW: Effect = { do: 'meet', rule: 'RC_REVIEW' };
const INTAKE = ['intake_officer'] as const;

const wasForwarded = (_facts: ReconsiderationFacts, { input }: { input: inputs.ReceiveInput }): boolean =>
  input.handedToOrganOn !== undefined;

/** Whether the penalty organ forwarded in its five days is seen from its clock, which ends as the application arrives. */
const FORWARDING: readonly Effect<inputs.ReceiveInput>[] = [
  {
    do: 'start',
    rule: 'RC_FORWARD',
    when: wasForwarded,
    on: (_facts, { input }) => input.handedToOrganOn ?? input.receivedOn,
  },
  { do: 'meet', rule: 'RC_FORWARD', when: wasForwarded, on: (_facts, { input }) => input.receivedOn },
];

const receive: Step<inputs.ReceiveInput> = {
  code: 'RC-01',
  name: 'receive',
  label: '收件登记',
  from: [],
  to: 'RECEIVED',
  roles: ['intake_officer', 'applicant'],
  guards: [guard.noOtherOpen, guard.sidesKnown, guard.receivedByToday, guard.filingDayFits],
  input: inputs.ReceiveInput,
  clocks: [{ do: 'start', rule: 'RC_REVIEW', on: (_facts, { input }) => input.receivedOn }, ...FORWARDING],
  documents: ['行政复议申请书', '收件回执', '口头申请笔录'],
  article: '复议法 2023 第22条、第30条',
};

const assignReviewer: Step<inputs.AssignReviewerInput> = {
  code: 'RC-02',
  name: 'assign-reviewer',
  label: '指定审查人员',
  from: ['RECEIVED'],
  to: 'UNDER_REVIEW',
  roles: INTAKE,
  guards: [guard.withinReview, guard.reviewerOnStaff, guard.reviewerImpartial],
  input: inputs.AssignReviewerInput,
  documents: [],
  article: '复议法 2023 第30条；公务员法 第76条',
};

const refuse: Step<inputs.RefuseInput> = {
  code: 'RC-06',
  name: 'refuse',
  label: '不予受理',
  from: ['UNDER_REVIEW'],
  to: 'NOT_ACCEPTED',
  roles: ['authority_head'],
  proposal: { by: INTAKE, reviewers: ['institution_head'] },
  guards: [guard.withinReview, guard.competentAuthorityNamed, failedAsAssessed],
  input: inputs.RefuseInput,
  clocks: [MEET_REVIEW],
  documents: ['不予受理决定书'],
  article: '复议法 2023 第30条第2款',
  sentence: (_facts, { input }) =>
    `决定不予受理，不符合的条件：${input.failed.map((each) => ACCEPTANCE_CONDITIONS[each].name).join('；')}`,
};

const REFUSAL_SERVED = serviceGuards<ReconsiderationFacts, inputs.ServeRefusalInput>(
  'REFUSAL',
  (_facts, input) => input.recipientId,
);

const serveRefusal: Step<inputs.ServeRefusalInput> = {
  code: 'RC-06',
  name: 'serve-refusal',
  label: '登记不予受理决定书送达',
  from: ['NOT_ACCEPTED'],
  to: null,
  roles: ['intake_officer', 'system'],
  guards: [guard.refusalRecipient, ...REFUSAL_SERVED, guard.noticeAfterReceipt],
  input: inputs.ServeRefusalInput,
  clocks: [
    {
      do: 'start',
      rule: 'RC_SUE',
      when: (facts) => facts.priorRequired,
      concerns: (_facts, { input }) => input.recipientId,
      on: (_facts, { input }) => servedOn(input),
    },
  ],
  documents: ['送达回证'],
  article: '复议法 2023 第34条、第88条',
};

const declineRepeat: Step<inputs.DeclineRepeatInput> = {
  code: 'RC-07',
  name: 'decline-repeat',
  label: '告知不再处理',
  from: ['UNDER_REVIEW'],
  to: 'NOT_HANDLED',
  roles: INTAKE,
  guards: [guard.withinReview, guard.toldByToday],
  input: inputs.DeclineRepeatInput,
  clocks: [MEET_REVIEW],
  documents: ['告知书', '工作记录'],
  article: '实施条例 2026 第37条第2款',
};

const withdrawEarly: Step<inputs.WithdrawEarlyInput> = {
  code: 'RC-08',
  name: 'withdraw-early',
  label: '受理前撤回',
  from: ['UNDER_REVIEW'],
  to: 'PRE_SETTLED',
  roles: ['intake_officer', 'applicant'],
  guards: [guard.withinReview, guard.receivedByToday, guard.allApplicantsWithdraw],
  input: inputs.WithdrawEarlyInput,
  clocks: [MEET_REVIEW],
  documents: ['撤回申请书'],
  article: '复议法 2023 第5条、第15条第2款',
};

const accept: Step<inputs.AcceptInput> = {
  code: 'RC-09',
  name: 'accept',
  label: '受理',
  from: ['UNDER_REVIEW'],
  to: 'ACCEPTED',
  roles: ['intake_officer', 'institution_head', 'authority_head'],
  guards: [
    guard.withinReview,
    guard.notAcceptedBefore,
    guard.representativesElected,
    guard.allConditionsMet,
    guard.filedInTime,
    ...CONDITION_GUARDS,
    assessmentConfirmed,
  ],
  input: inputs.AcceptInput,
  clocks: [MEET_REVIEW, { do: 'start', rule: 'RC_DECIDE' }, { do: 'start', rule: 'RC_COPY' }],
  documents: ['受理通知书'],
  article: '复议法 2023 第30条第1款、第2款',
};

/** The last day of the review, on which an application met with silence counts as accepted. */
export const deemedAcceptedOn = (facts: ReconsiderationFacts, moment: { today: string }): string =>
  openClock(facts, 'RC_REVIEW')?.dueOn ?? moment.today;

/** Silence accepts whether or not a reviewer was assigned. */
const acceptDeemed: Step = {
  code: 'RC-10',
  name: 'accept-deemed',
  label: '视为受理',
  from: ['RECEIVED', 'UNDER_REVIEW'],
  to: 'ACCEPTED',
  roles: ['system'],
  onExpiryOf: 'RC_REVIEW',
  guards: [guard.reviewLapsed],
  clocks: [
    { do: 'cancel', rule: 'RC_REVIEW' },
    { do: 'start', rule: 'RC_DECIDE', on: deemedAcceptedOn },
    { do: 'start', rule: 'RC_COPY', on: deemedAcceptedOn },
  ],
  documents: ['受理通知书（补发）'],
  article: '复议法 2023 第30条第3款',
  sentence: () => '受理审查期限届满未作出不予受理决定，视为受理',
};

/** RC-01 to RC-10: from receipt to acceptance. */
export const INTAKE_STEPS = [
  receive,
  assignReviewer,
  ...CORRECTION_STEPS,
  refuse,
  serveRefusal,
  declineRepeat,
  withdrawEarly,
  accept,
  acceptDeemed,
];
