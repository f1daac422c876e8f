import type { Guard } from '@app/cases';
import { addDays, daysBetween, type CalendarDate } from '@app/kernel';
import type { CitizenClock, MediationFacts, PartyFact } from '../facts.js';
import { STAGE_TABLE } from '../stages.js';
import { openTerm } from '../time-limits.js';
import type { AskConsentInput, RecordConsentInput, ReferInput, ReturnUnconsentedInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

/** The parties whose consent is needed: every applicant and every respondent. Third parties join at their choice. */
export function sidesOf(facts: Pick<MediationFacts, 'parties'>): readonly PartyFact[] {
  return facts.parties.filter((party) => party.side !== 'THIRD_PARTY');
}

/** The citizen's periods that end from today up to `until` and of which `acknowledged` says nothing. */
export function unacknowledged(
  facts: Pick<MediationFacts, 'citizenClocks' | 'acknowledgedClocks'>,
  today: CalendarDate,
  until: CalendarDate,
  acknowledged: readonly CitizenClock[] = [],
): readonly CitizenClock[] {
  const known = [...facts.acknowledgedClocks, ...acknowledged];
  return facts.citizenClocks
    .filter((clock) => clock.dueOn >= today && clock.dueOn <= until)
    .filter((clock) => !known.some((k) => k.rule === clock.rule && k.dueOn === clock.dueOn));
}

const CLOCK_WARNING = {
  code: 'mediation.clock-warning',
  detail: '调解不停止当事人申请复议、起诉的期限，有期限将在调解期限内届满。请逐项告知当事人并确认。',
  article: '复议法 2023 第20条、第34条；行诉法 第46条、第48条',
  onInput: true,
} as const;

interface Acknowledging {
  acknowledgedClocks?: readonly CitizenClock[];
}

/** Acceptance and confirmation: the term, were it to start today, must hide no end of a citizen's own period. */
export const clockWarning: Rule<Acknowledging> = {
  ...CLOCK_WARNING,
  holds: (facts, { today, input }) =>
    unacknowledged(facts, today, facts.termEndIfStartedToday, input.acknowledgedClocks).length === 0,
};

/** Extension: the same for the longer term. */
export const clockWarningOnExtension: Rule<Acknowledging & { days: number }> = {
  ...CLOCK_WARNING,
  holds(facts, { today, input }) {
    const term = openTerm(facts);
    // The due date of a term that stands still is as if it went on at once, so the pause comes on top.
    const standing = term?.state === 'SUSPENDED' && facts.pause ? daysBetween(facts.pause.from, today) : 0;
    const until = addDays(term?.dueOn ?? facts.termEndIfStartedToday, input.days + standing);
    return unacknowledged(facts, today, until, input.acknowledgedClocks).length === 0;
  },
};

export const noOtherMediation: Rule = {
  code: 'mediation.already-open',
  detail: '该争议已有正在进行的调解，请在原调解案件中办理。',
  article: '中心工作惯例 [L]',
  holds: (facts) => !facts.otherMediationOpen,
};

export const sourceFitsStage: Rule<ReferInput> = {
  code: 'mediation.source-does-not-fit-stage',
  detail: '移送来源与调解阶段不符，请核对。',
  article: '特邀调解规定 第11条；信访工作条例 第33条',
  onInput: true,
  holds: (_facts, { input }) => STAGE_TABLE[input.stage].sources.includes(input.source),
};

export const administrativeOrCivil: Rule<ReferInput> = {
  code: 'mediation.not-for-peoples-mediation',
  detail: '人民调解只受理民间纠纷，行政争议请选择其他调解阶段；民间纠纷请选择人民调解。',
  article: '人民调解法 第2条；杭州市人民调解条例 第2条',
  onInput: true,
  holds: (facts, { input }) => (input.stage === 'PEOPLES_MEDIATION') === !facts.administrative,
};

export const suitNamed: Rule<ReferInput> = {
  code: 'mediation.suit-missing',
  detail: '诉中委托调解须填写法院案号和诉讼程序；其他阶段不填诉讼程序。',
  article: '特邀调解规定 第27条',
  onInput: true,
  holds: (_facts, { input }) =>
    input.stage === 'IN_LITIGATION'
      ? Boolean(input.courtCaseNumber) && Boolean(input.courtProcedure)
      : input.courtProcedure === undefined,
};

export const reconsiderationPending: Rule<ReferInput> = {
  code: 'mediation.no-reconsideration',
  detail: '该争议没有正在办理的行政复议案件，不能选择复议中调解。',
  article: '复议法 2023 第5条',
  onInput: true,
  holds: (facts, { input }) => input.stage !== 'IN_RECONSIDERATION' || facts.reconsiderationOpen,
};

export const receivedByToday: Rule<ReferInput> = {
  code: 'mediation.received-in-future',
  detail: '收到日期不能晚于今天。',
  article: '在线调解规则 第12条',
  onInput: true,
  holds: (_facts, { today, input }) => input.receivedOn <= today,
};

export const askedPartiesKnown: Rule<AskConsentInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '特邀调解规定 第11条',
  onInput: true,
  holds: (facts, { input }) => input.partyIds.every((id) => facts.parties.some((party) => party.partyId === id)),
};

export const askedByToday: Rule<AskConsentInput> = {
  code: 'mediation.asked-in-future',
  detail: '征询日期不能晚于今天。',
  article: '在线调解规则 第15条',
  onInput: true,
  holds: (_facts, { today, input }) => input.askedOn <= today,
};

export const noRefusal: Rule = {
  code: 'mediation.consent-refused',
  detail: '已有当事人明确拒绝调解，不得继续，请退回移送单位。',
  article: '人民调解法 第17条；特邀调解规定 第11条',
  holds: (facts) => !facts.parties.some((party) => party.consent === 'REFUSED'),
};

export const consentingPartyKnown: Rule<RecordConsentInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '特邀调解规定 第11条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId),
};

export const consentInWriting: Rule<RecordConsentInput> = {
  code: 'mediation.consent-not-written',
  detail: '同意调解须有书面或者电子确认，口头同意请先制作确认书；人民调解可以口头同意，记录在案。',
  article: '特邀调解规定 第11条；在线调解规则 第4条；人民调解法 第17条 [L]',
  onInput: true,
  holds: (facts, { input }) =>
    input.answer === 'REFUSED' || input.form !== 'ORAL_RECORDED' || facts.stage === 'PEOPLES_MEDIATION',
};

export const answeredByToday: Rule<RecordConsentInput> = {
  code: 'mediation.answered-in-future',
  detail: '答复日期不能晚于今天。',
  article: '特邀调解规定 第11条',
  onInput: true,
  holds: (_facts, { today, input }) => input.answeredOn <= today,
};

export const eachSideConsents: Rule = {
  code: 'mediation.consent-incomplete',
  detail: '尚有当事人未确认同意调解。双方当事人均书面或者电子确认同意后方可受理。',
  article: '特邀调解规定 第11条；在线调解规则 第4条',
  holds(facts) {
    const sides = sidesOf(facts);
    const both = ['APPLICANT', 'RESPONDENT'].every((side) => sides.some((party) => party.side === side));
    return both && sides.every((party) => party.consent === 'AGREED');
  },
};

/** A party was asked and does not answer, or refused: then the attempt may end. */
export const consentFailed: Rule = {
  code: 'mediation.consent-not-failed',
  detail: '没有当事人拒绝调解，也没有经征询未答复的当事人，不能退回。',
  article: '在线调解规则 第15条第2款',
  holds: (facts) => refused(facts) || silent(facts),
};

export const returnReasonTrue: Rule<ReturnUnconsentedInput> = {
  code: 'mediation.return-reason-wrong',
  detail: '退回原因与征询记录不符：拒绝须有拒绝记录，无法联系须有已征询而未答复的当事人。',
  article: '在线调解规则 第15条第2款',
  onInput: true,
  holds: (facts, { input }) => (input.reason === 'REFUSED' ? refused(facts) : silent(facts)),
};

function refused(facts: MediationFacts): boolean {
  return facts.parties.some((party) => party.consent === 'REFUSED');
}

function silent(facts: MediationFacts): boolean {
  return sidesOf(facts).some((party) => party.askedOn !== null && party.consent === null);
}
