import type { ClockMoved, ClockRow, ClockStarted } from '@app/deadlines';
import type { CalendarDate, Id, RoleCode } from '@app/kernel';
import type { CaseChanged, HandlerSet, ParticipantAdded, ParticipantsEnded } from './changes.js';

/** An entry of the trail, of the case's dispute. */
export interface TrailEntry {
  readonly id: Id;
  /** When it happened, by the business clock. */
  readonly at: Date;
  readonly action: string;
  readonly subjectId: Id;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A clock as the trail tells it. */
export type RebuiltClock = Omit<ClockStarted, 'is'> & Omit<ClockMoved, 'is' | 'act'>;

export interface RebuiltParticipant {
  readonly id: Id;
  /** Null if of the dispute as a whole. */
  readonly caseId: Id | null;
  readonly role: RoleCode;
  readonly personId: Id | null;
  readonly organId: Id | null;
  readonly since: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface RebuiltDocument {
  readonly documentId: Id;
  readonly kind: string;
  readonly state: string;
  readonly number: string | null;
}

/** A case as of a moment, from nothing but the trail. */
export interface Rebuilt {
  readonly state: string;
  readonly open: boolean;
  readonly version: number;
  readonly handlerId: Id | null;
  /** Null before it was opened. */
  readonly openedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  /** Each in the order they began. */
  readonly clocks: readonly RebuiltClock[];
  readonly participants: readonly RebuiltParticipant[];
  readonly documents: readonly RebuiltDocument[];
}

/** Of a case before anything is known of it. */
export const NOTHING: Rebuilt = {
  state: '',
  open: false,
  version: 0,
  handlerId: null,
  openedOn: null,
  closedOn: null,
  clocks: [],
  participants: [],
  documents: [],
};

/**
 * The case as it stood at a moment, acts of that very moment included.
 * @param entries of the case's dispute, in any order; acts that change nothing of the case are passed over
 * @param until absent: up to the last entry
 * @param before what earlier entries have built already
 */
export function rebuild(caseId: Id, entries: readonly TrailEntry[], until?: Date, before: Rebuilt = NOTHING): Rebuilt {
  return entries
    .filter((entry) => until === undefined || entry.at <= until)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .reduce((built, entry) => withEntry(built, caseId, entry), before);
}

function withEntry(built: Rebuilt, caseId: Id, entry: TrailEntry): Rebuilt {
  const { action, subjectId, detail } = entry;
  if (action === 'deadlines.recount-clock') return withClock(built, subjectId, recounted(detail));
  const after = action.startsWith('documents.') ? withDocument(built, caseId, detail) : built;
  const changes = Array.isArray(detail['changes']) ? (detail['changes'] as Known[]) : [];
  return changes.reduce((so, change) => withChange(so, caseId, subjectId === caseId, change), after);
}

type Known = CaseChanged | HandlerSet | ParticipantAdded | ParticipantsEnded | ClockStarted | ClockMoved;

/** @param own the act is about the case itself */
function withChange(built: Rebuilt, caseId: Id, own: boolean, change: Known): Rebuilt {
  switch (change.is) {
    case 'case/1':
      return own ? withCase(built, change) : built;
    case 'handler-set/1':
      return own ? { ...built, handlerId: change.personId } : built;
    case 'clock-started/1':
      return own ? { ...built, clocks: [...built.clocks, begun(change)] } : built;
    case 'clock-moved/1':
      return own ? withClock(built, change.id, afterMove(change)) : built;
    case 'participant-added/1':
      return change.caseId === null || change.caseId === caseId
        ? { ...built, participants: [...built.participants, added(change)] }
        : built;
    case 'participants-ended/1':
      return { ...built, participants: built.participants.map((each) => ended(each, change)) };
    default:
      return built;
  }
}

function withCase(built: Rebuilt, { state, open, version, openedOn, closedOn }: CaseChanged): Rebuilt {
  return { ...built, state, open, version, openedOn, closedOn };
}

function begun({ is: _is, ...started }: ClockStarted): RebuiltClock {
  return { ...started, state: 'RUNNING', closedOn: null, suspensions: [], exclusions: [], extensions: [] };
}

function afterMove({ is: _is, act: _act, ...moved }: ClockMoved): Partial<RebuiltClock> {
  return moved;
}

/** On a new calendar. */
function recounted({ after, calendarVersion }: TrailEntry['detail']): Partial<RebuiltClock> {
  return { ...(after as Partial<RebuiltClock>), calendarVersion: calendarVersion as number };
}

function withClock(built: Rebuilt, id: Id, moved: Partial<RebuiltClock>): Rebuilt {
  return { ...built, clocks: built.clocks.map((clock) => (clock.id === id ? { ...clock, ...moved } : clock)) };
}

function added({ id, caseId, role, personId, organId, since }: ParticipantAdded): RebuiltParticipant {
  return { id, caseId, role, personId, organId, since, until: null };
}

function ended(participant: RebuiltParticipant, { ids, until }: ParticipantsEnded): RebuiltParticipant {
  return ids.includes(participant.id) ? { ...participant, until } : participant;
}

/** Papers are of the case they name, or of all cases of the dispute. */
function withDocument(built: Rebuilt, caseId: Id, detail: TrailEntry['detail']): Rebuilt {
  const { documentId, kind, state, number } = detail;
  const whose = detail['caseId'] ?? caseId;
  if (typeof documentId !== 'string' || typeof state !== 'string' || whose !== caseId) return built;
  const paper = { documentId, kind: String(kind), state, number: typeof number === 'string' ? number : null };
  const known = built.documents.some((each) => each.documentId === documentId);
  const documents = known
    ? built.documents.map((each) => (each.documentId === documentId ? paper : each))
    : [...built.documents, paper];
  return { ...built, documents };
}

/** The same clock as pages read it from the table. */
export function clockRow(clock: RebuiltClock, caseId: Id, disputeId: Id): ClockRow {
  return {
    ...clock,
    subjectId: caseId,
    scopeId: disputeId,
    extensionDays: clock.extensions.reduce((sum, each) => sum + each.days, 0),
    expiredAt: null,
    onExpiry: null,
    version: 1,
  };
}
