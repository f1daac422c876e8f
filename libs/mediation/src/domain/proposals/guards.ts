import type { Guard } from '@app/cases';
import type { MediationFacts } from '../facts.js';
import type { ConfirmFactInput, PutProposalInput, RecordProposalInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

export const mediatorHasNoSide: Rule<RecordProposalInput> = {
  code: 'mediation.proposal-readers',
  detail: '调解员自己的方案，可见范围应为“仅调解员”或者“各方当事人”。',
  article: '特邀调解规定 第22条 [L]',
  onInput: true,
  holds: (_facts, { input }) => input.by !== 'MEDIATOR' || input.visibleTo !== 'OWN_SIDE',
};

export const proposalKnown: Rule<PutProposalInput> = {
  code: 'mediation.proposal-unknown',
  detail: '本案没有这个尚未向各方提出的方案。',
  article: '特邀调解规定 第22条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.proposals.some((each) => each.proposalId === input.proposalId && each.visibleTo !== 'BOTH'),
};

export const proposerAllows: Rule<PutProposalInput> = {
  code: 'mediation.proposer-does-not-allow',
  detail: '当事人提出的方案，经其同意方可向对方披露。',
  article: '特邀调解规定 第2条第5项、第22条；在线调解规则 第18条',
  onInput: true,
  holds: (facts, { input }) =>
    input.proposerAllows || facts.proposals.find((each) => each.proposalId === input.proposalId)?.by === 'MEDIATOR',
};

export const factKnown: Rule<ConfirmFactInput> = {
  code: 'mediation.fact-unknown',
  detail: '本案没有登记这项无争议事实。',
  article: '特邀调解规定 第22条；在线调解规则 第18条',
  onInput: true,
  holds: (facts, { input }) => facts.undisputedFactIds.includes(input.factId),
};

export const confirmingPartyKnown: Rule<ConfirmFactInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '特邀调解规定 第22条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId),
};

export const factConfirmedByToday: Rule<ConfirmFactInput> = {
  code: 'mediation.confirmed-in-future',
  detail: '确认日期不能晚于今天。',
  article: '在线调解规则 第18条',
  onInput: true,
  holds: (_facts, { today, input }) => input.on <= today,
};
