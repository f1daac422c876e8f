import type { ClockEffect } from '@app/cases';
import type { MediationFacts } from '../facts.js';

/** Mediator and respondent are each reminded of a session: clocks of that session, running to its day. */
export const SESSION_RULES = ['MD_SESSION', 'MD_ATTEND'] as const;

/** Sessions that were planned fall away, as {@link callsOffSessions} says, and with them the reminders of them. */
export const SESSIONS_CALLED_OFF: readonly ClockEffect<MediationFacts>[] = SESSION_RULES.map((rule) => ({
  do: 'cancel',
  rule,
}));

const GOES_ON: readonly string[] = ['MEDIATOR_ASSIGNED', 'IN_SESSION'];

/**
 * Steps after which nothing of what was planned takes place: the mediation stands still or ends, or other people
 * mediate, who fix their own days.
 */
export function callsOffSessions(step: string, from: string, to: string): boolean {
  if (!GOES_ON.includes(from)) return false;
  return step === 'replace-mediator' || step === 'reassign-committee' || !GOES_ON.includes(to);
}
