import type { Choice, ClockEffect, Procedure, Transition } from '@app/cases';
import { daysBetween } from '@app/kernel';
import { RISKS, type OwnershipFacts } from './facts.js';
import * as guard from './guards.js';
import {
  ApprovePlanInput,
  DeclineInput,
  ListInput,
  ProposeInput,
  REPORT_KINDS,
  ReportProgressInput,
  ReturnPlanInput,
  SubmitPlanInput,
} from './inputs.js';
import { OWNERSHIP_STATES, type OwnershipState } from './states.js';

type Step<I extends object = object> = Transition<OwnershipFacts, OwnershipState, I>;

const ARTICLE = '关于开展重大行政争议案件领导包案化解的通知 [L]';

const propose: Step<ProposeInput> = {
  code: 'CO-01',
  name: 'propose',
  label: '提请包案',
  from: [],
  to: 'PROPOSED',
  roles: ['dept_head', 'institution_head'],
  guards: [
    guard.noOtherOwnership,
    guard.eligible,
    guard.meetingByToday,
    guard.leaderProposed,
    guard.unitLeaderProposed,
    guard.resolveByProposed,
  ],
  input: ProposeInput,
  documents: ['提请包案审批表'],
  article: ARTICLE,
  sentence: (_facts, { input }) => `提请领导包案，风险等级${RISKS[input.risk]}`,
};

const list: Step<ListInput> = {
  code: 'CO-01',
  name: 'list',
  label: '列入任务清单',
  from: ['PROPOSED'],
  to: 'LISTED',
  roles: ['authority_head'],
  guards: [guard.threeNames, guard.leaderHoldsPost, guard.unitLeaderBelongs, guard.resolveByAhead, guard.stillEligible],
  input: ListInput,
  review: 'pass',
  clocks: [
    { do: 'start', rule: 'CO_ACK' },
    { do: 'start', rule: 'CO_ACK_LEADER' },
    {
      do: 'start',
      rule: 'CO_RESOLVE',
      amount: (facts, { today }) => (facts.resolveBy === null ? undefined : daysBetween(today, facts.resolveBy)),
    },
  ],
  documents: ['任务分解清单', '交办单'],
  article: ARTICLE,
};

const decline: Step<DeclineInput> = {
  code: 'CO-01',
  name: 'decline',
  label: '不予列入',
  from: ['PROPOSED'],
  to: 'NOT_LISTED',
  roles: ['authority_head'],
  guards: [],
  input: DeclineInput,
  review: 'return',
  documents: ['提请包案审批表'],
  article: ARTICLE,
};

/** The state moves when both have signed for the case. */
function acknowledged(
  other: 'acknowledgedByLeader' | 'acknowledgedByUnit',
): Choice<OwnershipFacts, OwnershipState, object> {
  return { among: ['LISTED', 'ACKNOWLEDGED'], choose: (facts) => (facts[other] ? 'ACKNOWLEDGED' : 'LISTED') };
}

/** The plan's period starts with the second of the two. */
function planStarts(other: 'acknowledgedByLeader' | 'acknowledgedByUnit'): ClockEffect<OwnershipFacts> {
  return { do: 'start', rule: 'CO_PLAN', when: (facts) => facts[other] };
}

const acknowledgeLeader: Step = {
  code: 'CO-02',
  name: 'acknowledge-leader',
  label: '包案区领导签收',
  from: ['LISTED'],
  to: acknowledged('acknowledgedByUnit'),
  roles: ['case_leader'],
  guards: [guard.leaderHasNotAcknowledged],
  clocks: [{ do: 'meet', rule: 'CO_ACK_LEADER' }, planStarts('acknowledgedByUnit')],
  documents: ['签收单'],
  article: ARTICLE,
};

const acknowledgeUnit: Step = {
  code: 'CO-02',
  name: 'acknowledge-unit',
  label: '责任单位签收',
  from: ['LISTED'],
  to: acknowledged('acknowledgedByLeader'),
  roles: ['unit_leader', 'dept_liaison'],
  guards: [guard.ofResponsibleUnit, guard.unitHasNotAcknowledged],
  clocks: [{ do: 'meet', rule: 'CO_ACK' }, planStarts('acknowledgedByLeader')],
  documents: ['签收单'],
  article: ARTICLE,
};

const submitPlan: Step<SubmitPlanInput> = {
  code: 'CO-03',
  name: 'submit-plan',
  label: '报送化解方案',
  from: ['ACKNOWLEDGED'],
  to: null,
  roles: ['unit_leader'],
  guards: [guard.ofResponsibleUnit, guard.planNotPending, guard.planWithinTime],
  input: SubmitPlanInput,
  documents: ['化解方案'],
  article: ARTICLE,
};

const approvePlan: Step<ApprovePlanInput> = {
  code: 'CO-03',
  name: 'approve-plan',
  label: '审定化解方案',
  from: ['ACKNOWLEDGED'],
  to: 'PLANNED',
  roles: ['case_leader'],
  guards: [guard.planPending],
  input: ApprovePlanInput,
  review: 'pass',
  clocks: [{ do: 'meet', rule: 'CO_PLAN' }],
  documents: ['化解方案审批表'],
  article: ARTICLE,
};

const returnPlan: Step<ReturnPlanInput> = {
  code: 'CO-03',
  name: 'return-plan',
  label: '退回化解方案',
  from: ['ACKNOWLEDGED'],
  to: null,
  roles: ['case_leader'],
  guards: [guard.planPending],
  input: ReturnPlanInput,
  review: 'return',
  documents: ['退回意见'],
  article: ARTICLE,
};

/** A case with a red mark reports more often. */
const nextReport: ClockEffect<OwnershipFacts> = {
  do: 'start',
  rule: 'CO_REPORT',
  variant: (facts) => (facts.mark === 'RED' ? 'RED' : undefined),
};

const startResolving: Step = {
  code: 'CO-04',
  name: 'start-resolving',
  label: '开始化解',
  from: ['PLANNED'],
  to: 'RESOLVING',
  roles: ['unit_leader'],
  guards: [guard.ofResponsibleUnit],
  clocks: [nextReport],
  documents: [],
  article: ARTICLE,
};

const reportProgress: Step<ReportProgressInput> = {
  code: 'CO-04',
  name: 'report-progress',
  label: '报告进展',
  from: ['RESOLVING'],
  to: null,
  roles: ['unit_leader', 'dept_liaison'],
  guards: [guard.ofResponsibleUnit],
  input: ReportProgressInput,
  clocks: [{ do: 'meet', rule: 'CO_REPORT' }, nextReport],
  documents: Object.values(REPORT_KINDS),
  article: ARTICLE,
  sentence: (_facts, { input }) => `提交${REPORT_KINDS[input.kind]}，风险等级${RISKS[input.risk]}`,
};

/** 领导包案, CO-01 to CO-04. */
export const OWNERSHIP: Procedure<OwnershipFacts, OwnershipState> = {
  code: 'ownership',
  name: '领导包案',
  initial: 'PROPOSED',
  states: OWNERSHIP_STATES,
  transitions: [
    propose,
    list,
    decline,
    acknowledgeLeader,
    acknowledgeUnit,
    submitPlan,
    approvePlan,
    returnPlan,
    startResolving,
    reportProgress,
  ],
};
