import type { Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ClockFacts } from './clock-facts.js';
import type { Recipients } from './domain/plan.js';

/** How a text names the subject of a clock, and where its link leads. */
export interface SubjectLabel {
  /** 余政复〔2026〕12号, or the dispute's number. */
  number: string;
  caseId: Id | null;
}

/** Who is to be reminded of a clock, and what it is called. Everything for many clocks at once. */
export abstract class ReminderRecipients {
  /** By clock. A clock without an entry has nobody to remind. */
  abstract of(tx: Tx, clocks: readonly ClockFacts[]): Promise<Map<Id, Recipients>>;
  /** Persons who may know nothing of a scope. */
  abstract shutOut(tx: Tx, scopeId: Id): Promise<Id[]>;
  /** By subject. */
  abstract labels(tx: Tx, subjects: readonly { subjectId: Id; scopeId: Id }[]): Promise<Map<Id, SubjectLabel>>;
}
