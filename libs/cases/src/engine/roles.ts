import { personsOf, type Actor, type Id, type RoleCode } from '@app/kernel';
import type { ParticipantRow } from './participants.js';

/** Roles that mean the person, or the organ, of this very case; holding the post elsewhere is not enough. */
const BOUND: ReadonlySet<RoleCode> = new Set<RoleCode>([
  'case_handler',
  'panel_member',
  'mediator',
  'committee_chair',
  'dept_liaison',
  'case_leader',
  'unit_leader',
]);

const OFFICERS: readonly RoleCode[] = ['case_handler', 'panel_member'];
const MEDIATORS: readonly RoleCode[] = ['mediator'];

/**
 * The roles an actor has on a case: posts that count everywhere, and those bound to it by its participants. Bound roles
 * of persons he stands in for are his as well; their other posts are not.
 */
export function rolesOn(actor: Actor, participants: readonly ParticipantRow[], caseId: Id): ReadonlySet<RoleCode> {
  return new Set([...ownRoles(actor, participants, caseId), ...rolesForOthers(actor, participants, caseId).keys()]);
}

/** The roles an actor has on a case only because he stands in for somebody, each with that person. */
export function rolesForOthers(
  actor: Actor,
  participants: readonly ParticipantRow[],
  caseId: Id,
): ReadonlyMap<RoleCode, Id> {
  const roles = new Map<RoleCode, Id>();
  const covers = actor.covers ?? [];
  if (covers.length === 0) return roles;
  const own = ownRoles(actor, participants, caseId);
  for (const p of participants.filter((each) => binds(each, caseId) && !own.has(each.role))) {
    const inOrgan = actor.coveredPosts?.find((post) => post.role === p.role && post.organId === p.organId)?.personId;
    const absent = covers.find((id) => id === p.personId || id === inOrgan);
    if (absent !== undefined && !p.shutOut?.includes(absent) && keepsApart(actor, participants, p.role))
      roles.set(p.role, absent);
  }
  return roles;
}

/**
 * Whether the actor may stand in for somebody with that role: who mediates a dispute does not try it, nor the other way
 * round, be it in another's place (实施条例 2026 第48条).
 */
export function keepsApart(actor: Actor, participants: readonly ParticipantRow[], role: RoleCode): boolean {
  const barred = role === 'mediator' ? OFFICERS : OFFICERS.includes(role) ? MEDIATORS : [];
  return !participants.some((p) => p.personId === actor.personId && barred.includes(p.role));
}

/** The case is in his hands, or in those of somebody he stands in for. */
export function handles(actor: Actor, { handlerId }: { handlerId: Id | null }): boolean {
  return handlerId !== null && personsOf(actor).includes(handlerId);
}

function ownRoles(actor: Actor, participants: readonly ParticipantRow[], caseId: Id): ReadonlySet<RoleCode> {
  if (actor.kind === 'system') return new Set<RoleCode>(['system']);
  const roles = new Set<RoleCode>(actor.posts.map((post) => post.role).filter((role) => !BOUND.has(role)));
  for (const p of participants.filter((each) => binds(each, caseId))) {
    const here = p.organId !== null && actor.posts.some((post) => post.role === p.role && post.organId === p.organId);
    if (p.personId === actor.personId || here) roles.add(p.role);
  }
  return roles;
}

function binds(p: ParticipantRow, caseId: Id): boolean {
  return p.until === null && (p.caseId === null || p.caseId === caseId) && BOUND.has(p.role);
}
