import type { ClockEffect, Transition } from '@app/cases';
import { daysBetween } from '@app/kernel';
import { serviceGuards, servedOn } from '@app/service-of-process';
import { partiesOf, type ReconsiderationFacts } from '../../facts.js';
import { failedAsAssessed } from '../../admissibility/guards.js';
import { recipientUnserved, servedAfterDecision } from '../../decision/guards.js';
import { allServed } from '../../decision/steps.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { DISMISSAL_GROUNDS, ENDING_PAPERS, TERMINATION_GROUNDS } from './tables.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type Effect<I extends object = object> = ClockEffect<ReconsiderationFacts, I>;

/** Parties may withdraw, and settle, until the decision is made (复议法 2023 第74条). */
const BEFORE_DECISION = ['IN_TRIAL', 'SUSPENDED', 'DRAFTING'] as const;
const BY_CHAIN = { by: ['case_handler'], reviewers: ['institution_head'] } as const;
const ALL_OVER: Effect = { do: 'cancel', rule: '*' };

const fileWithdrawal: Step<inputs.FileWithdrawalInput> = {
  code: 'RC-22',
  name: 'file-withdrawal',
  label: '登记撤回申请',
  from: BEFORE_DECISION,
  to: null,
  roles: ['case_handler', 'applicant'],
  guards: [guard.noWithdrawal, guard.withdrawalArrived, guard.allApplicantsWithdraw],
  input: inputs.FileWithdrawalInput,
  documents: ['撤回行政复议申请书'],
  article: '复议法 2023 第15条第2款、第41条第1项、第74条',
};

const decideWithdrawal: Step<inputs.DecideWithdrawalInput> = {
  code: 'RC-22',
  name: 'decide-withdrawal',
  label: '审查撤回申请',
  from: BEFORE_DECISION,
  to: null,
  roles: ['institution_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [guard.withdrawalUndecided],
  input: inputs.DecideWithdrawalInput,
  documents: ['准予撤回行政复议申请通知书'],
  article: '复议法 2023 第41条第1项、第74条',
  sentence: (_facts, { input }) => (input.allowed ? '准予撤回行政复议申请' : '不准予撤回行政复议申请'),
};

const terminate: Step<inputs.TerminateCaseInput> = {
  code: 'RC-22',
  name: 'terminate',
  label: '终止行政复议',
  from: BEFORE_DECISION,
  to: 'TERMINATED',
  roles: ['authority_head'],
  proposal: BY_CHAIN,
  guards: [guard.withdrawalAllowed, guard.suspendedLongEnough],
  input: inputs.TerminateCaseInput,
  clocks: [ALL_OVER],
  documents: ['行政复议终止决定书'],
  article: '复议法 2023 第41条',
  sentence: (_facts, { input }) => `终止行政复议：${TERMINATION_GROUNDS[input.ground]}`,
};

/** The first day by which the respondent has to do something; null if it has nothing to do. */
function firstPerformance(facts: ReconsiderationFacts, input: inputs.ConcludeMediationInput): string | null {
  const respondents = partiesOf(facts, 'RESPONDENT').map((party) => party.partyId);
  const days = input.performances.filter((each) => respondents.includes(each.partyId)).map((each) => each.dueOn);
  return days.sort()[0] ?? null;
}

/** Days from today to that day, at least one. */
const PERFORM: Effect<inputs.ConcludeMediationInput> = {
  do: 'start',
  rule: 'RC_PERFORM',
  when: (facts, { input }) => firstPerformance(facts, input) !== null,
  amount: (facts, { today, input }) => Math.max(1, daysBetween(today, firstPerformance(facts, input) ?? today)),
};

const concludeMediation: Step<inputs.ConcludeMediationInput> = {
  code: 'RC-23',
  name: 'conclude-mediation',
  label: '制发行政复议调解书',
  from: ['IN_TRIAL', 'DRAFTING'],
  to: 'MEDIATED',
  roles: ['authority_head'],
  proposal: BY_CHAIN,
  guards: [guard.thirdPartiesKnown, guard.allSigned, guard.performancesFit],
  input: inputs.ConcludeMediationInput,
  clocks: [ALL_OVER, PERFORM],
  documents: ['行政复议调解书'],
  article: '复议法 2023 第5条、第73条',
  sentence: () => '行政复议调解书经各方当事人签名或者盖章并加盖机关印章，发生法律效力',
};

const dismiss: Step<inputs.DismissInput> = {
  code: 'RC-24',
  name: 'dismiss',
  label: '驳回行政复议申请',
  from: ['IN_TRIAL', 'DRAFTING'],
  to: 'DISMISSED',
  roles: ['authority_head'],
  proposal: BY_CHAIN,
  guards: [guard.dismissalInForce, guard.explained, guard.failedNamed, failedAsAssessed],
  input: inputs.DismissInput,
  clocks: [ALL_OVER],
  documents: ['驳回行政复议申请决定书', '释明笔录'],
  article: '复议法 2023 第33条；实施条例 2026 第37条第1款',
  sentence: (_facts, { input }) => `驳回行政复议申请：${DISMISSAL_GROUNDS[input.ground]}`,
};

const ENDED = ['MEDIATED', 'TERMINATED', 'DISMISSED'] as const;

const ENDING_SERVED = serviceGuards<ReconsiderationFacts, inputs.ServeEndingInput>(
  (facts) => ENDING_PAPERS[facts.ending?.kind ?? 'TERMINATED'],
  (_facts, input) => input.recipientId,
);

const serveEnding: Step<inputs.ServeEndingInput> = {
  code: 'RC-29',
  name: 'serve-ending',
  label: '登记终结文书送达',
  from: ENDED,
  to: {
    among: [...ENDED, 'SERVED'],
    choose: (facts, { input }) =>
      allServed(facts, input.recipientId) ? 'SERVED' : (facts.ending?.kind ?? 'TERMINATED'),
  },
  roles: ['case_handler', 'intake_officer', 'system'],
  guards: [recipientUnserved, ...ENDING_SERVED, servedAfterDecision],
  input: inputs.ServeEndingInput,
  clocks: [
    {
      do: 'start',
      rule: 'RC_SUE',
      // Where reconsideration must come first, a dismissal opens the way to the court (复议法 2023 第34条).
      when: (facts, { input }) =>
        facts.ending?.kind === 'DISMISSED' &&
        facts.priorRequired &&
        facts.parties.some((party) => party.partyId === input.recipientId && party.side !== 'RESPONDENT'),
      concerns: (_facts, { input }) => input.recipientId,
      on: (_facts, { input }) => servedOn(input),
    },
  ],
  documents: ['送达回证'],
  article: '复议法 2023 第34条、第88条',
};

/** RC-22 to RC-24: a case ends without a decision on the merits; RC-29: what ended it is served. */
export const ENDING_STEPS = [fileWithdrawal, decideWithdrawal, terminate, concludeMediation, dismiss, serveEnding];
