import type { OwnershipFacts, OwnershipNames } from '../facts.js';
import { PRACTICE, type Rule } from '../guards.js';
import { LEADER_POST, leaderInOffice, UNIT_LEADER, unitLeaderOfUnit } from '../listing/guards.js';
import type { ChangeOwnersInput } from './inputs.js';

export const beforeResolveBy: Rule = {
  code: 'ownership.extension-too-late',
  detail: '延期须在化解时限届满前办理。',
  article: PRACTICE,
  holds: (facts, { today }) => facts.resolveBy !== null && today <= facts.resolveBy,
};

export const extendedOnce: Rule = {
  code: 'ownership.extended-already',
  detail: '化解时限只能延长一次。',
  article: PRACTICE,
  holds: (facts) => !facts.extended,
};

export const extensionNotAsked: Rule = {
  code: 'ownership.extension-pending',
  detail: '延期申请已提出，正在等待包案区领导审批。',
  article: PRACTICE,
  holds: (facts) => !facts.extensionAsked,
};

export const extensionAsked: Rule = {
  code: 'ownership.extension-missing',
  detail: '没有待审批的延期申请。',
  article: PRACTICE,
  holds: (facts) => facts.extensionAsked,
};

/** The three names after a change. */
export function namesAfter(facts: OwnershipFacts, input: ChangeOwnersInput): Omit<OwnershipNames, 'resolveBy'> {
  return {
    leaderId: input.leaderId ?? facts.leaderId,
    unitId: input.unitId ?? facts.unitId,
    unitLeaderId: input.unitLeaderId ?? facts.unitLeaderId,
  };
}

export const somethingChanges: Rule<ChangeOwnersInput> = {
  code: 'ownership.nothing-changed',
  detail: '请填写变更后的包案区领导、责任单位或者包案责任领导。',
  article: PRACTICE,
  onInput: true,
  holds: (facts, { input }) => {
    const after = namesAfter(facts, input);
    return (
      after.leaderId !== facts.leaderId || after.unitId !== facts.unitId || after.unitLeaderId !== facts.unitLeaderId
    );
  },
};

export const newLeaderInOffice: Rule<ChangeOwnersInput> = {
  ...LEADER_POST,
  onInput: true,
  holds: (facts, { input }) => input.leaderId === undefined || leaderInOffice(facts, input.leaderId),
};

export const newUnitLeaderOfUnit: Rule<ChangeOwnersInput> = {
  ...UNIT_LEADER,
  onInput: true,
  holds: (facts, { input }) =>
    (input.unitId === undefined && input.unitLeaderId === undefined) ||
    unitLeaderOfUnit(facts, namesAfter(facts, input)),
};
