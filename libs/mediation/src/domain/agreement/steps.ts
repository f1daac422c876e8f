import type { ClockEffect, Transition } from '@app/cases';
import { noPendingRecusal } from '../assignment/guards.js';
import type { MediationFacts } from '../facts.js';
import { VISITS } from '../performance/visits.js';
import { consentStands } from '../consent/guards.js';
import { SESSIONS_CALLED_OFF } from '../sittings/called-off.js';
import { mediatorsConfirmed } from '../sittings/guards.js';
import { STAGE_TABLE } from '../stages.js';
import type { MediationState } from '../states.js';
import { CONFIRMATION_OUTCOMES, INSTRUMENTS } from './facts.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { completes, effectiveWith } from './signatures.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;
type Effect<I extends object = object> = ClockEffect<MediationFacts, I>;

const CENTRE = ['mediator', 'centre_staff', 'centre_manager'] as const;

const agree: Step<inputs.AgreeInput> = {
  code: 'MD-10',
  name: 'agree',
  label: '达成协议',
  from: ['IN_SESSION'],
  to: {
    among: ['AGREED', 'AGREEMENT_EFFECTIVE'],
    choose: (_facts, { input }) => (input.oral === true ? 'AGREEMENT_EFFECTIVE' : 'AGREED'),
  },
  roles: ['mediator'],
  guards: [
    guard.sessionHeld,
    consentStands,
    mediatorsConfirmed,
    noPendingRecusal,
    guard.oralOnlyAmongPeople,
    guard.respondentMayBind,
    guard.paymentApproved,
    guard.schedulePresent,
    guard.scheduleSound,
    guard.instalmentsInOrder,
  ],
  input: inputs.AgreeInput,
  clocks: [
    { do: 'meet', rule: 'MD_TERM' },
    { do: 'start', rule: 'MD_CONFIRM', when: (_facts, { input }) => input.oral === true },
    ...SESSIONS_CALLED_OFF,
  ],
  documents: ['调解协议书'],
  article: '复议法 2023 第5条；特邀调解规定 第24条；人民调解法 第28条至第30条',
};

/** The agreement is effective from the day of the last signature. */
const confirmableFrom: Effect<inputs.RecordSignatureInput> = {
  do: 'start',
  rule: 'MD_CONFIRM',
  when: (facts, { input }) => completes(facts, input.signerId) && STAGE_TABLE[facts.stage].confirmable,
  on: (facts, { input }) => effectiveWith(facts, input.signedOn),
};

const recordSignature: Step<inputs.RecordSignatureInput> = {
  code: 'MD-11',
  name: 'record-signature',
  label: '登记协议签章',
  from: ['AGREED'],
  to: {
    among: ['AGREED', 'AGREEMENT_EFFECTIVE'],
    choose: (facts, { input }) => (completes(facts, input.signerId) ? 'AGREEMENT_EFFECTIVE' : 'AGREED'),
  },
  roles: CENTRE,
  guards: [mediatorsConfirmed, noPendingRecusal, guard.signatureWanted, guard.signedInTime, guard.agentEmpowered],
  input: inputs.RecordSignatureInput,
  clocks: [confirmableFrom],
  documents: ['调解协议书'],
  article: '特邀调解规定 第24条；人民调解法 第29条第2款',
  sentence: (facts, { input }) =>
    completes(facts, input.signerId) ? '调解协议各方均已签章，发生效力' : '登记一方在调解协议上签章',
};

const applyConfirmation: Step<inputs.ApplyConfirmationInput> = {
  code: 'MD-12',
  name: 'apply-confirmation',
  label: '登记共同申请司法确认',
  from: ['AGREEMENT_EFFECTIVE', 'PERFORMING'],
  to: 'CONFIRMATION_PENDING',
  roles: CENTRE,
  guards: [guard.confirmable, guard.notConfirmedYet, guard.appliedJointly, guard.appliedInTime],
  input: inputs.ApplyConfirmationInput,
  clocks: [
    { do: 'meet', rule: 'MD_CONFIRM', on: (_facts, { input }) => input.appliedOn },
    { do: 'start', rule: 'MD_CT_ACCEPT', on: (_facts, { input }) => input.appliedOn },
  ],
  documents: ['司法确认申请书'],
  article: '民诉法 2023 第205条；人民调解法 第33条第1款',
};

const recordCourtAcceptance: Step<inputs.RecordCourtAcceptanceInput> = {
  code: 'MD-13',
  name: 'record-court-acceptance',
  label: '登记法院受理司法确认申请',
  from: ['CONFIRMATION_PENDING'],
  to: null,
  roles: CENTRE,
  guards: [guard.courtAcceptsOnce, guard.courtAcceptedInOrder],
  input: inputs.RecordCourtAcceptanceInput,
  clocks: [
    { do: 'meet', rule: 'MD_CT_ACCEPT', on: (_facts, { input }) => input.acceptedOn },
    { do: 'start', rule: 'MD_CT_DECIDE', on: (_facts, { input }) => input.acceptedOn },
  ],
  documents: [],
  article: '人民调解协议司法确认程序规定 第4条',
};

const recordConfirmation: Step<inputs.RecordConfirmationInput> = {
  code: 'MD-13',
  name: 'record-confirmation',
  label: '登记司法确认结果',
  from: ['CONFIRMATION_PENDING'],
  to: {
    among: ['CONFIRMED', 'CONFIRMATION_REFUSED'],
    choose: (_facts, { input }) => (input.outcome === 'CONFIRMED' ? 'CONFIRMED' : 'CONFIRMATION_REFUSED'),
  },
  roles: CENTRE,
  guards: [guard.courtDecidedInOrder, guard.refusalGrounded],
  input: inputs.RecordConfirmationInput,
  clocks: [
    { do: 'meet', rule: 'MD_CT_ACCEPT', on: (_facts, { input }) => input.decidedOn },
    { do: 'meet', rule: 'MD_CT_DECIDE', on: (_facts, { input }) => input.decidedOn },
  ],
  documents: ['司法确认裁定书', '行政诉前调解书'],
  article: '民诉法 2023 第206条；法发〔2021〕17号 第6条第1款',
  sentence: (_facts, { input }) => `人民法院对调解协议的司法确认申请：${CONFIRMATION_OUTCOMES[input.outcome]}`,
};

const handOver: Step<inputs.HandOverInput> = {
  code: 'MD-14',
  name: 'hand-over',
  label: '移交协议，制作文书',
  from: ['AGREEMENT_EFFECTIVE'],
  to: null,
  roles: CENTRE,
  guards: [guard.sourceMakesInstrument, guard.notHandedOver, guard.handedOverInTime],
  input: inputs.HandOverInput,
  documents: ['移送（反馈）函', '调解协议书'],
  article: '复议法 2023 第73条、第74条；行诉法 2017 第60条、第62条',
  sentence: (_facts, { input }) => `调解协议移交移送单位，拟制作文书：${INSTRUMENTS[input.wanted]}`,
};

/** By its 调解书 the authority supervises performance itself (复议法 2023 第77条); the centre only visits. */
const supervised = (facts: MediationFacts, input: inputs.RecordInstrumentInput): boolean =>
  facts.stage === 'IN_RECONSIDERATION' && input.instrument === 'STATEMENT';

const recordInstrument: Step<inputs.RecordInstrumentInput> = {
  code: 'MD-14',
  name: 'record-instrument',
  label: '登记移送单位制作的文书',
  from: ['AGREEMENT_EFFECTIVE'],
  to: {
    among: ['PERFORMING', 'FOLLOW_UP'],
    choose: (facts, { input }) =>
      supervised(facts, input) || facts.obligations.every((each) => each.done) ? 'FOLLOW_UP' : 'PERFORMING',
  },
  roles: ['system', ...CENTRE],
  guards: [guard.awaitingInstrument, guard.instrumentMade],
  input: inputs.RecordInstrumentInput,
  clocks: [
    { do: 'cancel', rule: 'MD_PERFORM', when: (facts, { input }) => supervised(facts, input) },
    ...VISITS<inputs.RecordInstrumentInput>(
      (facts, { input }) => supervised(facts, input) || facts.obligations.every((each) => each.done),
    ),
  ],
  documents: ['行政复议调解书', '行政复议终止决定书'],
  article: '复议法 2023 第41条、第73条、第77条；行诉法 2017 第60条、第62条',
  sentence: (_facts, { input }) => `移送单位已制作文书：${INSTRUMENTS[input.instrument]}`,
};

/** MD-10 to MD-14: from the agreement to what makes it binding. */
export const AGREEMENT_STEPS = [
  agree,
  recordSignature,
  applyConfirmation,
  recordCourtAcceptance,
  recordConfirmation,
  handOver,
  recordInstrument,
];
