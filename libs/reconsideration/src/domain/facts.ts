import type { CaseFacts, ClockFact } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { ServiceFacts } from '@app/service-of-process';
import type { AdmissibilityFact } from './admissibility/fact.js';
import type { AfterFacts } from './after/facts.js';
import type { DecisionKind } from './decision-kinds.js';
import type { TrialFacts } from './trial-facts.js';

/** How the application reached the authority (复议法 2023 第22条、第32条). */
export const FILING_METHODS = {
  IN_PERSON: '当面提交',
  POST: '邮寄',
  ONLINE: '互联网渠道',
  ORAL: '口头申请',
  FORWARDED: '经作出处罚决定的行政机关转交',
} as const;
export type FilingMethod = keyof typeof FILING_METHODS;

export const CORRECTION_KINDS = { MATERIALS: '补正申请材料', RESPONDENT: '变更被申请人' } as const;
export type CorrectionKind = keyof typeof CORRECTION_KINDS;

export const TRACKS = { ORDINARY: '普通程序', SIMPLIFIED: '简易程序' } as const;
export type Track = keyof typeof TRACKS;

/** Grounds of the simplified procedure (复议法 2023 第53条). */
export const SIMPLIFIED_GROUNDS = {
  ON_THE_SPOT: '被申请行政复议的行政行为是当场作出',
  WARNING: '被申请行政复议的行政行为是警告或者通报批评',
  SMALL_AMOUNT: '案件涉及款额三千元以下',
  GOV_INFO: '属于政府信息公开案件',
  AGREED: '当事人各方同意适用简易程序',
} as const;
export type SimplifiedGround = keyof typeof SIMPLIFIED_GROUNDS;

/**
 * Grounds of suspension (复议法 2023 第39条第1款). The ninth, review of a normative document, is not here: it runs
 * periods of its own and has its own steps, see trial/norms.
 */
export const SUSPENSION_GROUNDS = {
  S1: '作为申请人的公民死亡，其近亲属尚未确定是否参加行政复议',
  S2: '作为申请人的公民丧失参加行政复议的行为能力，尚未确定法定代理人',
  S3: '作为申请人的公民下落不明',
  S4: '作为申请人的法人或者其他组织终止，尚未确定权利义务承受人',
  S5: '申请人、被申请人因不可抗力或者其他正当理由，不能参加行政复议',
  S6: '依法进行调解、和解，申请人和被申请人同意中止',
  S7: '行政复议案件涉及的法律适用问题需要有权机关作出解释或者确认',
  S8: '行政复议案件审理需要以其他案件的审理结果为依据，而其他案件尚未审结',
  S10: '需要中止行政复议的其他情形',
} as const;
/** On which a case is suspended by the common step. */
export type CommonSuspensionGround = keyof typeof SUSPENSION_GROUNDS;
export type SuspensionGround = CommonSuspensionGround | 'S9';

/** Suspended on these for 60 days, the case is terminated (复议法 2023 第41条第5项); a missing applicant is not among them. */
export const TERMINATING_GROUNDS: readonly SuspensionGround[] = ['S1', 'S2', 'S4'];

export type Side = 'APPLICANT' | 'RESPONDENT' | 'THIRD_PARTY';

/** A party; the respondent's id is that of its organ. Agents are not parties. */
export interface PartyFact {
  readonly partyId: Id;
  readonly side: Side;
  /** Chosen by the other applicants, or third parties. */
  readonly isRepresentative: boolean;
  /** Its views were heard, could not be heard because of itself, or neither yet. */
  readonly opinion: 'HEARD' | 'IMPOSSIBLE' | null;
  /** The day the document that ends the case, a decision or a refusal, was served on it. */
  readonly servedOn: CalendarDate | null;
}

/** The draft before the reviewers. */
export interface DraftFact {
  readonly kind: DecisionKind;
  readonly ground: string;
  readonly drafterId: Id;
  readonly remakeOrdered: boolean;
  /** Days to remake the act where a law sets them; null means the 60 of 条例 2026 第58条. */
  readonly remakeDays: number | null;
  /** Days to perform, where the decision orders performance. */
  readonly performDays: number | null;
}

/** Everything the guards of a reconsideration may look at; loaded under the case lock. */
export interface ReconsiderationFacts extends CaseFacts, TrialFacts {
  // The dispute.
  readonly parties: readonly PartyFact[];
  /** Whom papers can be served on, and how. */
  readonly service: ServiceFacts;
  /** Money at stake, in yuan. */
  readonly amount: number | null;
  /** Last day to apply, of the dispute's clock RC_APPLY; null if the day of knowledge is not recorded. */
  readonly applyDueOn: CalendarDate | null;
  /** Another reconsideration of this dispute is open. */
  readonly otherOpen: boolean;
  /** Another reconsideration of this dispute has been accepted. */
  readonly otherAccepted: boolean;
  // People.
  /** Persons who hold a post of intake officer, handler or panel member in the institution today. */
  readonly staffIds: readonly Id[];
  /** Persons with a conflict of interest in this dispute (公务员法 第76条): declared, found, or decided. */
  readonly conflictedIds: readonly Id[];
  /** Mediators of every mediation of this dispute. */
  readonly mediatorIds: readonly Id[];
  // Intake. All null or empty while the case is being opened.
  readonly receivedOn: CalendarDate | null;
  /** The day that counts for timeliness: of the postmark, of handing over to the penalty organ, or of receipt. */
  readonly filedOn: CalendarDate | null;
  /** The election of representatives is signed by all applicants. */
  readonly electionSigned: boolean;
  /** Reconsideration must come before a suit. */
  readonly priorRequired: boolean;
  /** Kinds of correction notices sent in this case. */
  readonly correctionNotices: readonly CorrectionKind[];
  /** The latest notice. */
  readonly correction: { readonly kind: CorrectionKind; readonly servedOn: CalendarDate | null } | null;
  // Trial.
  readonly acceptedOn: CalendarDate | null;
  readonly track: Track | null;
  /** The handler and the other officers who try the case. */
  readonly officerIds: readonly Id[];
  readonly copySentOn: CalendarDate | null;
  readonly copyReceivedOn: CalendarDate | null;
  readonly reply: { readonly receivedOn: CalendarDate; readonly late: boolean } | null;
  /** No reply in time: the act counts as without evidence and basis (复议法 2023 第70条). */
  readonly evidenceDefault: boolean;
  readonly hearing: { readonly mandatory: boolean; readonly heldOn: CalendarDate | null };
  readonly committee: { readonly mandatory: boolean; readonly heldOn: CalendarDate | null };
  /** The decision period was extended. */
  readonly extended: boolean;
  readonly suspension: { readonly ground: SuspensionGround; readonly on: CalendarDate } | null;
  // Decision.
  readonly draft: DraftFact | null;
  /** The department's head passed the present draft. */
  readonly deptReviewed: boolean;
  readonly decidedOn: CalendarDate | null;
  /** The last assessment of admissibility, with what the officers say of it; null if there is none. */
  readonly admissibility: AdmissibilityFact | null;
  readonly after: AfterFacts;
}

/** Parties of a side. */
export function partiesOf(facts: Pick<ReconsiderationFacts, 'parties'>, side: Side): readonly PartyFact[] {
  return facts.parties.filter((party) => party.side === side);
}

/** The respondent's organ. */
export function respondentOf(facts: Pick<ReconsiderationFacts, 'parties'>): Id | undefined {
  return partiesOf(facts, 'RESPONDENT')[0]?.partyId;
}

/** The applicant to whom notices before acceptance go. */
export function firstApplicantOf(facts: Pick<ReconsiderationFacts, 'parties'>): Id | undefined {
  return partiesOf(facts, 'APPLICANT')[0]?.partyId;
}

/** The running or suspended clock of a rule. */
export function openClock(facts: Pick<ReconsiderationFacts, 'clocks'>, rule: string): ClockFact | undefined {
  return facts.clocks.find((c) => c.rule === rule && (c.state === 'RUNNING' || c.state === 'SUSPENDED'));
}

/** Those who speak for a side: its representatives, whose acts bind the others (复议法 2023 第15条第2款), or everybody. */
export function speakersOf(facts: Pick<ReconsiderationFacts, 'parties'>, side: Side): readonly PartyFact[] {
  const all = partiesOf(facts, side);
  const chosen = all.filter((party) => party.isRepresentative);
  return chosen.length > 0 ? chosen : all;
}

/**
 * The parties whose views must be heard (复议法 2023 第49条): applicants and third parties, or who speaks for them. The
 * respondent has said its view in its reply, or kept silent.
 */
export function partiesToHear(facts: Pick<ReconsiderationFacts, 'parties'>): readonly PartyFact[] {
  return [...speakersOf(facts, 'APPLICANT'), ...speakersOf(facts, 'THIRD_PARTY')];
}

/** Whether everybody who speaks for these sides is among `ids`. */
export function haveConsented(
  facts: Pick<ReconsiderationFacts, 'parties'>,
  sides: readonly Side[],
  ids: readonly Id[] = [],
): boolean {
  return sides.flatMap((side) => speakersOf(facts, side)).every((party) => ids.includes(party.partyId));
}
