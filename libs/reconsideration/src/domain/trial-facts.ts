import type { CalendarDate, Id } from '@app/kernel';

/** A hearing that is scheduled and not yet held. */
export interface PlannedHearing {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly chairId: Id;
  readonly memberIds: readonly Id[];
  readonly recorderId: Id;
  /** The day on which each party was notified. */
  readonly notified: ReadonlyMap<Id, CalendarDate>;
}

/** The latest review of a normative document in this case (复议法 2023 第56条至第60条). */
export interface NormReviewFact {
  readonly id: Id;
  /** The authority may deal with the document itself. */
  readonly competent: boolean;
  /** The maker was told, or the document was passed on to whoever may deal with it. */
  readonly sentOn: CalendarDate | null;
  readonly receivedOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  readonly concluded: boolean;
}

/** A case that ended without a decision on the merits; null again after a superior's order. */
export interface EndingFact {
  readonly id: Id;
  readonly kind: 'TERMINATED' | 'DISMISSED' | 'MEDIATED';
  readonly ground: string | null;
  readonly on: CalendarDate;
}

/** Appraisal or site inspection that lasts; its time does not count (实施条例 2026 第45条、第46条). */
export interface FactFindingFact {
  readonly id: Id;
  readonly begunOn: CalendarDate;
}

export interface RecusalFact {
  readonly id: Id;
  readonly officerId: Id;
}

/** A case that is tried together with the one that leads. */
export interface JoinedCase {
  readonly caseId: Id;
  readonly disputeId: Id;
  readonly number: string;
}

export interface EvidenceFact {
  readonly id: Id;
  readonly judged: boolean;
}

/** What the guards of the trial look at, besides the rest of the case. */
export interface TrialFacts {
  // People.
  /** Persons who are head of the institution today. */
  readonly institutionHeadIds: readonly Id[];
  /** Persons shut out of the dispute. */
  readonly excludedIds: readonly Id[];
  /** Recusals asked for and not decided. */
  readonly recusals: readonly RecusalFact[];
  /** Officers who gave their opinion on the case for the record. */
  readonly deliberatedIds: readonly Id[];
  /** Persons registered as third parties who were refused. */
  readonly refusedThirdPartyIds: readonly Id[];
  // Hearing and evidence.
  readonly plannedHearing: PlannedHearing | null;
  /** The last day on which a notice of a hearing on that day is in time, by the working calendar. */
  readonly noticeBy: (hearingOn: CalendarDate) => CalendarDate;
  /** The day on which the committee was asked, until it has answered. */
  readonly committeeAskedOn: CalendarDate | null;
  readonly evidence: readonly EvidenceFact[];
  readonly factFinding: readonly FactFindingFact[];
  // Course.
  /** The present stay of execution. */
  readonly stay: { readonly id: Id; readonly on: CalendarDate } | null;
  /** The latest day on which a cause of standstill ended: the decision period was not counted before it. */
  readonly stillUntil: CalendarDate | null;
  readonly normReview: NormReviewFact | null;
  readonly withdrawal: { readonly id: Id; readonly approved: boolean } | null;
  /** A request that the superior take the case, not yet answered. */
  readonly uplift: { readonly id: Id; readonly requestedOn: CalendarDate } | null;
  /** The files went to the superior who took the case. */
  readonly filesSentUp: boolean;
  /** The case with which this one was joined. */
  readonly lead: { readonly caseId: Id; readonly decidedOn: CalendarDate | null } | null;
  /** The cases joined with this one. */
  readonly joined: readonly JoinedCase[];
  /** 案号 of this case. */
  readonly number: string;
  readonly ending: EndingFact | null;
}

/** The trial's facts of a case that is not tried yet. */
export const NO_TRIAL: Omit<TrialFacts, 'institutionHeadIds' | 'excludedIds' | 'noticeBy'> = {
  recusals: [],
  deliberatedIds: [],
  refusedThirdPartyIds: [],
  plannedHearing: null,
  committeeAskedOn: null,
  evidence: [],
  factFinding: [],
  stay: null,
  stillUntil: null,
  normReview: null,
  withdrawal: null,
  uplift: null,
  filesSentUp: false,
  lead: null,
  joined: [],
  number: '',
  ending: null,
};
