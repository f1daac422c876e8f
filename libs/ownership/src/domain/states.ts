import type { StateInfo } from '@app/cases';

/** The states of a case ownership, from the proposal to strike-off 销号. */
export const OWNERSHIP_STATES = {
  PROPOSED: { name: '已提请', open: true },
  NOT_LISTED: { name: '未列入', open: false },
  LISTED: { name: '已列入', open: true },
  ACKNOWLEDGED: { name: '已签收', open: true },
  PLANNED: { name: '方案已定', open: true },
  RESOLVING: { name: '化解中', open: true },
  RESOLVED_CLAIMED: { name: '已报化解', open: true },
  VERIFIED: { name: '已核验待签批', open: true },
  CANCELLED: { name: '已销号', open: false },
  CLOSED_UNRESOLVED: { name: '未能化解', open: false },
} as const satisfies Record<string, StateInfo>;

export type OwnershipState = keyof typeof OWNERSHIP_STATES;

/** On the list, and not yet said to be resolved: what is pressed, extended and changed. */
export const ACTIVE = ['LISTED', 'ACKNOWLEDGED', 'PLANNED', 'RESOLVING'] as const satisfies readonly OwnershipState[];

/** On the list, whatever remains to be done. */
export const ON_LIST = [...ACTIVE, 'RESOLVED_CLAIMED', 'VERIFIED'] as const satisfies readonly OwnershipState[];
