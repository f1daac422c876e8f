import type { Transition } from '@app/cases';
import { mediatorsConfirmed } from '../sittings/guards.js';
import { termVariant } from '../time-limits.js';
import type { MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { lastOne, VISITS } from './visits.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

/** From effect on an agreement is performed, whatever a court does meanwhile. */
const BINDING = [
  'AGREEMENT_EFFECTIVE',
  'CONFIRMATION_PENDING',
  'CONFIRMED',
  'CONFIRMATION_REFUSED',
  'PERFORMING',
] as const;
const CENTRE = ['mediator', 'centre_staff', 'centre_manager'] as const;

const beginPerformance: Step = {
  code: 'MD-17',
  name: 'begin-performance',
  label: '进入履行',
  from: ['AGREEMENT_EFFECTIVE', 'CONFIRMED', 'CONFIRMATION_REFUSED'],
  to: {
    among: ['PERFORMING', 'FOLLOW_UP'],
    choose: (facts) => (facts.obligations.every((each) => each.done) ? 'FOLLOW_UP' : 'PERFORMING'),
  },
  roles: CENTRE,
  guards: [guard.instrumentFirst],
  clocks: VISITS((facts) => facts.obligations.every((each) => each.done)),
  documents: [],
  article: '人民调解法 第31条',
};

/** While a court has it, what is performed last does not end the court's part. */
const toFollowUp = (facts: MediationFacts, input: inputs.RecordPerformanceInput): boolean =>
  facts.state === 'PERFORMING' && input.outcome === 'WHOLE' && lastOne(facts, input.obligationId);

const recordPerformance: Step<inputs.RecordPerformanceInput> = {
  code: 'MD-17',
  name: 'record-performance',
  label: '登记履行情况',
  from: BINDING,
  to: {
    among: [...BINDING, 'FOLLOW_UP'],
    choose: (facts, { input }) => (toFollowUp(facts, input) ? 'FOLLOW_UP' : (facts.state as MediationState)),
  },
  roles: [...CENTRE, 'dept_liaison'],
  guards: [guard.obligationPending, guard.performedInTime, guard.performanceProved, guard.amountFits],
  input: inputs.RecordPerformanceInput,
  clocks: [
    {
      do: 'meet',
      rule: 'MD_PERFORM',
      when: (_facts, { input }) => input.outcome === 'WHOLE',
      on: (_facts, { input }) => input.performedOn,
      concerns: (_facts, { input }) => input.obligationId,
    },
    ...VISITS<inputs.RecordPerformanceInput>(
      (facts, { input }) => toFollowUp(facts, input),
      (_facts, { input }) => input.performedOn,
    ),
  ],
  documents: ['履行情况记录'],
  article: '人民调解法 第31条',
  sentence(facts, { input }) {
    const due = guard.obligationOf(facts, input.obligationId)?.dueOn;
    const late = due !== undefined && input.performedOn > due ? '，晚于约定日期' : '';
    return `一项协议义务${inputs.PERFORMANCE_OUTCOMES[input.outcome]}${late}`;
  },
};

/** The obligation's clock is started anew with the new day by the effect. */
const reschedule: Step<inputs.RescheduleInput> = {
  code: 'MD-17',
  name: 'reschedule',
  label: '变更履行期限',
  from: BINDING,
  to: null,
  roles: CENTRE,
  guards: [guard.obligationPending, guard.newDayFits, guard.bothAgree],
  input: inputs.RescheduleInput,
  documents: ['补充协议'],
  article: '民法典 第543条',
  sentence: (_facts, { input }) => `双方同意将一项协议义务的履行期限变更为${input.dueOn}`,
};

const OVERDUE = [guard.somethingOverdue, guard.namedAreOverdue];

const urge: Step<inputs.UrgeInput> = {
  code: 'MD-18',
  name: 'urge-performance',
  label: '督促履行',
  from: BINDING,
  to: null,
  roles: CENTRE,
  guards: OVERDUE,
  input: inputs.UrgeInput,
  documents: ['督促履行函'],
  article: '人民调解法 第31条第2款；杭州市人民调解条例 第46条',
};

const remediate: Step<inputs.RemediateInput> = {
  code: 'MD-18',
  name: 'mediate-again',
  label: '再次调解',
  from: ['PERFORMING'],
  to: 'IN_SESSION',
  roles: CENTRE,
  guards: [guard.notEnforceable, mediatorsConfirmed, ...OVERDUE, guard.bothAgree],
  input: inputs.RemediateInput,
  clocks: [
    { do: 'cancel', rule: '*' },
    { do: 'start', rule: 'MD_TERM', variant: termVariant },
  ],
  documents: [],
  article: '人民调解法 第32条；杭州市人民调解条例 第46条',
};

const recordEnforcement: Step<inputs.RecordEnforcementInput> = {
  code: 'MD-18',
  name: 'record-enforcement',
  label: '登记申请强制执行',
  from: ['CONFIRMED', 'PERFORMING'],
  to: null,
  roles: CENTRE,
  guards: [guard.enforceable, ...OVERDUE, guard.enforcementApplied],
  input: inputs.RecordEnforcementInput,
  documents: ['强制执行申请书'],
  article: '人民调解法 第33条第2款；民诉法 2023 第206条',
};

const adviseSuit: Step<inputs.AdviseSuitInput> = {
  code: 'MD-18',
  name: 'advise-suit',
  label: '告知起诉',
  from: ['AGREEMENT_EFFECTIVE', 'CONFIRMATION_REFUSED', 'PERFORMING'],
  to: null,
  roles: CENTRE,
  guards: [guard.notEnforceable, ...OVERDUE],
  input: inputs.AdviseSuitInput,
  documents: ['救济途径告知书'],
  article: '人民调解法 第32条；杭州市人民调解条例 第46条',
};

const NOT_PERFORMED = (input: inputs.RecordVisitInput): boolean => input.outcome === 'NOT_PERFORMED';

/** What was not performed after all is owed again, under its old day: the effect starts its clock anew. */
const recordVisit: Step<inputs.RecordVisitInput> = {
  code: 'MD-17',
  name: 'record-visit',
  label: '登记回访',
  from: ['FOLLOW_UP'],
  to: {
    among: ['FOLLOW_UP', 'PERFORMING'],
    choose: (_facts, { input }) => (NOT_PERFORMED(input) ? 'PERFORMING' : 'FOLLOW_UP'),
  },
  roles: CENTRE,
  guards: [guard.visitInOrder, guard.findingNamed],
  input: inputs.RecordVisitInput,
  clocks: [
    {
      do: 'meet',
      rule: 'MD_VISIT_FIRST',
      when: (_facts, { input }) => input.round === 'FIRST',
      on: (_facts, { input }) => input.visitedOn,
    },
    {
      do: 'meet',
      rule: 'MD_VISIT_SECOND',
      when: (_facts, { input }) => input.round === 'SECOND',
      on: (_facts, { input }) => input.visitedOn,
    },
    { do: 'cancel', rule: 'MD_VISIT_SECOND', when: (_facts, { input }) => NOT_PERFORMED(input) },
  ],
  documents: ['回访记录'],
  article: '杭州市人民调解条例 第45条',
  sentence: (_facts, { input }) => `回访：${inputs.VISIT_OUTCOMES[input.outcome]}`,
};

/** MD-17 and MD-18: performance, its default, and the visits after it. */
export const PERFORMANCE_STEPS = [
  beginPerformance,
  recordPerformance,
  reschedule,
  urge,
  remediate,
  recordEnforcement,
  adviseSuit,
  recordVisit,
];
