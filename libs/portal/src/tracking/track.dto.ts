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

/** A session to which he, or his side, is invited. */
export class OwnSessionView {
  /** 待举行, 已举行 or 已取消. */
  stateName!: string;
  on!: CalendarDate;
  /** `HH:MM`; null if it was not planned. */
  from!: string | null;
  until!: string | null;
  isOnline!: boolean;
  place!: string;
  /** Address of an online session that is still to be held. */
  onlineLink!: string | null;
}

/** An offer of his own side, or one that was put to all. */
export class KnownProposalView {
  /** Plain Chinese: whose it is. */
  by!: string;
  offer!: string;
  /** Money, in fen. */
  amountFen!: number | null;
  on!: CalendarDate;
}

/** The mediation of the same dispute, as a party may know it. */
export class MediationView {
  number!: string;
  /** A state of the mediation, e.g. CONSENT_PENDING. */
  state!: string;
  title!: string;
  /** Plain Chinese: what it means, and what comes next. */
  meaning!: string;
  sessions!: OwnSessionView[];
  proposals!: KnownProposalView[];
  /** Oldest first. */
  history!: ToldView[];
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
  /** Null if the dispute was never mediated. */
  mediation!: MediationView | null;
}
