import type { Guard } from '@app/cases';
import type { Id } from '@app/kernel';
import { partiesOf, type ReconsiderationFacts } from '../../facts.js';
import type {
  HoldHearingInput,
  NotifyHearingInput,
  ReceiveCommitteeOpinionInput,
  RescheduleHearingInput,
  ScheduleHearingInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** Officers who hear besides the one who presides, at least (复议法 2023 第50条第3款). */
export const HEARING_MEMBERS_MIN = 2;

export const noHearingPlanned: Rule = {
  code: 'reconsideration.hearing-already-planned',
  detail: '已安排听证，尚未举行；需要变更时间的，请变更听证安排。',
  article: '复议法 2023 第51条第1款',
  holds: (facts) => facts.plannedHearing === null,
};

export const hearingPlanned: Rule = {
  code: 'reconsideration.no-hearing-planned',
  detail: '本案没有待举行的听证，请先安排听证。',
  article: '复议法 2023 第51条第1款',
  holds: (facts) => facts.plannedHearing !== null,
};

export const hearingComposed: Rule<ScheduleHearingInput> = {
  code: 'reconsideration.hearing-composition',
  detail: '听证由1名复议人员任主持人、2名以上复议人员任听证员、1名记录员制作笔录，各人不得兼任。',
  article: '复议法 2023 第50条第3款',
  onInput: true,
  holds: (_facts, { input }) =>
    input.memberIds.length >= HEARING_MEMBERS_MIN && new Set(tribunal(input)).size === input.memberIds.length + 2,
};

export const tribunalOnStaff: Rule<ScheduleHearingInput> = {
  code: 'reconsideration.not-on-staff',
  detail: '主持人、听证员、记录员应为行政复议机构的现任复议人员。',
  article: '复议法 2023 第50条第3款',
  onInput: true,
  holds: (facts, { input }) => tribunal(input).every((id) => facts.staffIds.includes(id)),
};

export const tribunalImpartial: Rule<ScheduleHearingInput> = {
  code: 'reconsideration.conflict-of-interest',
  detail: '所选人员与本案有利害关系或者是本争议的调解员，不得参加听证，请另行指定。',
  article: '公务员法 第76条',
  onInput: true,
  holds: (facts, { input }) =>
    !tribunal(input).some((id) => facts.conflictedIds.includes(id) || facts.mediatorIds.includes(id)),
};

export const noticePossible: Rule<Pick<RescheduleHearingInput, 'on'>> = {
  code: 'reconsideration.hearing-too-soon',
  detail: '听证通知应当在听证5个工作日前送达，所定日期已来不及通知，请改定较晚的日期。',
  article: '复议法 2023 第51条第1款',
  onInput: true,
  holds: (facts, { today, input }) => today <= facts.noticeBy(input.on),
};

export const noticeToParties: Rule<NotifyHearingInput> = {
  code: 'reconsideration.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '复议法 2023 第51条第1款',
  onInput: true,
  holds: (facts, { input }) => input.partyIds.every((id) => facts.parties.some((party) => party.partyId === id)),
};

export const noticeInTime: Rule<NotifyHearingInput> = {
  code: 'reconsideration.hearing-notice-late',
  detail: '听证通知应当在听证5个工作日前送达，且送达日期不能晚于今天；已来不及的，请变更听证时间。',
  article: '复议法 2023 第51条第1款',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.servedOn <= today &&
    (facts.plannedHearing === null || input.servedOn <= facts.noticeBy(facts.plannedHearing.on)),
};

export const hearingDayCome: Rule = {
  code: 'reconsideration.hearing-day-not-come',
  detail: '所定的听证日期未到。',
  article: '复议法 2023 第51条第1款',
  holds: (facts, { today }) => facts.plannedHearing === null || today >= facts.plannedHearing.on,
};

export const everybodyNotified: Rule = {
  code: 'reconsideration.hearing-not-notified',
  detail: '尚有当事人未收到听证通知，请先登记送达，或者变更听证时间后重新通知。',
  article: '复议法 2023 第51条第1款',
  holds: (facts) => unnotified(facts, []).length === 0,
};

export const tribunalStillThere: Rule = {
  code: 'reconsideration.hearing-tribunal-changed',
  detail: '主持人、听证员或者记录员已经回避，请取消本次听证，另行安排。',
  article: '复议法 2023 第50条第3款；公务员法 第76条',
  holds: ({ plannedHearing, excludedIds }) =>
    plannedHearing === null || !tribunal(plannedHearing).some((id) => excludedIds.includes(id)),
};

export const attendanceComplete: Rule<HoldHearingInput> = {
  code: 'reconsideration.attendance-incomplete',
  detail: '请逐一登记本案每一当事人的到场情况，不能遗漏或者重复。',
  article: '复议法 2023 第51条第2款、第3款',
  onInput: true,
  holds(facts, { input }) {
    const named = input.attendances.map((each) => each.partyId).sort();
    return JSON.stringify(named) === JSON.stringify(facts.parties.map((party) => party.partyId).sort());
  },
};

export const headOrDelegate: Rule<HoldHearingInput> = {
  code: 'reconsideration.respondent-head-absent',
  detail: '被申请人的负责人应当参加听证；不能参加的，应当说明理由并委托相应的工作人员参加，请填写理由和委托人员。',
  article: '复议法 2023 第51条第3款',
  onInput: true,
  holds(facts, { input }) {
    const respondents = partiesOf(facts, 'RESPONDENT').map((party) => party.partyId);
    return input.attendances
      .filter((each) => respondents.includes(each.partyId) && each.attendance === 'PRESENT')
      .every((each) => each.headAttended === true || (each.explanation !== undefined && each.delegate !== undefined));
  },
};

export const committeeNotAsked: Rule = {
  code: 'reconsideration.committee-already-asked',
  detail: '已提请行政复议委员会咨询，意见尚未登记。',
  article: '复议法 2023 第52条',
  holds: (facts) => facts.committeeAskedOn === null,
};

export const committeeAsked: Rule = {
  code: 'reconsideration.committee-not-asked',
  detail: '尚未提请行政复议委员会咨询。',
  article: '复议法 2023 第52条',
  holds: (facts) => facts.committeeAskedOn !== null,
};

export const opinionDayFits: Rule<ReceiveCommitteeOpinionInput> = {
  code: 'reconsideration.committee-date-wrong',
  detail: '咨询会议日期应在提请咨询之日至今天之间。',
  article: '复议法 2023 第52条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.givenOn <= today && (facts.committeeAskedOn === null || input.givenOn >= facts.committeeAskedOn),
};

/** Everybody whose task the hearing is. */
function tribunal(of: { chairId: Id; memberIds: readonly Id[]; recorderId: Id }): Id[] {
  return [of.chairId, ...of.memberIds, of.recorderId];
}

/** Parties without a notice, once those of `notified` have it too. */
export function unnotified(
  facts: Pick<ReconsiderationFacts, 'parties' | 'plannedHearing'>,
  notified: readonly Id[],
): Id[] {
  return facts.parties
    .map((party) => party.partyId)
    .filter((id) => !notified.includes(id) && !facts.plannedHearing?.notified.has(id));
}
