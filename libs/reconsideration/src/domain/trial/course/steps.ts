import type { ClockEffect, Transition } from '@app/cases';
import { openClock, TRACKS, type ReconsiderationFacts } from '../../facts.js';
import { noOtherOpen } from '../../intake/guards.js';
import { versionOn } from '../../law-version.js';
import type { ReconsiderationState } from '../../states.js';
import { pauseDecision, resumeDecision } from '../standstill.js';
import { GO_ON } from '../suspension-clocks.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { STAY_GROUNDS } from './tables.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

const BY_HANDLER = { by: ['case_handler'], reviewers: [] } as const;
/** Until the decision is made, execution of the act may be stayed and let go on. */
const STAY = {
  code: 'RC-18',
  from: ['IN_TRIAL', 'SUSPENDED', 'DRAFTING'],
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  article: '复议法 2023 第42条',
} as const;

const stay: Step<inputs.StayExecutionInput> = {
  ...STAY,
  name: 'stay-execution',
  label: '停止执行',
  guards: [guard.notStayed, guard.stayApplicantNamed],
  input: inputs.StayExecutionInput,
  documents: ['停止执行通知书'],
  sentence: (_facts, { input }) => `决定停止执行：${STAY_GROUNDS[input.ground]}`,
};

const liftStay: Step<inputs.LiftStayInput> = {
  ...STAY,
  name: 'lift-stay',
  label: '恢复执行',
  guards: [guard.stayed],
  input: inputs.LiftStayInput,
  documents: ['恢复执行通知书'],
};

/** The longer periods run from where the shorter ones began; what was left out of these stays left out. */
const LONGER: readonly Effect[] = ['RC_COPY', 'RC_REPLY', 'RC_DECIDE'].map((rule) => ({
  do: 'convert',
  rule,
  when: (facts) => openClock(facts, rule) !== undefined,
}));

const convert: Step<inputs.ConvertToOrdinaryInput> = {
  code: 'RC-19',
  name: 'convert-to-ordinary',
  label: '转为普通程序',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.simplifiedTrack, guard.mannedForOrdinary, guard.addedFit],
  input: inputs.ConvertToOrdinaryInput,
  clocks: LONGER,
  documents: ['转为普通程序审理通知书'],
  article: '复议法 2023 第55条',
  sentence: () => `转为${TRACKS.ORDINARY}，审理期限自受理之日起重新按60日计算`,
};

const requestUplift: Step<inputs.RequestUpliftInput> = {
  code: 'RC-36',
  name: 'request-uplift',
  label: '报请提级审理',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head', 'authority_head'],
  proposal: BY_HANDLER,
  guards: [guard.notRequested],
  input: inputs.RequestUpliftInput,
  clocks: [pauseDecision((_facts, { today }) => today)],
  documents: ['提级审理请示'],
  article: '复议法 2023 第38条；实施条例 2026 第40条',
  sentence: () => '报请上级行政复议机关提级审理，报请期间不计入审理期限',
};

const declineUplift: Step<inputs.DeclineUpliftInput> = {
  code: 'RC-36',
  name: 'decline-uplift',
  label: '登记不予提级审理的答复',
  from: ['IN_TRIAL', 'SUSPENDED'],
  to: null,
  roles: ['institution_head', 'case_handler'],
  guards: [guard.requested, guard.answeredAfterRequest],
  input: inputs.DeclineUpliftInput,
  clocks: [resumeDecision('UPLIFT', (_facts, { input }) => input.answeredOn)],
  documents: ['上级机关答复'],
  article: '实施条例 2026 第40条',
};

const transferUp: Step<inputs.TransferUpInput> = {
  code: 'RC-36',
  name: 'transfer-up',
  label: '登记上级机关提级审理',
  from: ['IN_TRIAL', 'SUSPENDED'],
  to: 'TRANSFERRED_UP',
  roles: ['institution_head'],
  guards: [guard.arrivedByToday],
  input: inputs.TransferUpInput,
  clocks: [
    { do: 'cancel', rule: '*' },
    {
      do: 'start',
      rule: 'RC_UPLIFT_FILES',
      on: (_facts, { input }) => input.receivedOn,
      when: (_facts, { input }) => versionOn(input.receivedOn).regulation === '2026',
    },
  ],
  documents: ['提级审理通知书'],
  article: '复议法 2023 第38条；实施条例 2026 第40条',
  sentence: () => '上级行政复议机关决定提级审理，本机关审理期限终止',
};

const sendFilesUp: Step<inputs.SendFilesUpInput> = {
  code: 'RC-36',
  name: 'send-files-up',
  label: '移送案卷并告知当事人',
  from: ['TRANSFERRED_UP'],
  to: null,
  roles: ['case_handler', 'intake_officer'],
  guards: [guard.filesHere, guard.sentByToday],
  input: inputs.SendFilesUpInput,
  clocks: [{ do: 'meet', rule: 'RC_UPLIFT_FILES', on: (_facts, { input }) => input.sentOn }],
  documents: ['移送函', '提级审理告知书'],
  article: '实施条例 2026 第40条',
};

const ORDER = {
  code: 'RC-37',
  roles: ['institution_head'],
  input: inputs.SuperiorOrderInput,
} as const;

const orderReview: Step<inputs.SuperiorOrderInput> = {
  ...ORDER,
  name: 'order-review',
  label: '登记责令受理',
  from: ['NOT_ACCEPTED'],
  to: 'UNDER_REVIEW',
  guards: [noOtherOpen, guard.arrivedByToday, guard.orderedAfterwards],
  clocks: [
    { do: 'cancel', rule: 'RC_SUE' },
    { do: 'start', rule: 'RC_REVIEW', on: (_facts, { input }) => input.receivedOn },
  ],
  documents: ['责令受理通知书'],
  article: '复议法 2023 第35条',
  sentence: () => '上级行政机关责令纠正不予受理，恢复受理审查',
};

/** The dismissal falls away, and with it the period to sue; the period to decide runs anew [I]. */
const orderTrial: Step<inputs.SuperiorOrderInput> = {
  ...ORDER,
  name: 'order-trial',
  label: '登记责令审理',
  from: ['DISMISSED'],
  to: 'IN_TRIAL',
  guards: [noOtherOpen, guard.arrivedByToday, guard.orderedAfterwards],
  clocks: [
    { do: 'cancel', rule: 'RC_SUE' },
    {
      do: 'start',
      rule: 'RC_DECIDE',
      on: (_facts, { input }) => input.receivedOn,
      variant: (facts) => (facts.track === 'SIMPLIFIED' ? 'SIMPLIFIED' : undefined),
    },
  ],
  documents: ['责令审理通知书'],
  article: '复议法 2023 第35条',
  sentence: () => '上级行政机关责令纠正驳回申请，恢复审理',
};

/** A review of a normative document for which the case waited no longer binds it. */
const NORMS_OVER: readonly Effect[] = [
  'RC_ND_HANDLE',
  'RC_ND_NOTIFY',
  'RC_ND_FORWARD',
  'RC_ND_MAKER_REPLY',
  'RC_ND_ANSWER',
].map((rule) => ({ do: 'cancel', rule }));

const orderResumption: Step<inputs.SuperiorOrderInput> = {
  ...ORDER,
  name: 'order-resumption',
  label: '登记责令恢复审理',
  from: ['SUSPENDED'],
  to: 'IN_TRIAL',
  guards: [guard.arrivedByToday, guard.orderedAfterwards],
  clocks: [...GO_ON, ...NORMS_OVER],
  documents: ['责令恢复审理通知书', '恢复审理通知书'],
  article: '复议法 2023 第40条',
  sentence: () => '上级行政复议机关责令恢复审理',
};

/** RC-18, RC-19, RC-36, RC-37: what befalls a case on its way. */
export const COURSE_STEPS = [
  stay,
  liftStay,
  convert,
  requestUplift,
  declineUplift,
  transferUp,
  sendFilesUp,
  orderReview,
  orderTrial,
  orderResumption,
];
