import type { OwnershipFacts } from '../facts.js';
import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import { ACTIVE, ON_LIST } from '../states.js';
import type { Step } from '../step.js';
import * as guard from './guards.js';
import { ChangeOwnersInput, ExtendResolutionInput, RefuseExtensionInput, RequestExtensionInput } from './inputs.js';

const requestExtension: Step<RequestExtensionInput> = {
  code: 'CO-06',
  name: 'request-extension',
  label: '申请延期',
  from: ACTIVE,
  to: null,
  roles: ['unit_leader'],
  guards: [ofResponsibleUnit, guard.extensionNotAsked, guard.extendedOnce, guard.beforeResolveBy],
  input: RequestExtensionInput,
  documents: ['延期审批表'],
  article: PRACTICE,
};

const extend: Step<ExtendResolutionInput> = {
  code: 'CO-06',
  name: 'extend',
  label: '批准延期',
  from: ACTIVE,
  to: null,
  roles: ['case_leader'],
  guards: [guard.extendedOnce, guard.beforeResolveBy],
  input: ExtendResolutionInput,
  clocks: [{ do: 'extend', rule: 'CO_RESOLVE', amount: (_facts, { input }) => input.days }],
  documents: ['延期审批表'],
  article: PRACTICE,
  sentence: (_facts, { input }) => `批准延期${input.days}日`,
};

const refuseExtension: Step<RefuseExtensionInput> = {
  code: 'CO-06',
  name: 'refuse-extension',
  label: '不予延期',
  from: ACTIVE,
  to: null,
  roles: ['case_leader'],
  guards: [guard.extensionAsked],
  input: RefuseExtensionInput,
  review: 'return',
  documents: ['延期审批表'],
  article: PRACTICE,
};

/** Who comes new to a case nobody has signed for yet signs as his predecessor would have. */
function signsAnew(facts: OwnershipFacts, changes: boolean, signed: boolean): boolean {
  return facts.state === 'LISTED' && changes && signed;
}

const changeOwners: Step<ChangeOwnersInput> = {
  code: 'CO-07',
  name: 'change-owners',
  label: '变更包案领导或者责任单位',
  from: ON_LIST,
  to: null,
  roles: ['authority_head'],
  guards: [guard.somethingChanges, guard.newLeaderInOffice, guard.newUnitLeaderOfUnit],
  input: ChangeOwnersInput,
  clocks: [
    {
      do: 'start',
      rule: 'CO_ACK_LEADER',
      when: (facts, { input }) =>
        signsAnew(facts, (input.leaderId ?? facts.leaderId) !== facts.leaderId, facts.acknowledgedByLeader),
    },
    {
      do: 'start',
      rule: 'CO_ACK',
      when: (facts, { input }) =>
        signsAnew(facts, (input.unitId ?? facts.unitId) !== facts.unitId, facts.acknowledgedByUnit),
    },
  ],
  documents: ['变更单'],
  article: PRACTICE,
};

/** CO-06 and CO-07. */
export const CHANGES = [requestExtension, extend, refuseExtension, changeOwners];
