import type { CalendarDate, Id, RoleCode } from '@app/kernel';

/*
 * How a case changes, as the trail keeps it in the details of its acts. Ids and legal facts, no personal data. A shape is
 * never altered: what must be said otherwise gets the next version beside it, for the trail keeps the old ones for ever.
 * Those of clocks are deadlines' `clock-started/1` and `clock-moved/1`.
 */

/** The case after a step, or after a move of its approval. */
export interface CaseChanged {
  readonly is: 'case/1';
  readonly state: string;
  readonly open: boolean;
  readonly version: number;
  readonly openedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

export interface HandlerSet {
  readonly is: 'handler-set/1';
  readonly personId: Id;
}

/** Of the case, or of its dispute as a whole. */
export interface ParticipantAdded {
  readonly is: 'participant-added/1';
  readonly id: Id;
  readonly caseId: Id | null;
  readonly role: RoleCode;
  readonly personId: Id | null;
  readonly organId: Id | null;
  readonly since: CalendarDate;
}

export interface ParticipantsEnded {
  readonly is: 'participants-ended/1';
  readonly ids: readonly Id[];
  readonly until: CalendarDate;
}
