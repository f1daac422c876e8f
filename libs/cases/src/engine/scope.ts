import { organsOf, personsOf, type Actor, type Id } from '@app/kernel';

/** The principal of those who may see every dispute of the district. */
export const DISTRICT: Id = '00000000-0000-7000-8000-00000000d157';

/**
 * Row scope, in the one place where it is decided: an actor sees a dispute if one of his principals has an access row for
 * it, and he himself is not shut out of it. Whoever stands in for somebody absent has that person among his principals;
 * who is shut out has no access row, and so gives none to him who stands in. Queries say so with {@link maySee}; those that walk the access rows
 * themselves add {@link notShutOut}.
 */
export function principalsOf(actor: Actor): Id[] {
  if (actor.kind === 'system' || actor.permissions.has('cases.view-all')) return [DISTRICT];
  if (!actor.permissions.has('cases.view')) return [];
  return [...personsOf(actor), ...organsOf(actor)];
}

/** Whether an actor looks at disputes from the service's side, and not from that of a party or an organ. */
export function seesDistrict(actor: Actor): boolean {
  return principalsOf(actor).includes(DISTRICT);
}

/** Clocks an actor may know of, in disputes he sees: what one organ was asked is no other organ's business. */
export function clocksFor<C extends { responsible: string; concernsId: Id | null }>(
  actor: Actor,
  clocks: readonly C[],
): C[] {
  const own = organsOf(actor);
  const ofAnother = ({ responsible, concernsId }: C) =>
    responsible === 'dept_liaison' && concernsId !== null && !own.includes(concernsId);
  return clocks.filter((clock) => seesDistrict(actor) || !ofAnother(clock));
}

/**
 * SQL: the dispute `dispute` is not one that the person `person` (a parameter) is shut out of. His shut-out disputes are
 * asked for once a statement, by the head of a primary key, and are none for nearly everybody: rows are compared with an
 * array that is mostly empty, and index ranges stay what they were.
 */
export function notShutOut(dispute: string, person: string): string {
  return `${dispute} <> ALL (ARRAY(SELECT x.dispute_id FROM cases.exclusion x WHERE x.person_id = ${person}::uuid))`;
}

/** SQL: an actor, by his principals and his person (parameters), may see the dispute `dispute`. */
export function maySee(dispute: string, principals: string, person: string): string {
  return `(EXISTS (SELECT 1 FROM cases.access a WHERE a.dispute_id = ${dispute} AND a.principal_id = ANY(${principals}::uuid[]))
    AND ${notShutOut(dispute, person)})`;
}
