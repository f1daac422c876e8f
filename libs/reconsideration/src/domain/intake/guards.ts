import type { Guard } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { unmetConditions } from '../acceptance.js';
import { openClock, partiesOf, type ReconsiderationFacts } from '../facts.js';
import { representativesRule } from '../law-version.js';
import type {
  AcceptInput,
  AssignReviewerInput,
  DeclineRepeatInput,
  NotifyCorrectionInput,
  ReceiveCorrectionInput,
  ReceiveInput,
  RefuseInput,
  ServeCorrectionInput,
  ServeRefusalInput,
  WithdrawEarlyInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/**
 * The day that decides whether an application is in time: of the postmark, of handing it to the penalty organ, else of
 * receipt (民诉法 2023 第85条第4款; 复议法 2023 第32条).
 */
export function filingDay(input: Pick<ReceiveInput, 'receivedOn' | 'postmarkedOn' | 'handedToOrganOn'>): CalendarDate {
  return input.postmarkedOn ?? input.handedToOrganOn ?? input.receivedOn;
}

export const noOtherOpen: Rule = {
  code: 'reconsideration.already-open',
  detail: '该争议已有正在办理的行政复议案件，请在原案件中办理。',
  article: '复议法 2023 第30条第1款第7项',
  holds: (facts) => !facts.otherOpen,
};

export const sidesKnown: Rule = {
  code: 'reconsideration.party-missing',
  detail: '争议登记中缺少申请人或者被申请人，请先补全。',
  article: '复议法 2023 第22条；实施条例 2026 第27条',
  holds: (facts) => partiesOf(facts, 'APPLICANT').length > 0 && partiesOf(facts, 'RESPONDENT').length > 0,
};

export const receivedByToday: Rule<{ receivedOn: CalendarDate }> = {
  code: 'reconsideration.received-in-future',
  detail: '收到日期不能晚于今天。',
  article: '复议法 2023 第30条',
  onInput: true,
  holds: (_facts, { today, input }) => input.receivedOn <= today,
};

export const filingDayFits: Rule<ReceiveInput> = {
  code: 'reconsideration.filing-day-wrong',
  detail: '邮寄申请须填写邮戳日期，经行政机关转交的须填写提交该机关的日期，其他方式不填；两者均不能晚于收到日期。',
  article: '民诉法 2023 第85条第4款；复议法 2023 第32条',
  onInput: true,
  holds: (_facts, { input }) =>
    (input.postmarkedOn !== undefined) === (input.method === 'POST') &&
    (input.handedToOrganOn !== undefined) === (input.method === 'FORWARDED') &&
    filingDay(input) <= input.receivedOn,
};

export const reviewerOnStaff: Rule<AssignReviewerInput> = {
  code: 'reconsideration.not-on-staff',
  detail: '所选人员不是行政复议机构的现任复议人员。',
  article: '复议法 2023 第6条',
  onInput: true,
  holds: (facts, { input }) => facts.staffIds.includes(input.reviewerId),
};

export const reviewerImpartial: Rule<AssignReviewerInput> = {
  code: 'reconsideration.conflict-of-interest',
  detail: '所选人员与本案有利害关系，应当回避，请另行指定。',
  article: '公务员法 第76条',
  onInput: true,
  holds: (facts, { input }) => !facts.conflictedIds.includes(input.reviewerId),
};

/** After its end silence has accepted the application. */
export const withinReview: Rule = {
  code: 'reconsideration.review-lapsed',
  detail: '受理审查期限已届满，该申请依法视为受理，不能再作其他处理。',
  article: '复议法 2023 第30条第3款',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_REVIEW');
    return clock !== undefined && today <= clock.dueOn;
  },
};

export const reviewLapsed: Rule = {
  code: 'reconsideration.review-running',
  detail: '受理审查期限尚未届满，不能视为受理。',
  article: '复议法 2023 第30条第3款',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_REVIEW');
    return clock !== undefined && today > clock.dueOn;
  },
};

export const firstNotice: Rule<NotifyCorrectionInput> = {
  code: 'reconsideration.second-correction',
  detail: '补正通知应当一次性载明全部事项，本案已发出过补正通知，不能再次要求补正。',
  article: '复议法 2023 第31条第1款；实施条例 2026 第29条',
  onInput: true,
  holds: (facts, { input }) => !facts.correctionNotices.includes(input.kind),
};

export const noticeNotServed: Rule = {
  code: 'reconsideration.correction-already-served',
  detail: '补正通知的送达已经登记，补正期限正在计算。',
  article: '复议法 2023 第31条第2款',
  holds: (facts) => facts.correction !== null && facts.correction.servedOn === null,
};

export const correctionRunning: Rule = {
  code: 'reconsideration.correction-not-running',
  detail: '补正期限未在计算或者已经届满，不能延长。',
  article: '复议法 2023 第31条第2款',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_CORRECT');
    return clock !== undefined && today <= clock.dueOn;
  },
};

export const correctionInTime: Rule<ReceiveCorrectionInput> = {
  code: 'reconsideration.correction-late',
  detail: '补正材料已超过补正期限。有正当理由的，请提请复议机构负责人批准接收。',
  article: '复议法 2023 第31条第2款',
  onInput: true,
  holds(facts, { input }) {
    const clock = openClock(facts, 'RC_CORRECT');
    return clock === undefined || (input.postmarkedOn ?? input.receivedOn) <= clock.dueOn;
  },
};

/** The way through the institution's head is for late materials only. */
export const correctionLate: Rule<ReceiveCorrectionInput> = {
  code: 'reconsideration.correction-not-late',
  detail: '补正材料未超过补正期限，请直接登记收到补正材料。',
  article: '复议法 2023 第31条第2款',
  onInput: true,
  holds: (facts, moment) => facts.state === 'ABANDONED' || !correctionInTime.holds(facts, moment),
};

export const correctionPostmark: Rule<ReceiveCorrectionInput> = {
  code: 'reconsideration.filing-day-wrong',
  detail: '邮戳日期不能晚于收到日期。',
  article: '民诉法 2023 第85条第4款',
  onInput: true,
  holds: (_facts, { input }) => (input.postmarkedOn ?? input.receivedOn) <= input.receivedOn,
};

export const correctionLapsed: Rule = {
  code: 'reconsideration.correction-running',
  detail: '补正期限尚未届满，不能视为放弃申请。',
  article: '复议法 2023 第31条第2款',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_CORRECT');
    return clock !== undefined && today > clock.dueOn;
  },
};

export const competentAuthorityNamed: Rule<RefuseInput> = {
  code: 'reconsideration.competent-authority-missing',
  detail: '以不属于本机关管辖为由不予受理的，决定书应当告知有管辖权的行政复议机关，请填写。',
  article: '复议法 2023 第30条第2款',
  onInput: true,
  holds: (_facts, { input }) => !input.failed.includes('JURISDICTION') || input.competentAuthority !== undefined,
};

export const refusalRecipient: Rule<ServeRefusalInput> = {
  code: 'reconsideration.recipient-unknown',
  detail: '受送达人应为本案申请人，且尚未登记送达。',
  article: '复议法 2023 第30条第2款',
  onInput: true,
  holds: (facts, { input }) =>
    partiesOf(facts, 'APPLICANT').some((party) => party.partyId === input.recipientId && party.servedOn === null),
};

export const toldByToday: Rule<DeclineRepeatInput> = {
  code: 'reconsideration.told-in-future',
  detail: '告知日期不能晚于今天。',
  article: '实施条例 2026 第37条第2款',
  onInput: true,
  holds: (_facts, { today, input }) => input.toldOn <= today,
};

export const allApplicantsWithdraw: Rule<WithdrawEarlyInput> = {
  code: 'reconsideration.withdrawal-not-by-all',
  detail: '撤回申请须经全体申请人签署，代表人撤回申请应当经被代表的申请人同意。',
  article: '复议法 2023 第15条第2款',
  onInput: true,
  holds: (facts, { input }) =>
    partiesOf(facts, 'APPLICANT').every((party) => input.signedByIds.includes(party.partyId)),
};

export const allConditionsMet: Rule<AcceptInput> = {
  code: 'reconsideration.conditions-not-met',
  detail: '受理须同时符合法定的七项条件，请逐项确认；不符合的，应当决定不予受理。',
  article: '复议法 2023 第30条第1款',
  onInput: true,
  holds: (_facts, { input }) => unmetConditions(input.met).length === 0,
};

export const filedInTime: Rule<AcceptInput> = {
  code: 'reconsideration.filed-late',
  detail: '申请日期晚于登记的申请期限。确有障碍、未告知救济途径或者应扣除时间等情形的，请写明理由。',
  article: '复议法 2023 第20条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.applyDueOn === null ||
    facts.filedOn === null ||
    facts.filedOn <= facts.applyDueOn ||
    input.latenessReason !== undefined,
};

export const notAcceptedBefore: Rule = {
  code: 'reconsideration.already-accepted',
  detail: '本机关已受理过该申请人就同一行政行为提出的行政复议申请。',
  article: '复议法 2023 第30条第1款第7项',
  holds: (facts) => !facts.otherAccepted,
};

/** Many applicants act through representatives elected by all; the number depends on the law when they filed. */
export const representativesElected: Rule = {
  code: 'reconsideration.representatives-missing',
  detail:
    '申请人人数众多，须由全体申请人推选代表人并签署推选书：2026年7月1日起申请的，超过10人推选2至5人；此前申请的，超过5人推选1至5人。',
  article: '复议法 2023 第15条；实施条例 2026 第17条',
  holds(facts, { today }) {
    const rule = representativesRule(facts.filedOn ?? today);
    const applicants = partiesOf(facts, 'APPLICANT');
    const chosen = applicants.filter((party) => party.isRepresentative).length;
    return applicants.length <= rule.above || (facts.electionSigned && chosen >= rule.least && chosen <= rule.most);
  },
};

/** The notice of correction cannot have arrived before it was sent; the authority's own record of service counts. */
export const noticeAfterReceipt: Rule<ServeCorrectionInput> = {
  code: 'reconsideration.served-before-receipt',
  detail: '送达日期不能早于收到申请之日。',
  article: '复议法 2023 第31条',
  onInput: true,
  holds: (facts, { input }) => facts.receivedOn === null || input.on >= facts.receivedOn,
};
