import { ELIGIBLE_TAGS, type OwnershipFacts, type OwnershipNames } from '../facts.js';
import { NOTICE, PRACTICE, type Rule } from '../guards.js';
import type { ProposeInput } from './inputs.js';

/** Of the list by its tag, or by the rule the district has set. */
function forTheList(facts: Pick<OwnershipFacts, 'tags' | 'byRule'>): boolean {
  return facts.byRule || facts.tags.some((tag) => tag in ELIGIBLE_TAGS);
}

const ELIGIBLE = {
  code: 'ownership.not-eligible',
  detail:
    '领导包案限于行政赔偿案件、重点行政诉讼案件和符合入列规则的案件；其他案件须由联席会议决定，并填写会议日期和理由。',
  article: NOTICE,
} as const;

/** Whether the dispute may be proposed: by its tag, by the rule, or by a reasoned decision of the joint meeting. */
export const eligible: Rule<ProposeInput> = {
  ...ELIGIBLE,
  onInput: true,
  holds: (facts, { input }) =>
    forTheList(facts) || (Boolean(input.jointMeetingOn) && Boolean(input.jointMeetingReason)),
};

/** The same when the list is decided: a tag may have been taken back since. */
export const stillEligible: Rule = { ...ELIGIBLE, holds: (facts) => forTheList(facts) || facts.byJointMeeting };

export const noOtherOwnership: Rule = {
  code: 'ownership.already-open',
  detail: '该争议已在包案清单中，不能重复提请。',
  article: PRACTICE,
  holds: (facts) => !facts.otherOwnershipOpen,
};

export const meetingByToday: Rule<ProposeInput> = {
  code: 'ownership.meeting-in-future',
  detail: '联席会议日期不能晚于今天。',
  article: PRACTICE,
  onInput: true,
  holds: (_facts, { today, input }) => input.jointMeetingOn === undefined || input.jointMeetingOn <= today,
};

export function leaderInOffice(facts: OwnershipFacts, leaderId: string | null): boolean {
  return leaderId !== null && facts.districtLeaderIds.includes(leaderId);
}

export function unitLeaderOfUnit(
  facts: OwnershipFacts,
  names: Pick<OwnershipNames, 'unitId' | 'unitLeaderId'>,
): boolean {
  return facts.unitLeaders.some((post) => post.personId === names.unitLeaderId && post.organId === names.unitId);
}

export const LEADER_POST = {
  code: 'ownership.leader-without-district-post',
  detail: '包案区领导须担任区领导职务，请另选。',
  article: NOTICE,
} as const;

export const UNIT_LEADER = {
  code: 'ownership.unit-leader-of-other-unit',
  detail: '包案责任领导须是责任单位的领导，请另选。',
  article: NOTICE,
} as const;

export const RESOLVE_BY = {
  code: 'ownership.resolve-by-passed',
  detail: '化解时限须晚于今天。',
  article: PRACTICE,
} as const;

export const leaderProposed: Rule<ProposeInput> = {
  ...LEADER_POST,
  onInput: true,
  holds: (facts, { input }) => leaderInOffice(facts, input.leaderId),
};

export const unitLeaderProposed: Rule<ProposeInput> = {
  ...UNIT_LEADER,
  onInput: true,
  holds: (facts, { input }) => unitLeaderOfUnit(facts, input),
};

export const resolveByProposed: Rule<ProposeInput> = {
  ...RESOLVE_BY,
  onInput: true,
  holds: (_facts, { today, input }) => input.resolveBy > today,
};

/** 明确包案区领导、责任单位及包案责任领导. */
export const threeNames: Rule = {
  code: 'ownership.names-missing',
  detail: '任务清单须载明包案区领导、责任单位、包案责任领导。',
  article: NOTICE,
  holds: (facts) => facts.leaderId !== null && facts.unitId !== null && facts.unitLeaderId !== null,
};

export const leaderHoldsPost: Rule = { ...LEADER_POST, holds: (facts) => leaderInOffice(facts, facts.leaderId) };
export const unitLeaderBelongs: Rule = { ...UNIT_LEADER, holds: (facts) => unitLeaderOfUnit(facts, facts) };

export const resolveByAhead: Rule = {
  ...RESOLVE_BY,
  holds: (facts, { today }) => facts.resolveBy !== null && facts.resolveBy > today,
};

export const leaderHasNotAcknowledged: Rule = {
  code: 'ownership.leader-acknowledged',
  detail: '包案区领导已签收。',
  article: PRACTICE,
  holds: (facts) => !facts.acknowledgedByLeader,
};

export const unitHasNotAcknowledged: Rule = {
  code: 'ownership.unit-acknowledged',
  detail: '责任单位已签收。',
  article: PRACTICE,
  holds: (facts) => !facts.acknowledgedByUnit,
};
