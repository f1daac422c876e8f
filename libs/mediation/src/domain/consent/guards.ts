import type { Guard } from '@app/cases';
import type { MediationFacts, Side } from '../facts.js';
import { sidesOf } from '../intake/guards.js';
import type { AnswerConsentInput, WithdrawConsentInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

/** Nothing is mediated against a party's will: every side consented, and nobody has taken it back. */
export const consentStands: Rule = {
  code: 'mediation.consent-does-not-stand',
  detail: '调解须各方当事人同意；有当事人未同意或者已撤回同意，不得继续，请终止调解。',
  article: '特邀调解规定 第11条、第26条；人民调解法 第17条、第23条',
  holds: (facts) =>
    facts.parties.every((party) => party.consent !== 'REFUSED') &&
    sidesOf(facts).every((party) => party.consent === 'AGREED'),
};

const ofSide = (side: Side): Rule<AnswerConsentInput> => ({
  code: 'mediation.not-your-side',
  detail: '只能代表己方当事人答复。',
  article: '在线调解规则 第15条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId && party.side === side),
});

export const answersForApplicants = ofSide('APPLICANT');
export const answersForRespondent = ofSide('RESPONDENT');

export const onlyRefusalLeft: Rule<AnswerConsentInput> = {
  code: 'mediation.consent-given-already',
  detail: '调解已经受理，无须再次表示同意；不愿继续的，可以撤回同意。',
  article: '特邀调解规定 第11条、第26条',
  onInput: true,
  holds: (facts, { input }) => facts.state === 'CONSENT_PENDING' || input.answer === 'REFUSED',
};

export const withdrawingPartyKnown: Rule<WithdrawConsentInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '特邀调解规定 第11条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId),
};

export const withdrawnByToday: Rule<WithdrawConsentInput> = {
  code: 'mediation.answered-in-future',
  detail: '表示日期不能晚于今天。',
  article: '特邀调解规定 第26条',
  onInput: true,
  holds: (_facts, { today, input }) => input.on <= today,
};

/** Whom the parties chose, or whom they have already met with, they cannot refuse; they may ask for his recusal, or stop. */
export const appointeeToRefuse: Rule<WithdrawConsentInput> = {
  code: 'mediation.no-appointee',
  detail: '没有可以拒绝的指定调解员：调解员由当事人共同选定，或者已经开始调解的，可以申请回避或者不再继续调解。',
  article: '特邀调解规定 第12条',
  onInput: true,
  holds: (facts, { input }) =>
    input.kind !== 'REFUSES_APPOINTEE' || (facts.mediatorsAppointed && facts.sessionsHeld === 0),
};
