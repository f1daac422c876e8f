import type { Guard } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { partiesOf, type ReconsiderationFacts } from '../../facts.js';
import { leastOfficers } from '../../law-version.js';
import type { ConvertToOrdinaryInput, DeclineUpliftInput, StayExecutionInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

export const notStayed: Rule = {
  code: 'reconsideration.already-stayed',
  detail: '已经决定停止执行。',
  article: '复议法 2023 第42条',
  holds: (facts) => facts.stay === null,
};

export const stayed: Rule = {
  code: 'reconsideration.not-stayed',
  detail: '本案没有停止执行的决定。',
  article: '复议法 2023 第42条',
  holds: (facts) => facts.stay !== null,
};

export const stayApplicantNamed: Rule<StayExecutionInput> = {
  code: 'reconsideration.stay-applicant-missing',
  detail: '依申请停止执行的，须写明申请的申请人或者第三人；其他情形不填。',
  article: '复议法 2023 第42条第3项',
  onInput: true,
  holds(facts, { input }) {
    if (input.ground !== 'APPLIED') return input.partyId === undefined;
    const may = [...partiesOf(facts, 'APPLICANT'), ...partiesOf(facts, 'THIRD_PARTY')];
    return may.some((party) => party.partyId === input.partyId);
  },
};

export const simplifiedTrack: Rule = {
  code: 'reconsideration.not-simplified',
  detail: '本案适用的不是简易程序。',
  article: '复议法 2023 第55条',
  holds: (facts) => facts.track === 'SIMPLIFIED',
};

export const mannedForOrdinary: Rule<ConvertToOrdinaryInput> = {
  code: 'reconsideration.too-few-officers',
  detail: '普通程序应当由2名以上复议人员审理，请增加审理人员。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  onInput: true,
  holds: (facts, { today, input }) =>
    new Set([...facts.officerIds, ...input.memberIds]).size >= leastOfficers('ORDINARY', today),
};

export const addedFit: Rule<ConvertToOrdinaryInput> = {
  code: 'reconsideration.officer-unfit',
  detail: '增加的审理人员应为现任复议人员，与本案无利害关系，不是本争议的调解员，也不是本案已有的复议人员。',
  article: '复议法 2023 第36条；公务员法 第76条',
  onInput: true,
  holds(facts, { input }) {
    const barred = [...facts.conflictedIds, ...facts.mediatorIds, ...facts.officerIds];
    return input.memberIds.every((id) => facts.staffIds.includes(id) && !barred.includes(id));
  },
};

export const notRequested: Rule = {
  code: 'reconsideration.uplift-pending',
  detail: '已报请上级行政复议机关提级审理，尚未答复。',
  article: '实施条例 2026 第40条',
  holds: (facts) => facts.uplift === null,
};

export const requested: Rule = {
  code: 'reconsideration.uplift-not-requested',
  detail: '没有待答复的提级审理报请。',
  article: '实施条例 2026 第40条',
  holds: (facts) => facts.uplift !== null,
};

export const answeredAfterRequest: Rule<DeclineUpliftInput> = {
  code: 'reconsideration.answer-date-wrong',
  detail: '答复日期应在报请之日至今天之间。',
  article: '实施条例 2026 第40条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.answeredOn <= today && (facts.uplift === null || input.answeredOn >= facts.uplift.requestedOn),
};

export const arrivedByToday: Rule<{ receivedOn: CalendarDate }> = {
  code: 'reconsideration.received-in-future',
  detail: '收到日期不能晚于今天。',
  article: '复议法 2023 第35条、第40条；实施条例 2026 第40条',
  onInput: true,
  holds: (_facts, { today, input }) => input.receivedOn <= today,
};

/** A superior's order answers what was done in the case: it cannot have come before. */
export const orderedAfterwards: Rule<{ receivedOn: CalendarDate }> = {
  code: 'reconsideration.order-before-act',
  detail: '责令文书的收到日期不能早于申请的收到日期、中止或者驳回之日。',
  article: '复议法 2023 第35条、第40条',
  onInput: true,
  holds(facts, { input }) {
    const act = facts.ending?.on ?? facts.suspension?.on ?? facts.receivedOn;
    return act === null || input.receivedOn >= act;
  },
};

export const filesHere: Rule = {
  code: 'reconsideration.files-already-sent',
  detail: '案卷材料已经移送上级行政复议机关。',
  article: '实施条例 2026 第40条',
  holds: (facts) => !facts.filesSentUp,
};

export const sentByToday: Rule<{ sentOn: CalendarDate }> = {
  code: 'reconsideration.sent-in-future',
  detail: '发送日期不能晚于今天。',
  article: '实施条例 2026 第40条；复议法 2023 第58条',
  onInput: true,
  holds: (_facts, { today, input }) => input.sentOn <= today,
};
