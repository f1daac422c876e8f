import type { Actor, Id, RoleCode } from '@app/kernel';

/** Posts that answer for their organ. */
export const DESK: readonly RoleCode[] = ['dept_liaison', 'unit_leader'];

/**
 * Whose desks an actor sits at: organs for which he answers, by his own post or in place of somebody absent; and the
 * persons who must not be shut out of a dispute there: himself, and those whose desks he keeps.
 */
export interface Desks {
  readonly organs: readonly Id[];
  readonly persons: readonly Id[];
}

export function desksOf(actor: Actor): Desks {
  const own = actor.posts.filter((post) => DESK.includes(post.role)).map((post) => post.organId);
  const kept = (actor.coveredPosts ?? []).filter((post) => DESK.includes(post.role) && !own.includes(post.organId));
  return {
    organs: [...new Set([...own, ...kept.map((post) => post.organId)])],
    persons: [...new Set([actor.personId, ...kept.map((post) => post.personId)])],
  };
}

/** SQL: none of `persons` (a parameter) is shut out of the dispute `dispute`. */
export function noneShutOut(dispute: string, persons: string): string {
  return `NOT EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.dispute_id = ${dispute} AND x.person_id = ANY(${persons}::uuid[]))`;
}
