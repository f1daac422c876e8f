import type { Guard } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import { leastOfficers } from '../../law-version.js';
import type {
  AskRecusalInput,
  DecideRecusalInput,
  DecideThirdPartyInput,
  GiveOpinionInput,
  JoinCasesInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

export const thirdPartyRegistered: Rule<DecideThirdPartyInput> = {
  code: 'reconsideration.third-party-unknown',
  detail: '所选人员未登记为本争议的第三人，请先在争议登记中补充第三人。',
  article: '复议法 2023 第16条第1款',
  onInput: true,
  holds: (facts, { input }) =>
    facts.refusedThirdPartyIds.includes(input.partyId) ||
    facts.parties.some((party) => party.side === 'THIRD_PARTY' && party.partyId === input.partyId),
};

export const refusalReasoned: Rule<DecideThirdPartyInput> = {
  code: 'reconsideration.refusal-without-reason',
  detail: '不准予参加的，应当说明理由；由行政复议机构通知参加的，不适用不准予参加。',
  article: '复议法 2023 第16条第1款',
  onInput: true,
  holds: (_facts, { input }) =>
    input.outcome === 'ADMITTED' ? input.reason === undefined : input.reason !== undefined && input.way === 'APPLIED',
};

export const officerOfCase: Rule<AskRecusalInput> = {
  code: 'reconsideration.not-an-officer-of-the-case',
  detail: '所选人员不是本案的复议人员，也不是审核本案的负责人。',
  article: '公务员法 第76条、第77条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.officerIds.includes(input.officerId) ||
    facts.institutionHeadIds.includes(input.officerId) ||
    facts.staffIds.includes(input.officerId),
};

export const askerFits: Rule<AskRecusalInput> = {
  code: 'reconsideration.recusal-asker-wrong',
  detail: '本人申请回避的，由本人提出；当事人申请回避的，须写明是哪一当事人。',
  article: '公务员法 第77条',
  onInput: true,
  holds: (facts, { actorId, input }) =>
    (input.askedBy !== 'SELF' || input.officerId === actorId) &&
    (input.askedBy === 'PARTY'
      ? facts.parties.some((party) => party.partyId === input.partyId)
      : input.partyId === undefined),
};

export const notAskedYet: Rule<AskRecusalInput> = {
  code: 'reconsideration.recusal-pending',
  detail: '对该人员的回避申请正在审查，或者该人员已经回避。',
  article: '公务员法 第77条',
  onInput: true,
  holds: (facts, { input }) =>
    !facts.recusals.some((each) => each.officerId === input.officerId) && !facts.excludedIds.includes(input.officerId),
};

export const recusalPending: Rule<DecideRecusalInput> = {
  code: 'reconsideration.no-such-recusal',
  detail: '没有这项待决定的回避申请。',
  article: '公务员法 第77条',
  onInput: true,
  holds: (facts, { input }) => facts.recusals.some((each) => each.id === input.recusalId),
};

/** Whom a request is about; undefined if there is none such. */
export function challenged(facts: Pick<ReconsiderationFacts, 'recusals'>, recusalId: string): string | undefined {
  return facts.recusals.find((each) => each.id === recusalId)?.officerId;
}

export const notInOwnCause: Rule<DecideRecusalInput> = {
  code: 'reconsideration.recusal-in-own-cause',
  detail: '不能决定本人的回避；复议机构负责人的回避由复议机关负责人决定。',
  article: '公务员法 第77条；行诉法 第55条 [I]',
  onInput: true,
  holds: (facts, { actorId, input }) => {
    const officerId = challenged(facts, input.recusalId);
    const ofHead = officerId !== undefined && facts.institutionHeadIds.includes(officerId);
    return officerId !== actorId && !(ofHead && facts.institutionHeadIds.includes(actorId));
  },
};

export const replacementFits: Rule<DecideRecusalInput> = {
  code: 'reconsideration.replacement-unfit',
  detail: '接替人员应为现任复议人员，与本案无利害关系，不是本争议的调解员，也不是本案的其他复议人员。',
  article: '复议法 2023 第36条；公务员法 第76条',
  onInput: true,
  holds(facts, { input }) {
    const { replacementId } = input;
    if (replacementId === undefined) return true;
    const barred = [...facts.conflictedIds, ...facts.mediatorIds, ...facts.officerIds];
    const leaves = facts.officerIds.includes(challenged(facts, input.recusalId) ?? '');
    return (
      input.outcome === 'GRANTED' && leaves && facts.staffIds.includes(replacementId) && !barred.includes(replacementId)
    );
  },
};

export const caseStaysManned: Rule<DecideRecusalInput> = {
  code: 'reconsideration.replacement-missing',
  detail: '承办人回避，或者回避后复议人员不足的，须指定接替人员。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  onInput: true,
  holds(facts, { today, input }) {
    const officerId = challenged(facts, input.recusalId) ?? '';
    if (input.outcome === 'REFUSED' || input.replacementId !== undefined) return true;
    if (!facts.officerIds.includes(officerId)) return true;
    const left = facts.officerIds.filter((id) => id !== officerId);
    return officerId !== facts.handlerId && left.length >= leastOfficers(facts.track ?? 'ORDINARY', today);
  },
};

/** Who is asked to leave does nothing meanwhile that could not wait (modelled on 行诉法解释 第74条 [I]). */
export const notChallenged: Rule = {
  code: 'reconsideration.recusal-undecided',
  detail: '对您的回避申请尚未决定，在此期间应当暂停参与本案工作，需要采取紧急措施的除外。',
  article: '公务员法 第77条；行诉法解释 第74条 [I]',
  holds: (facts, { actorId }) => !facts.recusals.some((each) => each.officerId === actorId),
};

export const ownOpinion: Rule = {
  code: 'reconsideration.not-an-officer-of-the-case',
  detail: '合议意见由本案复议人员本人发表。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  holds: (facts, { actorId }) => facts.officerIds.includes(actorId),
};

export const dissentStated: Rule<GiveOpinionInput> = {
  code: 'reconsideration.dissent-not-stated',
  detail: '不同意承办人处理意见的，请写明不同意见；同意的不填。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  onInput: true,
  holds: (_facts, { input }) => (input.vote === 'DISSENT') === (input.dissent !== undefined),
};

export const notJoined: Rule = {
  code: 'reconsideration.already-joined',
  detail: '本案已并入另一案件审理，请先分案。',
  article: '实施条例 2026 第43条',
  holds: (facts) => facts.lead === null,
};

export const joinsOthers: Rule<JoinCasesInput> = {
  code: 'reconsideration.joined-with-itself',
  detail: '不能与本案自身合并，所选案件也不能已经并入本案。',
  article: '实施条例 2026 第43条',
  onInput: true,
  holds: (facts, { input }) =>
    !input.caseIds.includes(facts.caseId) &&
    !input.caseIds.some((id) => facts.joined.some((each) => each.caseId === id)),
};

export const joined: Rule = {
  code: 'reconsideration.not-joined',
  detail: '本案没有并入其他案件审理。',
  article: '实施条例 2026 第43条',
  holds: (facts) => facts.lead !== null,
};

export const leadDecided: Rule = {
  code: 'reconsideration.lead-not-decided',
  detail: '主案尚未作出复议决定。',
  article: '实施条例 2026 第43条',
  holds: (facts) => facts.lead === null || facts.lead.decidedOn !== null,
};
