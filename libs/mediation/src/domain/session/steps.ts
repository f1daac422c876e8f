import type { Transition } from '@app/cases';
import { noPendingRecusal } from '../assignment/guards.js';
import { consentStands } from '../consent/guards.js';
import { clockWarningOnExtension } from '../intake/guards.js';
import { SESSIONS_CALLED_OFF } from '../sittings/called-off.js';
import { mediatorsConfirmed } from '../sittings/guards.js';
import { TERMINATION_REASONS, type MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import {
  AgreeInput,
  ExtendTermInput,
  PauseInput,
  ResumeMediationInput,
  ReturnInput,
  TerminateInput,
} from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

const pause: Step<PauseInput> = {
  code: 'MD-08',
  name: 'pause',
  label: '中止调解',
  from: ['IN_SESSION'],
  to: 'PAUSED',
  roles: ['mediator'],
  guards: [guard.pausedInTerm, guard.shamReported],
  input: PauseInput,
  clocks: [
    {
      do: 'suspend',
      rule: 'MD_TERM',
      when: (_facts, { input }) => input.reason === 'APPRAISAL',
      on: (_facts, { input }) => input.from,
    },
    ...SESSIONS_CALLED_OFF,
  ],
  documents: ['中止调解告知书'],
  article: '在线调解规则 第26条；特邀调解规定 第18条',
};

const resume: Step<ResumeMediationInput> = {
  code: 'MD-08',
  name: 'resume',
  label: '恢复调解',
  from: ['PAUSED'],
  to: 'IN_SESSION',
  roles: ['mediator'],
  guards: [mediatorsConfirmed, noPendingRecusal, consentStands, guard.resumedAfterPause, guard.suspicionCleared],
  input: ResumeMediationInput,
  clocks: [
    {
      do: 'resume',
      rule: 'MD_TERM',
      when: (facts) => facts.pause?.reason === 'APPRAISAL',
      on: (_facts, { input }) => input.on,
    },
  ],
  documents: ['恢复调解告知书'],
  article: '在线调解规则 第26条',
};

const extend: Step<ExtendTermInput> = {
  code: 'MD-09',
  name: 'extend',
  label: '延长调解期限',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED'],
  to: null,
  roles: ['mediator', 'centre_staff', 'centre_manager'],
  guards: [
    guard.termNotExpired,
    consentStands,
    guard.allAgreeToExtend,
    guard.departmentExtension,
    clockWarningOnExtension,
  ],
  input: ExtendTermInput,
  clocks: [{ do: 'extend', rule: 'MD_TERM', amount: (_facts, { input }) => input.days }],
  documents: ['延长调解期限确认书'],
  article: '特邀调解规定 第27条；在线调解规则 第24条',
  sentence: (_facts, { input }) => `各方同意，调解期限延长${input.days}日`,
};

const agree: Step<AgreeInput> = {
  code: 'MD-10',
  name: 'agree',
  label: '达成协议',
  from: ['IN_SESSION'],
  to: 'AGREED',
  roles: ['mediator'],
  guards: [
    guard.sessionHeld,
    consentStands,
    mediatorsConfirmed,
    noPendingRecusal,
    guard.respondentMayBind,
    guard.paymentApproved,
    guard.schedulePresent,
    guard.scheduleSound,
  ],
  input: AgreeInput,
  clocks: [{ do: 'meet', rule: 'MD_TERM' }, ...SESSIONS_CALLED_OFF],
  documents: ['调解协议书'],
  article: '复议法 2023 第5条；特邀调解规定 第24条；人民调解法 第29条',
};

const terminate: Step<TerminateInput> = {
  code: 'MD-15',
  name: 'terminate',
  label: '终止调解',
  from: ['ACCEPTED', 'MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED', 'AGREED'],
  to: 'TERMINATED',
  // Before there is a mediator somebody must be able to end it: the head of the centre.
  roles: ['mediator', 'centre_manager'],
  guards: [guard.terminationReasonTrue],
  input: TerminateInput,
  clocks: [
    { do: 'meet', rule: 'MD_TERM' },
    { do: 'cancel', rule: '*' },
    { do: 'start', rule: 'MD_RETURN' },
  ],
  documents: ['终止调解书'],
  article: '特邀调解规定 第26条；在线调解规则 第25条',
  sentence: (_facts, { input }) => `终止调解：${TERMINATION_REASONS[input.reason]}`,
};

const returnToSource: Step<ReturnInput> = {
  code: 'MD-16',
  name: 'return',
  label: '退回移送单位',
  from: ['TERMINATED'],
  to: 'RETURNED',
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.wallKept],
  input: ReturnInput,
  clocks: [{ do: 'meet', rule: 'MD_RETURN' }],
  documents: ['移送（反馈）函', '救济途径告知书'],
  article: '特邀调解规定 第21条、第26条；人民调解法 第26条',
};

/** MD-08 to MD-10, MD-15 and MD-16: pause and extension, to the agreement or back to the source. */
export const SESSION_STEPS = [pause, resume, extend, agree, terminate, returnToSource];
