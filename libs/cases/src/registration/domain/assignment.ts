import type { Id } from '@app/kernel';

/** Somebody a new dispute could be given to. */
export interface Officer {
  personId: Id;
  /** Disputes in hand. */
  load: number;
}

/**
 * Who gets a new dispute: the officer with the fewest in hand; of equals, the one whose id is first, so that the choice
 * can be repeated and explained. [L]
 */
export function chooseHandler(officers: readonly Officer[]): { personId: Id; reason: string } | undefined {
  const [first] = [...officers].sort((a, b) => a.load - b.load || (a.personId < b.personId ? -1 : 1));
  if (!first) return undefined;
  return { personId: first.personId, reason: `自动分派：在办 ${first.load} 件，为本单位在办最少的经办人员` };
}
