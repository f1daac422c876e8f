import type { ClockEffect, Transition } from '@app/cases';
import { serviceGuards, servedOn } from '@app/service-of-process';
import {
  openClock,
  respondentOf,
  SUSPENSION_GROUNDS,
  TERMINATING_GROUNDS,
  TRACKS,
  type ReconsiderationFacts,
} from '../facts.js';
import type { ReconsiderationState } from '../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { reviewConcluded } from './norms/guards.js';
import * as opening from './opening-guards.js';
import { GO_ON, PAUSE } from './suspension-clocks.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

/** In the simplified procedure the periods that began with acceptance are shorter, and still begin there. */
const SHORTER: readonly Effect<inputs.OpenTrialInput>[] = ['RC_COPY', 'RC_DECIDE'].flatMap(
  (rule): Effect<inputs.OpenTrialInput>[] => [
    { do: 'cancel', rule, when: (_facts, { input }) => input.track === 'SIMPLIFIED' },
    {
      do: 'start',
      rule,
      when: (_facts, { input }) => input.track === 'SIMPLIFIED',
      on: (facts, { today }) => facts.acceptedOn ?? today,
      variant: () => 'SIMPLIFIED',
    },
  ],
);

const openTrial: Step<inputs.OpenTrialInput> = {
  code: 'RC-11',
  name: 'open-trial',
  label: '指定审理人员，开始审理',
  from: ['ACCEPTED'],
  to: 'IN_TRIAL',
  roles: ['institution_head', 'dept_head'],
  guards: [
    opening.officersDistinct,
    opening.enoughOfficers,
    opening.officersOnStaff,
    opening.officersImpartial,
    opening.officersNotMediators,
    opening.simplifiedGrounded,
    opening.simplifiedAmount,
    opening.simplifiedAgreed,
  ],
  input: inputs.OpenTrialInput,
  clocks: SHORTER,
  documents: ['指定办案人员通知', '适用程序告知书'],
  article: '复议法 2023 第36条、第53条；实施条例 2026 第39条',
  sentence: (_facts, { input }) => `指定${input.memberIds.length + 1}名复议人员审理，适用${TRACKS[input.track]}`,
};

const sendCopy: Step<inputs.SendCopyInput> = {
  code: 'RC-12',
  name: 'send-copy',
  label: '发送申请书副本',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['case_handler'],
  guards: [guard.copyNotSent, guard.copySentOnFits],
  input: inputs.SendCopyInput,
  clocks: [{ do: 'meet', rule: 'RC_COPY', on: (_facts, { input }) => input.sentOn }],
  documents: ['答复通知书', '申请书副本'],
  article: '复议法 2023 第48条、第54条',
};

const COPY_SERVED = serviceGuards<ReconsiderationFacts, inputs.RecordCopyReceiptInput>('COPY', respondentOf);

const recordCopyReceipt: Step<inputs.RecordCopyReceiptInput> = {
  code: 'RC-12',
  name: 'record-copy-receipt',
  label: '登记被申请人收到副本',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['case_handler', 'dept_liaison', 'system'],
  guards: [guard.copyOnItsWay, ...COPY_SERVED, guard.copyReceivedAfterSent],
  input: inputs.RecordCopyReceiptInput,
  clocks: [
    {
      do: 'start',
      rule: 'RC_REPLY',
      on: (_facts, { input }) => servedOn(input),
      variant: (facts) => (facts.track === 'SIMPLIFIED' ? 'SIMPLIFIED' : undefined),
    },
  ],
  documents: ['送达回证'],
  article: '复议法 2023 第48条、第54条',
};

const receiveReply: Step<inputs.ReceiveReplyInput> = {
  code: 'RC-13',
  name: 'receive-reply',
  label: '收到书面答复',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['dept_liaison', 'case_handler'],
  guards: [guard.copyReceived, guard.noReplyYet, guard.replyDayFits, guard.staffAgent],
  input: inputs.ReceiveReplyInput,
  clocks: [
    {
      do: 'meet',
      rule: 'RC_REPLY',
      on: (_facts, { input }) => input.receivedOn,
      when: (facts) => openClock(facts, 'RC_REPLY') !== undefined,
    },
  ],
  documents: ['行政复议答复书', '证据清单'],
  article: '复议法 2023 第48条；实施条例 2026 第18条第2款、第41条',
  sentence: (facts, { input }) =>
    guard.isReplyLate(facts, input)
      ? '收到被申请人书面答复，逾期或者未提交证据，视为行政行为没有证据、依据'
      : '收到被申请人书面答复和证据',
};

/** A period that ran out before the case was suspended has run out. */
const defaultReply: Step = {
  code: 'RC-13',
  name: 'default-reply',
  label: '逾期未答复',
  from: ['IN_TRIAL', 'SUSPENDED'],
  to: null,
  roles: ['system'],
  onExpiryOf: 'RC_REPLY',
  guards: [guard.replyLapsed],
  clocks: [{ do: 'cancel', rule: 'RC_REPLY' }],
  documents: ['工作记录'],
  article: '复议法 2023 第70条',
  sentence: () => '被申请人逾期未答复，视为行政行为没有证据、依据',
};

const recordOpinion: Step<inputs.RecordOpinionInput> = {
  code: 'RC-15',
  name: 'record-opinion',
  label: '听取意见',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['case_handler', 'panel_member'],
  guards: [guard.opinionOfParty, guard.opinionComplete],
  input: inputs.RecordOpinionInput,
  documents: ['听取意见笔录'],
  article: '复议法 2023 第49条',
  sentence: (_facts, { input }) =>
    input.impossibleReason === undefined ? '听取一名当事人的意见' : '因当事人原因不能听取意见，已记录理由',
};

const extend: Step<inputs.ExtendInput> = {
  code: 'RC-20',
  name: 'extend',
  label: '延长审理期限',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [guard.ordinaryTrack, guard.notExtended, guard.decidePeriodRunning, guard.extensionLength],
  input: inputs.ExtendInput,
  clocks: [{ do: 'extend', rule: 'RC_DECIDE', amount: (_facts, { input }) => input.days }],
  documents: ['延期审理通知书'],
  article: '复议法 2023 第62条第1款',
  sentence: (_facts, { input }) => `审理期限延长${input.days}日`,
};

const suspend: Step<inputs.SuspendInput> = {
  code: 'RC-21',
  name: 'suspend',
  label: '中止',
  from: ['IN_TRIAL'],
  to: 'SUSPENDED',
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.bothSidesConsent],
  input: inputs.SuspendInput,
  clocks: [
    ...PAUSE,
    { do: 'start', rule: 'RC_SUSP_TERM', when: (_facts, { input }) => TERMINATING_GROUNDS.includes(input.ground) },
  ],
  documents: ['行政复议中止通知书'],
  article: '复议法 2023 第39条第1款',
  sentence: (_facts, { input }) => `中止审理：${SUSPENSION_GROUNDS[input.ground]}`,
};

const resume: Step<inputs.ResumeInput> = {
  code: 'RC-21',
  name: 'resume',
  label: '恢复审理',
  from: ['SUSPENDED'],
  to: 'IN_TRIAL',
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [reviewConcluded],
  input: inputs.ResumeInput,
  clocks: GO_ON,
  documents: ['恢复审理通知书'],
  article: '复议法 2023 第39条第2款、第3款',
};

/**
 * Mediation of the dispute is over, with or without an agreement: what the parties agreed to stand still for is gone, and
 * the case is to go on in time. To resume is the authority's act, of which it tells the parties in writing (复议法 2023 第39条
 * 第2款、第3款), so no timer does it; a clock sees that nobody forgets.
 */
const noteMediationEnded: Step = {
  code: 'RC-21',
  name: 'note-mediation-ended',
  label: '调解已结束，应当及时恢复审理',
  from: ['SUSPENDED'],
  to: null,
  roles: ['system'],
  guards: [guard.suspendedToMediate, guard.resumptionNotDue],
  clocks: [{ do: 'start', rule: 'RC_RESUME' }],
  documents: [],
  article: '复议法 2023 第39条第1款第6项、第2款',
};

const startDrafting: Step<inputs.StartDraftingInput> = {
  code: 'RC-25',
  name: 'start-drafting',
  label: '审理终结，拟定决定',
  from: ['IN_TRIAL'],
  to: 'DRAFTING',
  roles: ['case_handler'],
  guards: [
    guard.notInJoinder,
    guard.replyInOrDefault,
    guard.viewsHeard,
    guard.hearingHeld,
    guard.committeeHeard,
    guard.nothingPending,
    guard.officersPresent,
    guard.deliberated,
  ],
  input: inputs.StartDraftingInput,
  documents: ['审理报告'],
  article: '复议法 2023 第49条、第61条',
};

/** RC-11 to RC-25: from the appointment of officers to the end of the trial. */
export const TRIAL_STEPS = [
  openTrial,
  sendCopy,
  recordCopyReceipt,
  receiveReply,
  defaultReply,
  recordOpinion,
  extend,
  suspend,
  resume,
  noteMediationEnded,
  startDrafting,
];
