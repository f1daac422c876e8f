import type { Transition } from '@app/cases';
import { TERMINATION_REASONS, type MediationFacts } from '../facts.js';
import { bothVisited } from '../performance/guards.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import { CloseMediationInput, ReturnInput, TerminateInput } from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

const terminate: Step<TerminateInput> = {
  code: 'MD-15',
  name: 'terminate',
  label: '终止调解',
  from: [
    'ACCEPTED',
    'MEDIATOR_ASSIGNED',
    'IN_SESSION',
    'PAUSED',
    'AGREED',
    'AGREEMENT_EFFECTIVE',
    'CONFIRMATION_REFUSED',
    'PERFORMING',
  ],
  to: 'TERMINATED',
  // Before there is a mediator somebody must be able to end it: the head of the centre.
  roles: ['mediator', 'centre_manager'],
  guards: [guard.terminationReasonTrue, guard.citizenClocksTold],
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
  guards: [guard.wallKept, guard.citizenClocksTold],
  input: ReturnInput,
  clocks: [{ do: 'meet', rule: 'MD_RETURN' }],
  documents: ['移送（反馈）函', '救济途径告知书'],
  article: '特邀调解规定 第21条、第26条；人民调解法 第26条',
};

const close: Step<CloseMediationInput> = {
  code: 'MD-17',
  name: 'close',
  label: '调解成功结案',
  from: ['FOLLOW_UP'],
  to: 'CLOSED_SUCCESS',
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.nothingOwed, bothVisited, guard.citizenClocksTold],
  input: CloseMediationInput,
  clocks: [{ do: 'cancel', rule: '*' }],
  documents: ['结案审批表'],
  article: '杭州市人民调解条例 第45条；人民调解法 第31条',
};

/** MD-15 to MD-17: how a mediation ends. */
export const CLOSING_STEPS = [terminate, returnToSource, close];
