import type { StateInfo } from '@app/cases';

/** The states of a case ownership up to the work of resolving. What follows is resolution and strike-off. */
export const OWNERSHIP_STATES = {
  PROPOSED: { name: '已提请', open: true },
  NOT_LISTED: { name: '未列入', open: false },
  LISTED: { name: '已列入', open: true },
  ACKNOWLEDGED: { name: '已签收', open: true },
  PLANNED: { name: '方案已定', open: true },
  RESOLVING: { name: '化解中', open: true },
} as const satisfies Record<string, StateInfo>;

export type OwnershipState = keyof typeof OWNERSHIP_STATES;
