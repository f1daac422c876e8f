import type { Guard } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { MediationFacts, PlannedSession } from '../facts.js';
import { sidesOf } from '../intake/guards.js';
import { openTerm } from '../time-limits.js';
import type { CancelSessionInput, HoldSessionInput, RescheduleSessionInput, ScheduleSessionInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;
type Time = Pick<ScheduleSessionInput, 'on' | 'from' | 'until' | 'mode' | 'onlineLink' | 'dayOffAgreed'>;

export const mediatorsConfirmed: Rule = {
  code: 'mediation.mediator-not-confirmed',
  detail: '调解员尚未确认接受，请先确认。',
  article: '在线调解规则 第12条、第24条第2款',
  holds: (facts) => facts.mediatorIds.length > 0 && facts.unconfirmedMediatorIds.length === 0,
};

export const notInPast: Rule<Time> = {
  code: 'mediation.session-in-past',
  detail: '调解会应安排在今天或者以后；已经举行的，请直接登记调解。',
  article: '在线调解规则 第16条',
  onInput: true,
  holds: (_facts, { today, input }) => input.on >= today,
};

export const endsAfterBegin: Rule<Time> = {
  code: 'mediation.session-hours',
  detail: '结束时间应晚于开始时间。',
  article: '在线调解规则 第16条',
  onInput: true,
  holds: (_facts, { input }) => input.from < input.until,
};

export const onlineHasLink: Rule<Time> = {
  code: 'mediation.session-link',
  detail: '在线调解须填写会议链接，现场调解不填。',
  article: '在线调解规则 第16条',
  onInput: true,
  holds: (_facts, { input }) => (input.mode === 'ONLINE') === (input.onlineLink !== undefined),
};

/** A warning: whoever agreed the day with those invited says so, and holds the session. */
export const dayOffConfirmed: Rule<Time> = {
  code: 'mediation.session-day-off',
  detail: '所定日期是休息日。已与各方约定的，请确认后安排。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) => input.dayOffAgreed === true || !facts.isDayOff(input.on),
};

export const withinTerm: Rule<Time> = {
  code: 'mediation.session-after-term',
  detail: '所定日期在调解期限届满之后，请改定日期，或者先由各方合意延长期限。',
  article: '特邀调解规定 第27条；在线调解规则 第24条',
  onInput: true,
  holds(facts, { input }) {
    const term = openTerm(facts);
    return term === undefined || input.on <= term.dueOn;
  },
};

/** Nobody is in two places at once; here neither a reason nor a head helps. */
export const mediatorsFree: Rule<Time & { sessionId?: Id }> = {
  code: 'mediation.mediator-busy',
  detail: '调解员在该时间段已安排其他调解会，请改定时间。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) =>
    ![...facts.otherSessions, ...facts.plannedSessions].some(
      (other) => other.sessionId !== input.sessionId && overlaps(other, input),
    ),
};

export const invitedPartiesKnown: Rule<ScheduleSessionInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '特邀调解规定 第14条',
  onInput: true,
  holds: (facts, { input }) => input.partyIds.every((id) => facts.parties.some((party) => party.partyId === id)),
};

const planned = (facts: MediationFacts, id: Id | undefined): PlannedSession | undefined =>
  facts.plannedSessions.find((session) => session.sessionId === id);

export const sessionPlanned: Rule<RescheduleSessionInput | CancelSessionInput> = {
  code: 'mediation.session-not-planned',
  detail: '本案没有这次待举行的调解会，可能已经举行或者取消。',
  article: '在线调解规则 第16条',
  onInput: true,
  holds: (facts, { input }) => planned(facts, input.sessionId) !== undefined,
};

export const heldByToday: Rule<HoldSessionInput> = {
  code: 'mediation.session-in-future',
  detail: '调解日期不能晚于今天。',
  article: '在线调解规则 第22条；人民调解法 第27条',
  onInput: true,
  holds: (_facts, { today, input }) => input.heldOn <= today,
};

/** The minutes go to the session that was planned for that day: no second one appears beside it. */
export const heldAsPlanned: Rule<HoldSessionInput> = {
  code: 'mediation.session-not-as-planned',
  detail: '当天有已安排的调解会的，请选择该次调解会登记；未按所定日期举行的，请先变更或者取消安排。',
  article: '在线调解规则 第16条、第22条',
  onInput: true,
  holds(facts, { input }) {
    if (input.sessionId === undefined) return !facts.plannedSessions.some((session) => session.on === input.heldOn);
    return planned(facts, input.sessionId)?.on === input.heldOn;
  },
};

function joined(facts: MediationFacts): readonly Id[] {
  return facts.parties
    .filter((party) => party.side !== 'THIRD_PARTY' || party.consent === 'AGREED')
    .map((party) => party.partyId);
}

/** Those who should have come: of a session without plan the mediators, all sides, and third parties that joined. */
export function inviteesOf(facts: MediationFacts, sessionId: Id | undefined): readonly Id[] {
  const parties = planned(facts, sessionId)?.partyIds ?? joined(facts);
  return [...parties, ...facts.mediatorIds];
}

export const attendanceOfInvited: Rule<HoldSessionInput> = {
  code: 'mediation.attendance-wrong',
  detail: '到场情况只登记应到人员，每人一项；委托他人的，写明何人；未到场的，写明原因。',
  article: '特邀调解规定 第14条；在线调解规则 第16条、第22条',
  onInput: true,
  holds(facts, { input }) {
    const rows = input.attendances ?? [];
    const invited = inviteesOf(facts, input.sessionId);
    const once = new Set(rows.map((row) => row.inviteeId)).size === rows.length;
    return (
      once &&
      rows.every(
        (row) =>
          invited.includes(row.inviteeId) &&
          (row.attendance !== 'REPRESENTED' || row.representedBy !== undefined) &&
          (row.attendance !== 'ABSENT' || row.explanation !== undefined),
      )
    );
  },
};

/** A mediator may be missing where there are several; without any, or with nobody to talk to, nothing was held. */
export const somebodyMet: Rule<HoldSessionInput> = {
  code: 'mediation.nobody-met',
  detail: '至少应有一名调解员和一方当事人到场；无人到场的，请取消或者变更安排。',
  article: '特邀调解规定 第14条',
  onInput: true,
  holds(facts, { input }) {
    const absent = (input.attendances ?? []).filter((row) => row.attendance === 'ABSENT').map((row) => row.inviteeId);
    const came = inviteesOf(facts, input.sessionId).filter((id) => !absent.includes(id));
    const isMediator = (id: Id) => facts.mediatorIds.includes(id);
    return came.some(isMediator) && came.some((id) => !isMediator(id));
  },
};

export const closedUnlessAllAgree: Rule<HoldSessionInput> = {
  code: 'mediation.session-not-public',
  detail: '调解不公开进行，各方当事人均同意的除外。',
  article: '特邀调解规定 第2条第5项；杭州市人民调解条例 第31条',
  onInput: true,
  holds: (facts, { input }) =>
    !input.open || sidesOf(facts).every((party) => input.openAgreedBy?.includes(party.partyId) === true),
};

/** Whether two sessions take time from one another. Hours `HH:MM` compare as text. */
export function overlaps(
  a: { on: CalendarDate; from: string | null; until: string | null },
  b: { on: CalendarDate; from: string; until: string },
): boolean {
  return a.on === b.on && a.from !== null && a.until !== null && a.from < b.until && b.from < a.until;
}
