import type { MarkSetting } from './supervision/causes.js';

/** When cases are marked, and when they count as stuck. Local practice [L], a setting. */
export interface Practice extends MarkSetting {
  /** Calendar days without anything done by anybody. */
  readonly idleDays: number;
  /** Calendar days that something of the dispute stands still. */
  readonly suspendedDays: number;
  /** Calendar days that somebody's approval is waited for. */
  readonly awaitingDays: number;
}

export const DEFAULT_PRACTICE: Practice = {
  yellowWorkdays: 3,
  redWorkdays: 10,
  resolveNearDays: 15,
  idleDays: 20,
  suspendedDays: 60,
  awaitingDays: 5,
};
