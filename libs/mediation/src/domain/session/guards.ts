import type { Guard } from '@app/cases';
import { sidesOf } from '../intake/guards.js';
import type { MediationFacts } from '../facts.js';
import { DEPARTMENT_EXTENSION_MAX, openTerm } from '../time-limits.js';
import type {
  AgreeInput,
  ExtendTermInput,
  PauseInput,
  ResumeMediationInput,
  ReturnInput,
  TerminateInput,
} from './inputs.js';

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

export const sessionHeld: Rule = {
  code: 'mediation.no-session',
  detail: '尚未举行调解，请先登记调解笔录。',
  article: '在线调解规则 第22条；人民调解法 第27条',
  holds: (facts) => facts.sessionsHeld > 0,
};

/** In a civil dispute there is no organ that has to be bound. */
export const respondentMayBind: Rule<AgreeInput> = {
  code: 'mediation.respondent-not-bound',
  detail: '请先确认被申请人的代表有权作出承诺。',
  article: '复议法 2023 第5条；行诉法 第60条 [L]',
  onInput: true,
  holds: (facts, { input }) => !facts.administrative || input.respondentMayBind,
};

export const paymentApproved: Rule<AgreeInput> = {
  code: 'mediation.payment-not-approved',
  detail: '行政机关承担给付义务的，须经机关负责人批准。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds(facts, { input }) {
    const organs = new Set(facts.parties.filter((p) => p.side === 'RESPONDENT').map((p) => p.partyId));
    const organPays = input.schedule.some((o) => o.amountFen !== undefined && organs.has(o.obligorId));
    return !facts.administrative || !organPays || input.headApprovedPayment === true;
  },
};

export const schedulePresent: Rule<AgreeInput> = {
  code: 'mediation.no-schedule',
  detail: '协议须有履行安排：义务人、内容、期限。',
  article: '人民调解法 第29条；特邀调解规定 第24条',
  onInput: true,
  holds: (_facts, { input }) => input.schedule.length > 0,
};

/** Performance on the spot is due today; nothing agreed now can have been due before. */
export const scheduleSound: Rule<AgreeInput> = {
  code: 'mediation.schedule-wrong',
  detail: '履行安排的义务人须是本案当事人，履行期限不能早于今天。',
  article: '人民调解法 第29条；特邀调解规定 第24条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.schedule.every((o) => o.dueOn >= today && facts.parties.some((party) => party.partyId === o.obligorId)),
};

export const terminationReasonTrue: Rule<TerminateInput> = {
  code: 'mediation.termination-reason-wrong',
  detail: '终止原因与案件情况不符：期限未届满的不能以届满为由终止；拒绝签章仅适用于已达成协议的案件。',
  article: '特邀调解规定 第26条；在线调解规则 第25条',
  onInput: true,
  holds(facts, { today, input }) {
    if (input.reason === 'REFUSES_TO_SIGN') return facts.state === 'AGREED';
    if (input.reason !== 'TERM_EXPIRED') return true;
    const term = openTerm(facts);
    return term?.state === 'RUNNING' && term.dueOn < today;
  },
};

/** The mediation wall: facts pass only with everybody's consent. */
export const wallKept: Rule<ReturnInput> = {
  code: 'mediation.wall',
  detail: '无争议事实须经各方当事人同意方可移送；调解中的让步和方案不得移送。',
  article: '复议法实施条例 2026 第48条；特邀调解规定 第22条；在线调解规则 第18条',
  onInput: true,
  holds: (_facts, { input }) => input.undisputedFacts === undefined || input.undisputedFactsConsented === true,
};
