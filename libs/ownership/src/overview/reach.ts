import { DISTRICT, maySee, notShutOut, principalsOf } from '@app/cases';
import { holdsRole, personsOf, type Actor, type Id } from '@app/kernel';

/** Whose lines somebody sees: all of the district, those he owns, those of his unit. */
export interface Reach {
  readonly principals: readonly Id[];
  readonly personId: Id;
  readonly all: boolean;
  /** Leaders whose lines are his, as himself or standing in for them, and his units. */
  readonly ownerIds: readonly Id[];
}

export function reachOf(actor: Actor): Reach {
  const principals = principalsOf(actor);
  const ofUnit = [...actor.posts, ...(actor.coveredPosts ?? [])].filter(
    (post) => post.role === 'unit_leader' || post.role === 'dept_liaison',
  );
  return {
    principals,
    personId: actor.personId,
    all: principals.includes(DISTRICT),
    ownerIds: [...new Set([...personsOf(actor), ...ofUnit.map((post) => post.organId)])],
  };
}

/** The parameters $1 to $4 of {@link scopeSql}. */
export function reachValues({ principals, personId, all, ownerIds }: Reach): unknown[] {
  return [principals, personId, all, ownerIds];
}

/**
 * SQL: the line of `o` (ownership) and `f` (its case) is one of those. Before it is on the list it is the bureau's alone.
 */
export function scopeSql({ all }: Reach): string {
  const visible = all
    ? `$1::uuid[] IS NOT NULL AND ${notShutOut('f.dispute_id', '$2')}`
    : maySee('f.dispute_id', '$1', '$2');
  return `${visible} AND ($3::boolean OR (f.state NOT IN ('PROPOSED','NOT_LISTED')
    AND (o.leader_id = ANY($4::uuid[]) OR o.unit_id = ANY($4::uuid[]))))`;
}

/** Heads of the bureau, who verify and press. */
export function isBureau(actor: Actor): boolean {
  return holdsRole(actor, 'dept_head') || holdsRole(actor, 'institution_head');
}
