import type { ClockEffect, Transition } from '@app/cases';
import { daysBetween } from '@app/kernel';
import { noPendingRecusal } from '../assignment/guards.js';
import { consentStands } from '../consent/guards.js';
import type { MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import { SESSION_RULES } from './called-off.js';
import * as guard from './guards.js';
import {
  CancelSessionInput,
  HoldSessionInput,
  RescheduleSessionInput,
  ScheduleSessionInput,
  SESSION_MODES,
} from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;
type Effect<I extends object = object> = ClockEffect<MediationFacts, I>;

const MD_07 = { code: 'MD-07', from: ['MEDIATOR_ASSIGNED', 'IN_SESSION'] } as const;
const AT = [
  guard.notInPast,
  guard.endsAfterBegin,
  guard.onlineHasLink,
  guard.dayOffConfirmed,
  guard.withinTerm,
  guard.mediatorsFree,
];

type Planned = Pick<ScheduleSessionInput, 'on'> & { sessionId?: string; partyIds?: string[] };

/** Whether the organ is, or will be, invited. */
function respondentInvited(facts: MediationFacts, { sessionId, partyIds }: Omit<Planned, 'on'>): boolean {
  const invited = partyIds ?? facts.plannedSessions.find((session) => session.sessionId === sessionId)?.partyIds ?? [];
  return facts.respondentOrganIds.some((id) => invited.includes(id));
}

const runToTheDay: Effect<Planned>[] = SESSION_RULES.map((rule) => ({
  do: 'start',
  rule,
  // A session of today leaves nothing to be reminded of.
  when: (facts, { today, input }) => input.on > today && (rule === 'MD_SESSION' || respondentInvited(facts, input)),
  concerns: (facts, { input }) => input.sessionId ?? facts.nextSessionId,
  amount: (_facts, { today, input }) => daysBetween(today, input.on),
}));
const stop = (act: 'meet' | 'cancel'): Effect<{ sessionId?: string }>[] =>
  SESSION_RULES.map((rule) => ({
    do: act,
    rule,
    when: (_facts, { input }) => input.sessionId !== undefined,
    concerns: (_facts, { input }) => input.sessionId,
  }));

const schedule: Step<ScheduleSessionInput> = {
  ...MD_07,
  name: 'schedule-session',
  label: '安排调解会',
  to: null,
  roles: ['mediator', 'centre_staff', 'centre_manager'],
  guards: [guard.mediatorsConfirmed, noPendingRecusal, consentStands, guard.invitedPartiesKnown, ...AT],
  input: ScheduleSessionInput,
  clocks: runToTheDay,
  documents: ['调解会通知书'],
  article: '特邀调解规定 第14条；在线调解规则 第16条',
  sentence: (_facts, { input }) => `安排${SESSION_MODES[input.mode]}调解会，时间${input.on} ${input.from}`,
};

const reschedule: Step<RescheduleSessionInput> = {
  ...MD_07,
  name: 'reschedule-session',
  label: '变更调解会',
  to: null,
  roles: ['mediator', 'centre_staff', 'centre_manager'],
  guards: [guard.mediatorsConfirmed, noPendingRecusal, consentStands, guard.sessionPlanned, ...AT],
  input: RescheduleSessionInput,
  clocks: [...stop('cancel'), ...runToTheDay],
  documents: ['调解会通知书'],
  article: '特邀调解规定 第14条；在线调解规则 第16条',
  sentence: (_facts, { input }) => `调解会改于${input.on} ${input.from}举行`,
};

const cancel: Step<CancelSessionInput> = {
  ...MD_07,
  name: 'cancel-session',
  label: '取消调解会',
  to: null,
  roles: ['mediator', 'centre_staff', 'centre_manager'],
  guards: [guard.sessionPlanned],
  input: CancelSessionInput,
  clocks: stop('cancel'),
  documents: ['调解会通知书'],
  article: '在线调解规则 第16条',
};

const hold: Step<HoldSessionInput> = {
  ...MD_07,
  name: 'hold-session',
  label: '登记调解',
  to: 'IN_SESSION',
  roles: ['mediator'],
  guards: [
    guard.mediatorsConfirmed,
    noPendingRecusal,
    consentStands,
    guard.heldByToday,
    guard.heldAsPlanned,
    guard.attendanceOfInvited,
    guard.somebodyMet,
    guard.closedUnlessAllAgree,
  ],
  input: HoldSessionInput,
  clocks: stop('meet'),
  documents: ['调解笔录'],
  article: '特邀调解规定 第2条、第14条；在线调解规则 第16条、第17条、第22条',
};

/** MD-07: sessions planned, moved, called off, held. */
export const SITTING_STEPS = [schedule, reschedule, cancel, hold];
