import type { CalendarDate } from '@app/kernel';
import type { SentDocumentView } from '../papers/papers.dto.js';
import type { RequestKind } from '../domain/request-kinds.js';

/** What happens next, and by when. */
export class AwaitedView {
  /** Plain Chinese. */
  what!: string;
  /** Last day; of a period that stands still, as if it went on today. */
  by!: CalendarDate;
  article!: string;
  /** The case is suspended: the period stands still. */
  paused!: boolean;
  overdue!: boolean;
  /** A day counted lies in a year whose notice is not published. */
  provisional!: boolean;
}

/** Something the applicant may do now. */
export class PermittedActView {
  kind!: RequestKind;
  name!: string;
  article!: string;
}

export class ToldView {
  on!: CalendarDate;
  /** Plain Chinese. */
  sentence!: string;
}

/** Something the applicant has handed in or asked for. */
export class OwnRequestView {
  id!: string;
  kind!: RequestKind;
  name!: string;
  receivedAt!: Date;
  receivedOn!: CalendarDate;
  hash!: string;
  /** Plain Chinese: 办理中, or how it was settled. */
  state!: string;
  reply!: string | null;
}

/** How a case stands, as its applicant may know it. */
export class TrackView {
  number!: string;
  caseNumber!: string;
  receivedOn!: CalendarDate;
  /** RECEIVED, REVIEW, CORRECTION, TRIAL, SUSPENDED, DECIDED or ENDED. */
  stage!: string;
  title!: string;
  /** Plain Chinese: what it means, and what comes next. */
  meaning!: string;
  next!: AwaitedView[];
  /** What is to be corrected, all of it; empty unless the case waits for that. */
  toCorrect!: string[];
  acts!: PermittedActView[];
  /** Oldest first. */
  history!: ToldView[];
  requests!: OwnRequestView[];
  /** Papers sent to him, or served on him. */
  documents!: SentDocumentView[];
}
