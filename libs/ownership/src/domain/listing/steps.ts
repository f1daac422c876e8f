import type { Choice, ClockEffect } from '@app/cases';
import { RISKS, type OwnershipFacts } from '../facts.js';
import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import type { OwnershipState } from '../states.js';
import { resolveBy, type Step } from '../step.js';
import * as guard from './guards.js';
import { DeclineInput, ListInput, ProposeInput } from './inputs.js';

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
  article: PRACTICE,
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
    resolveBy((facts) => facts.resolveBy),
  ],
  documents: ['任务分解清单', '交办单'],
  article: PRACTICE,
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
  article: PRACTICE,
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
  article: PRACTICE,
};

const acknowledgeUnit: Step = {
  code: 'CO-02',
  name: 'acknowledge-unit',
  label: '责任单位签收',
  from: ['LISTED'],
  to: acknowledged('acknowledgedByLeader'),
  roles: ['unit_leader', 'dept_liaison'],
  guards: [ofResponsibleUnit, guard.unitHasNotAcknowledged],
  clocks: [{ do: 'meet', rule: 'CO_ACK' }, planStarts('acknowledgedByLeader')],
  documents: ['签收单'],
  article: PRACTICE,
};

/** CO-01 and CO-02. */
export const LISTING = [propose, list, decline, acknowledgeLeader, acknowledgeUnit];
