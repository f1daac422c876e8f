import type { Guard } from '@app/cases';
import type { Id } from '@app/kernel';
import { haveConsented, type ReconsiderationFacts } from '../facts.js';
import { leastOfficers } from '../law-version.js';
import type { OpenTrialInput } from './inputs.js';

type Rule = Guard<ReconsiderationFacts, OpenTrialInput>;

/** The largest amount for which a case may be simplified, in yuan; it is included (复议法 2023 第53条第1款第3项). */
export const SMALL_AMOUNT_MAX = 3000;

function officers(input: OpenTrialInput): Id[] {
  return [input.handlerId, ...input.memberIds];
}

export const officersDistinct: Rule = {
  code: 'reconsideration.officer-twice',
  detail: '承办人不能同时列为其他审理人员。',
  article: '实施条例 2026 第39条',
  onInput: true,
  holds: (_facts, { input }) => new Set(officers(input)).size === input.memberIds.length + 1,
};

export const enoughOfficers: Rule = {
  code: 'reconsideration.too-few-officers',
  detail: '普通程序应当由2名以上复议人员审理；简易程序自2026年7月1日起可以由1名复议人员审理。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  onInput: true,
  holds: (_facts, { today, input }) => new Set(officers(input)).size >= leastOfficers(input.track, today),
};

export const officersOnStaff: Rule = {
  code: 'reconsideration.not-on-staff',
  detail: '所选人员不是行政复议机构的现任复议人员。',
  article: '复议法 2023 第6条、第36条',
  onInput: true,
  holds: (facts, { input }) => officers(input).every((id) => facts.staffIds.includes(id)),
};

export const officersImpartial: Rule = {
  code: 'reconsideration.conflict-of-interest',
  detail: '所选人员与本案有利害关系，应当回避，请另行指定。',
  article: '公务员法 第76条',
  onInput: true,
  holds: (facts, { input }) => !officers(input).some((id) => facts.conflictedIds.includes(id)),
};

export const officersNotMediators: Rule = {
  code: 'reconsideration.mediator-on-panel',
  detail: '本争议的调解员不得担任本案审理人员，请另行指定。',
  article: '特邀调解规定 第16条',
  onInput: true,
  holds: (facts, { input }) => !officers(input).some((id) => facts.mediatorIds.includes(id)),
};

export const simplifiedGrounded: Rule = {
  code: 'reconsideration.simplified-without-ground',
  detail: '适用简易程序须属于法定情形之一，且事实清楚、权利义务关系明确、争议不大，或者当事人各方同意。',
  article: '复议法 2023 第53条',
  onInput: true,
  holds(_facts, { input }) {
    if (input.track === 'ORDINARY') return input.simplifiedGround === undefined;
    if (input.simplifiedGround === undefined) return false;
    return input.simplifiedGround === 'AGREED' || input.clearCase === true;
  },
};

export const simplifiedAmount: Rule = {
  code: 'reconsideration.amount-too-large',
  detail: '案件涉及款额未登记或者超过三千元，不能以此适用简易程序。',
  article: '复议法 2023 第53条第1款第3项',
  onInput: true,
  holds: (facts, { input }) =>
    input.simplifiedGround !== 'SMALL_AMOUNT' || (facts.amount !== null && facts.amount <= SMALL_AMOUNT_MAX),
};

export const simplifiedAgreed: Rule = {
  code: 'reconsideration.simplified-not-agreed',
  detail: '尚有当事人未同意适用简易程序。',
  article: '复议法 2023 第53条第2款',
  onInput: true,
  holds: (facts, { input }) =>
    input.simplifiedGround !== 'AGREED' ||
    haveConsented(facts, ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'], input.consentedIds),
};
