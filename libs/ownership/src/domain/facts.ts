import type { CaseFacts } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import type { ReconsiderationFact } from './independence.js';
import type { OrderState } from './supervision/order-states.js';

/** Tags of a dispute that make it one for the list (余杭区领导包案化解通知: compensation and key litigation). */
export const ELIGIBLE_TAGS = { ADMIN_COMPENSATION: '行政赔偿案件', KEY_LITIGATION: '重点行政诉讼案件' } as const;

export const RISKS = { LOW: '一般', MEDIUM: '较高', HIGH: '高' } as const;
export type Risk = keyof typeof RISKS;

/** Supervision marks 亮灯. */
export const MARKS = { NONE: '正常', YELLOW: '黄灯', RED: '红灯' } as const;
export type Mark = keyof typeof MARKS;

/** The names a case on the list has: district leader, responsible unit, the unit's leader, and the day to resolve by. */
export interface OwnershipNames {
  readonly leaderId: Id | null;
  readonly unitId: Id | null;
  readonly unitLeaderId: Id | null;
  readonly resolveBy: CalendarDate | null;
}

/** A 督办单 of the case. */
export interface OrderFact {
  readonly id: Id;
  readonly state: OrderState;
  /** Issued by the leader who owns the case, not by the bureau. */
  readonly byLeader: boolean;
}

/** Everything the guards of a case ownership may look at; loaded under the case lock. */
export interface OwnershipFacts extends CaseFacts, OwnershipNames {
  /** Tags of the dispute. */
  readonly tags: readonly string[];
  /** The dispute fulfils the district's rule of entry. */
  readonly byRule: boolean;
  /** The joint meeting put the dispute on the list, with a reason, though neither tag nor rule would. */
  readonly byJointMeeting: boolean;
  /** The dispute has another open ownership. */
  readonly otherOwnershipOpen: boolean;
  /** The dispute is registered, not closed. */
  readonly disputeOpen: boolean;
  /** Persons who hold a post of district leader today. */
  readonly districtLeaderIds: readonly Id[];
  /** Persons who hold a post of unit leader today, and where. */
  readonly unitLeaders: readonly { readonly personId: Id; readonly organId: Id }[];
  /** Heads of the bureau, who press and verify. */
  readonly bureauIds: readonly Id[];
  /** Leader and liaisons of the responsible unit. */
  readonly unitStaffIds: readonly Id[];
  readonly acknowledgedByLeader: boolean;
  readonly acknowledgedByUnit: boolean;
  /** The resolution plan; null until the unit hands one in. */
  readonly plan: 'SUBMITTED' | 'RETURNED' | 'APPROVED' | null;
  readonly mark: Mark;
  /** Causes for which the case was marked already, see `supervision/causes.ts`. */
  readonly markedCauses: readonly string[];
  /** Red twice, and the unit is still to be named in a circular 通报. */
  readonly circularDue: boolean;
  readonly orders: readonly OrderFact[];
  /** An extension was asked for and waits for the leader. */
  readonly extensionAsked: boolean;
  /** The period was lengthened already. */
  readonly extended: boolean;
  /** Instructions of the leader that the unit has not answered. */
  readonly instructionsOpen: number;
  readonly reconsiderations: readonly ReconsiderationFact[];
}
