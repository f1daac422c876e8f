import { organsOf, type Actor, type Id } from '@app/kernel';

/** The principal of those who may see every dispute of the district. */
export const DISTRICT: Id = '00000000-0000-7000-8000-00000000d157';

/**
 * Row scope, in the one place where it is decided: an actor sees a dispute if one of his principals has an access row for
 * it. Queries join `cases.access` with `principal_id = ANY($principals)` and nothing else.
 */
export function principalsOf(actor: Actor): Id[] {
  if (actor.kind === 'system' || actor.permissions.has('cases.view-all')) return [DISTRICT];
  if (!actor.permissions.has('cases.view')) return [];
  return [actor.personId, ...organsOf(actor)];
}
