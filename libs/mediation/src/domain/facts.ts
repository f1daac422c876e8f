import type { CaseFacts } from '@app/cases';
import type { Ranking } from '../assignment/domain/rank.js';
import type { CalendarDate, Id } from '@app/kernel';
import type { AgreementFacts } from './agreement/facts.js';

/** Where the dispute stands when it comes to the centre; it decides the term, the source and the result instrument. */
export const STAGES = {
  PRE_LITIGATION: '诉前',
  IN_LITIGATION: '诉中',
  IN_RECONSIDERATION: '复议中',
  PRE_PETITION: '访前',
  DEPARTMENT: '行政程序中',
  PEOPLES_MEDIATION: '人民调解（民间纠纷）',
} as const;
export type Stage = keyof typeof STAGES;

/** Who hands the dispute to the centre. */
export const SOURCES = {
  COURT: '人民法院',
  RECONSIDERATION_INSTITUTION: '行政复议机构',
  PETITION_OFFICE: '信访部门',
  GOVERNANCE_CENTRE: '综治中心',
  DEPARTMENT: '行政机关',
  TOWN: '镇街',
  POLICE: '公安派出所',
  PARTY: '当事人申请',
} as const;
export type Source = keyof typeof SOURCES;

export const COURT_PROCEDURES = { ORDINARY: '普通程序', SUMMARY: '简易程序' } as const;
export type CourtProcedure = keyof typeof COURT_PROCEDURES;

/** Grounds of recusal (特邀调解规定 第15条). */
export const RECUSAL_GROUNDS = {
  NEAR_RELATIVE: '是当事人或者其代理人的近亲属',
  INTEREST: '与纠纷有利害关系',
  OTHER_RELATION: '与当事人、代理人有其他可能影响公正调解的关系',
} as const;
export type RecusalGround = keyof typeof RECUSAL_GROUNDS;

export const RECUSAL_SIDES = { MEDIATOR: '调解员', APPLICANT: '申请人一方', RESPONDENT: '被申请人一方' } as const;
export type RecusalSide = keyof typeof RECUSAL_SIDES;

export const PAUSE_REASONS = { APPRAISAL: '鉴定评估', SHAM_SUSPECTED: '疑似虚假调解' } as const;
export type PauseReason = keyof typeof PAUSE_REASONS;

/** Why a mediation ends (特邀调解规定 第26条; 在线调解规则 第25条). */
export const TERMINATION_REASONS = {
  AGREED: '已达成调解协议，由移送单位依法制作文书',
  SETTLED_WITHDRAWN: '自行和解，撤回调解申请',
  UNREACHABLE: '无法联系当事人',
  PARTY_REFUSES: '当事人明确表示不愿继续调解',
  TOO_FAR_APART: '分歧较大，难以达成协议',
  TERM_EXPIRED: '调解期限届满，未合意延长',
  REFUSES_TO_SIGN: '当事人拒绝在调解协议上签章',
  SHAM: '虚假调解',
  DECEASED: '当事人死亡或者终止',
  OTHER: '其他导致调解无法进行的情形',
} as const;
export type TerminationReason = keyof typeof TERMINATION_REASONS;

export type Side = 'APPLICANT' | 'RESPONDENT' | 'THIRD_PARTY';

/** A party of the dispute and its answer to the question whether it will mediate. */
export interface PartyFact {
  readonly partyId: Id;
  readonly side: Side;
  readonly askedOn: CalendarDate | null;
  readonly consent: 'AGREED' | 'REFUSED' | null;
  /** The mediators it chose; absent until it has said. */
  readonly chosenIds?: readonly Id[];
}

/** A session that was planned and neither held nor called off. */
export interface PlannedSession {
  readonly sessionId: Id;
  readonly on: CalendarDate;
  /** Hours, `HH:MM`. */
  readonly from: string;
  readonly until: string;
  readonly partyIds: readonly Id[];
}

/** A proposal, as far as rules look at it: whose it is, and who knows of it. */
export interface ProposalFact {
  readonly proposalId: Id;
  readonly by: string;
  readonly visibleTo: string;
}

/** A running period in which the citizen must file; mediation does not stop it. */
export interface CitizenClock {
  readonly rule: string;
  readonly dueOn: CalendarDate;
}

/**
 * The periods the clock warning looks at: application for reconsideration (复议法 2023 第20、21条), suit (行诉法 第45、46条),
 * suit after reconsideration (复议法 2023 第34条).
 */
export const CITIZEN_CLOCK_RULES = ['RC_APPLY', 'RC_APPLY_CAP', 'RC_APPLY_ABS', 'RC_SUE', 'LT_FILE'] as const;

/** A mediation committee of the district; each sits in an organ. */
export interface CommitteeFact {
  readonly committeeId: Id;
  readonly organId: Id;
  readonly active: boolean;
}

/** A mediator of the roster. `committeeId` is null for the centre's own full-time mediators, who serve any case. */
export interface MediatorFact {
  readonly personId: Id;
  readonly committeeId: Id | null;
  readonly active: boolean;
}

/** A recusal that was raised and not decided. */
export interface RecusalFact {
  readonly mediatorId: Id;
  readonly raisedBy: RecusalSide;
  readonly ground: RecusalGround;
}

/** Everything the guards of a mediation may look at; loaded under the case lock. */
export interface MediationFacts extends CaseFacts, AgreementFacts {
  readonly stage: Stage;
  /** Of the pending suit; null outside {@link STAGES.IN_LITIGATION}. */
  readonly courtProcedure: CourtProcedure | null;
  /** The dispute is about an administrative act, i.e. it has a respondent organ. */
  readonly administrative: boolean;
  /** Major, complex or specialised: two mediators or more (特邀调解规定 第13条; 在线调解规则 第11条). */
  readonly major: boolean;
  readonly respondentOrganIds: readonly Id[];
  readonly parties: readonly PartyFact[];
  /** The dispute has another open mediation. */
  readonly otherMediationOpen: boolean;
  readonly reconsiderationOpen: boolean;
  /** Handlers and panel members of every reconsideration of the same dispute. */
  readonly reconsiderationOfficerIds: readonly Id[];
  /** Running periods of {@link CITIZEN_CLOCK_RULES}, of the dispute and all its cases. */
  readonly citizenClocks: readonly CitizenClock[];
  /** Those of them whose risk was explained and acknowledged in this case, as they then stood. */
  readonly acknowledgedClocks: readonly CitizenClock[];
  /** When MD_TERM would end if it started today: the guard cannot know the calendar. */
  readonly termEndIfStartedToday: CalendarDate;
  /** The committee that the step's input names, if there is such. */
  readonly committees: readonly CommitteeFact[];
  readonly committeeId: Id | null;
  /** The mediators that the step's input names, a row for each committee they serve in. */
  readonly roster: readonly MediatorFact[];
  /** If the step's input names a committee or mediators: all there are of the kind, in their order. */
  readonly ranking: Ranking | null;
  /** Mediators who have not confirmed, and against whose impartiality something speaks that the parties did not accept. */
  readonly conflictedIds: readonly Id[];
  readonly mediatorIds: readonly Id[];
  /** Those of `mediatorIds` that have not confirmed yet. */
  readonly unconfirmedMediatorIds: readonly Id[];
  /** Mediators replaced in this case, and whoever is shut out of the dispute; they do not come back. */
  readonly replacedMediatorIds: readonly Id[];
  /** The present mediators were appointed, not chosen by the parties. */
  readonly mediatorsAppointed: boolean;
  readonly pendingRecusal: RecusalFact | null;
  /** Sessions held by the present mediators. */
  readonly sessionsHeld: number;
  readonly plannedSessions: readonly PlannedSession[];
  /** Planned sessions of the present mediators in other cases, from today on. */
  readonly otherSessions: readonly Omit<PlannedSession, 'partyIds'>[];
  /** The id of the session that is planned next, if one is. */
  readonly nextSessionId: Id;
  /** The guard cannot know the calendar. */
  isDayOff(day: CalendarDate): boolean;
  readonly proposals: readonly ProposalFact[];
  readonly undisputedFactIds: readonly Id[];
  readonly pause: { readonly reason: PauseReason; readonly from: CalendarDate } | null;
}
