import type { Guard } from '@app/cases';
import { servedOn } from '@app/service-of-process';
import { haveConsented, openClock, partiesToHear, type ReconsiderationFacts } from '../facts.js';
import { leastOfficers, staffAgentRequired } from '../law-version.js';
import type {
  ExtendInput,
  ReceiveReplyInput,
  RecordCopyReceiptInput,
  RecordOpinionInput,
  SendCopyInput,
  SuspendInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** The longest extension of the decision period, in calendar days (复议法 2023 第62条第1款). */
export const EXTENSION_MAX = 30;

export const copyNotSent: Rule = {
  code: 'reconsideration.copy-already-sent',
  detail: '申请书副本已经发送。',
  article: '复议法 2023 第48条',
  holds: (facts) => facts.copySentOn === null,
};

export const copySentOnFits: Rule<SendCopyInput> = {
  code: 'reconsideration.copy-date-wrong',
  detail: '发送日期应在受理之日至今天之间。',
  article: '复议法 2023 第48条',
  onInput: true,
  holds: (facts, { today, input }) => input.sentOn <= today && input.sentOn >= (facts.acceptedOn ?? input.sentOn),
};

export const copyOnItsWay: Rule = {
  code: 'reconsideration.copy-not-on-its-way',
  detail: '申请书副本尚未发送，或者被申请人收到的日期已经登记。',
  article: '复议法 2023 第48条',
  holds: (facts) => facts.copySentOn !== null && facts.copyReceivedOn === null,
};

export const copyReceivedAfterSent: Rule<RecordCopyReceiptInput> = {
  code: 'reconsideration.copy-date-wrong',
  detail: '被申请人收到的日期不能早于发送日期。',
  article: '复议法 2023 第48条',
  onInput: true,
  holds: (facts, { input }) => facts.copySentOn === null || servedOn(input) >= facts.copySentOn,
};

export const copyReceived: Rule = {
  code: 'reconsideration.copy-not-received',
  detail: '尚未登记被申请人收到申请书副本的日期。',
  article: '复议法 2023 第48条',
  holds: (facts) => facts.copyReceivedOn !== null,
};

export const noReplyYet: Rule = {
  code: 'reconsideration.reply-already-received',
  detail: '被申请人的书面答复已经登记。',
  article: '复议法 2023 第48条',
  holds: (facts) => facts.reply === null,
};

export const replyDayFits: Rule<ReceiveReplyInput> = {
  code: 'reconsideration.reply-date-wrong',
  detail: '收到答复的日期应在被申请人收到申请书副本之日至今天之间，邮戳日期不能晚于收到日期。',
  article: '复议法 2023 第48条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.receivedOn <= today &&
    (input.postmarkedOn ?? input.receivedOn) <= input.receivedOn &&
    (input.postmarkedOn ?? input.receivedOn) >= (facts.copyReceivedOn ?? input.receivedOn),
};

export const staffAgent: Rule<ReceiveReplyInput> = {
  code: 'reconsideration.staff-agent-missing',
  detail: '被申请人应当委托本机关工作人员参加行政复议，不得仅委托律师。',
  article: '实施条例 2026 第18条第2款',
  onInput: true,
  holds: (_facts, { today, input }) =>
    !staffAgentRequired(today) || input.agents.some((agent) => agent.employment === 'STAFF'),
};

/**
 * Whether a reply comes after the period, or without evidence: then the act counts as without evidence and basis
 * (复议法 2023 第70条). By post the postmark counts. The answer also replaces a default that the timer set before a reply
 * received in time was recorded.
 */
export function isReplyLate(
  facts: Pick<ReconsiderationFacts, 'clocks'>,
  input: Pick<ReceiveReplyInput, 'receivedOn' | 'postmarkedOn' | 'withEvidence'>,
): boolean {
  const clock = facts.clocks.findLast((each) => each.rule === 'RC_REPLY');
  const inTime = clock === undefined || (input.postmarkedOn ?? input.receivedOn) <= clock.dueOn;
  return !inTime || !input.withEvidence;
}

export const replyLapsed: Rule = {
  code: 'reconsideration.reply-period-running',
  detail: '被申请人答复期限尚未届满，或者答复已经收到。',
  article: '复议法 2023 第70条',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_REPLY');
    return clock?.state === 'RUNNING' && today > clock.dueOn && facts.reply === null;
  },
};

export const opinionOfParty: Rule<RecordOpinionInput> = {
  code: 'reconsideration.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '复议法 2023 第49条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId),
};

export const opinionComplete: Rule<RecordOpinionInput> = {
  code: 'reconsideration.opinion-incomplete',
  detail: '请填写听取意见的方式和日期（不能晚于今天），或者写明因当事人原因不能听取意见的理由，两者择一。',
  article: '复议法 2023 第49条',
  onInput: true,
  holds(_facts, { today, input }) {
    const { method, heardOn, impossibleReason } = input;
    if (impossibleReason !== undefined) return method === undefined && heardOn === undefined;
    return method !== undefined && heardOn !== undefined && heardOn <= today;
  },
};

export const ordinaryTrack: Rule = {
  code: 'reconsideration.extension-in-simplified',
  detail: '简易程序案件不得延长审理期限；不宜适用简易程序的，请转为普通程序。',
  article: '复议法 2023 第62条第2款、第55条',
  holds: (facts) => facts.track === 'ORDINARY',
};

export const notExtended: Rule = {
  code: 'reconsideration.second-extension',
  detail: '审理期限已经延长过一次，不能再次延长。',
  article: '复议法 2023 第62条第1款',
  holds: (facts) => !facts.extended,
};

export const decidePeriodRunning: Rule = {
  code: 'reconsideration.extension-too-late',
  detail: '审理期限已经届满，延长应当在期限届满前批准。',
  article: '复议法 2023 第62条第1款',
  holds(facts, { today }) {
    const clock = openClock(facts, 'RC_DECIDE');
    return clock !== undefined && today <= clock.dueOn;
  },
};

export const extensionLength: Rule<ExtendInput> = {
  code: 'reconsideration.extension-too-long',
  detail: '延长审理期限最多不得超过30日。',
  article: '复议法 2023 第62条第1款',
  onInput: true,
  holds: (_facts, { input }) => input.days >= 1 && input.days <= EXTENSION_MAX,
};

export const bothSidesConsent: Rule<SuspendInput> = {
  code: 'reconsideration.suspension-not-agreed',
  detail: '因调解、和解中止的，须有申请人和被申请人的同意书，请补齐。',
  article: '复议法 2023 第39条第1款第6项',
  onInput: true,
  holds: (facts, { input }) =>
    input.ground !== 'S6' || haveConsented(facts, ['APPLICANT', 'RESPONDENT'], input.consentedIds),
};

export const replyInOrDefault: Rule = {
  code: 'reconsideration.reply-missing',
  detail: '被申请人尚未答复，答复期限也未届满，不能拟定决定。',
  article: '复议法 2023 第48条、第70条',
  holds: (facts) => facts.reply !== null || facts.evidenceDefault,
};

export const viewsHeard: Rule = {
  code: 'reconsideration.opinions-missing',
  detail: '普通程序应当听取当事人的意见，请逐一登记听取意见的记录，或者因当事人原因不能听取的理由。',
  article: '复议法 2023 第49条',
  holds: (facts) => facts.track === 'SIMPLIFIED' || partiesToHear(facts).every((party) => party.opinion !== null),
};

export const hearingHeld: Rule = {
  code: 'reconsideration.hearing-missing',
  detail: '重大、疑难、复杂案件应当组织听证，听证尚未举行。',
  article: '复议法 2023 第50条第1款',
  holds: (facts) => !facts.hearing.mandatory || facts.hearing.heldOn !== null,
};

export const committeeHeard: Rule = {
  code: 'reconsideration.committee-missing',
  detail: '本案应当提请行政复议委员会提出咨询意见，咨询意见尚未登记。',
  article: '复议法 2023 第52条第2款',
  holds: (facts) => !facts.committee.mandatory || facts.committee.heldOn !== null,
};

export const officersPresent: Rule = {
  code: 'reconsideration.too-few-officers',
  detail: '普通程序应当由2名以上复议人员审理；简易程序自2026年7月1日起可以由1名复议人员审理。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  holds: (facts, { today }) => new Set(facts.officerIds).size >= leastOfficers(facts.track ?? 'ORDINARY', today),
};

/** What was begun is finished first, and who was asked has answered. */
export const nothingPending: Rule = {
  code: 'reconsideration.trial-not-finished',
  detail: '尚有待举行的听证、待登记的咨询意见、未结束的勘验或者鉴定、未答复的提级报请，或者未决定的回避申请。',
  article: '复议法 2023 第50条、第52条；实施条例 2026 第40条、第45条、第46条',
  holds: (facts) =>
    facts.plannedHearing === null &&
    facts.committeeAskedOn === null &&
    facts.factFinding.length === 0 &&
    facts.uplift === null &&
    facts.recusals.length === 0,
};

export const deliberated: Rule = {
  code: 'reconsideration.not-deliberated',
  detail: '普通程序案件应当合议，尚有本案复议人员未发表合议意见。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  holds: (facts) => facts.track === 'SIMPLIFIED' || facts.officerIds.every((id) => facts.deliberatedIds.includes(id)),
};

export const notInJoinder: Rule = {
  code: 'reconsideration.decided-with-lead',
  detail: '本案已并入主案审理，随主案一并作出决定；需要单独决定的，请先分案。',
  article: '实施条例 2026 第43条',
  holds: (facts) => facts.lead === null,
};

export const suspendedToMediate: Rule = {
  code: 'reconsideration.not-suspended-to-mediate',
  detail: '案件不是因双方同意调解、和解而中止。',
  article: '复议法 2023 第39条第1款第6项',
  holds: (facts) => facts.suspension?.ground === 'S6',
};

export const resumptionNotDue: Rule = {
  code: 'reconsideration.resumption-already-due',
  detail: '恢复审理的期限已经起算。',
  article: '复议法 2023 第39条第2款',
  holds: (facts) => openClock(facts, 'RC_RESUME') === undefined,
};
