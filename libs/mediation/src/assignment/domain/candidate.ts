import type { CalendarDate, Id } from '@app/kernel';

export const CANDIDATE_KINDS = { COMMITTEE: '调委会', MEDIATOR: '调解员' } as const;
export type CandidateKind = keyof typeof CANDIDATE_KINDS;

/** What is to be given to somebody, as ranking sees it. No personal data: codes, days and ids. */
export interface Subject {
  readonly disputeId: Id;
  readonly caseId: Id;
  readonly on: CalendarDate;
  readonly fieldCode: string;
  readonly matterCode: string;
  /** Region codes of the respondent and of the towns the parties live in. */
  readonly areas: readonly string[];
  /** A language a party needs; null if none was asked for. */
  readonly language: string | null;
  /** The respondent with the organs right above and below it. */
  readonly respondentFamily: readonly Id[];
  /** The committee of the case: its own mediators come first, then the centre's, then all others. */
  readonly committeeId: Id | null;
}

/** What is known of a committee or mediator on the day of the ranking. */
export interface Candidate {
  readonly id: Id;
  /** Organs it sits in, or he holds posts in. */
  readonly organIds: readonly Id[];
  /** His employers of the last three years. */
  readonly formerOrganIds: readonly Id[];
  /** Committees he serves in; of a committee itself. */
  readonly committeeIds: readonly Id[];
  /** One of the centre's own mediators. */
  readonly centre: boolean;
  /** A people's mediation committee, of a village, station or industry, or one who serves in such alone. */
  readonly peoples: boolean;
  /** Codes of fields and matters; of a committee none means all. */
  readonly subjects: readonly string[];
  readonly allSubjects: boolean;
  /** Region codes; none means the whole district. */
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  /** Most open cases; of a committee the sum of its mediators'. */
  readonly cap: number;
  readonly openCases: number;
  /** Weighted, in tenths of an ordinary case. */
  readonly load: number;
  readonly lastAssignedOn: CalendarDate | null;
  /** Mediations of the same parties, or of linked disputes, that were in these hands. */
  readonly handledBefore: number;
  /** Term or contract, whichever ends first: the first day on which it is over. */
  readonly endsOn: CalendarDate | null;
  readonly termOver: boolean;
  readonly contractOver: boolean;
  readonly absent: boolean;
  /** Of a committee: none of its mediators can take a case. */
  readonly nobodyFree: boolean;
  readonly reconsiders: boolean;
  readonly replaced: boolean;
  readonly serving: boolean;
  readonly shutOut: boolean;
  readonly excludedByParty: boolean;
  /** Declared relations with a party, or with an organ of the respondent's family. */
  readonly relations: readonly string[];
}
