import type { Transition } from '@app/cases';
import { noPendingRecusal } from '../assignment/guards.js';
import { consentStands } from '../consent/guards.js';
import { clockWarningOnExtension } from '../intake/guards.js';
import type { MediationFacts } from '../facts.js';
import { SESSIONS_CALLED_OFF } from '../sittings/called-off.js';
import { mediatorsConfirmed } from '../sittings/guards.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import { ExtendTermInput, PauseInput, ResumeMediationInput } from './inputs.js';

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

/** MD-08 and MD-09: the pause of the sessions and their term. */
export const SESSION_STEPS = [pause, resume, extend];
