import type { Guard } from '@app/cases';
import { sidesOf } from '../intake/guards.js';
import type { MediationFacts } from '../facts.js';
import { DEPARTMENT_EXTENSION_MAX, openTerm } from '../time-limits.js';
import type { ExtendTermInput, PauseInput, ResumeMediationInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

/** An expired term cannot be stopped any more; a pause that does not stop it may come at any time. */
export const pausedInTerm: Rule<PauseInput> = {
  code: 'mediation.pause-date',
  detail: '中止日期不能晚于今天；因鉴定评估中止的，须在调解期限内。',
  article: '在线调解规则 第26条',
  onInput: true,
  holds(facts, { today, input }) {
    const term = openTerm(facts);
    const inTerm = term !== undefined && input.from >= term.startsOn && input.from <= term.dueOn;
    return input.from <= today && (input.reason !== 'APPRAISAL' || inTerm);
  },
};

/** What looks like sham mediation is not for the mediator alone: he reports it, and waits. */
export const shamReported: Rule<PauseInput> = {
  code: 'mediation.sham-not-reported',
  detail: '疑似虚假调解的，应当向移送单位报告：请填写报告单位和报告日期，日期不能晚于今天；因鉴定评估中止的不填。',
  article: '特邀调解规定 第18条',
  onInput: true,
  holds(_facts, { today, input }) {
    const { reason, reportedTo, reportedOn } = input;
    if (reason !== 'SHAM_SUSPECTED') return reportedTo === undefined && reportedOn === undefined;
    return reportedTo !== undefined && reportedOn !== undefined && reportedOn <= today;
  },
};

/** A suspicion does not just go away: what the inquiry found is said. */
export const suspicionCleared: Rule<ResumeMediationInput> = {
  code: 'mediation.suspicion-not-cleared',
  detail: '因疑似虚假调解中止的，恢复时须说明核查结果；查实为虚假调解的，应当终止。',
  article: '特邀调解规定 第18条、第26条',
  onInput: true,
  holds: (facts, { input }) => facts.pause?.reason !== 'SHAM_SUSPECTED' || input.outcome !== undefined,
};

export const resumedAfterPause: Rule<ResumeMediationInput> = {
  code: 'mediation.resume-date',
  detail: '恢复日期不能早于中止日期，也不能晚于今天。',
  article: '在线调解规则 第26条',
  onInput: true,
  holds: (facts, { today, input }) => input.on <= today && (facts.pause === null || input.on >= facts.pause.from),
};

/** A term that stands still cannot expire. */
export const termNotExpired: Rule = {
  code: 'mediation.term-expired',
  detail: '调解期限尚未起算或者已经届满，不能延长；延长须在期限届满前合意。',
  article: '特邀调解规定 第27条；在线调解规则 第24条',
  holds(facts, { today }) {
    const term = openTerm(facts);
    return term !== undefined && (term.state === 'SUSPENDED' || today <= term.dueOn);
  },
};

export const allAgreeToExtend: Rule<ExtendTermInput> = {
  code: 'mediation.extension-not-agreed',
  detail: '延长调解期限须经各方当事人同意。',
  article: '特邀调解规定 第27条；在线调解规则 第24条；杭州市人民调解条例 第39条',
  onInput: true,
  holds: (facts, { input }) => sidesOf(facts).every((party) => input.agreedBy.includes(party.partyId)),
};

export const departmentExtension: Rule<ExtendTermInput> = {
  code: 'mediation.extension-too-long',
  detail: `行政调解延长期限不超过${DEPARTMENT_EXTENSION_MAX}日。`,
  article: '浙江省行政调解办法 [L]',
  onInput: true,
  holds: (facts, { input }) => facts.stage !== 'DEPARTMENT' || input.days <= DEPARTMENT_EXTENSION_MAX,
};
