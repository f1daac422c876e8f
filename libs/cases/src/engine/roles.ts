import type { Actor, Id, RoleCode } from '@app/kernel';
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

/** The roles an actor has on a case: posts that count everywhere, and those bound to it by its participants. */
export function rolesOn(actor: Actor, participants: readonly ParticipantRow[], caseId: Id): ReadonlySet<RoleCode> {
  if (actor.kind === 'system') return new Set<RoleCode>(['system']);
  const roles = new Set<RoleCode>(actor.posts.map((post) => post.role).filter((role) => !BOUND.has(role)));
  for (const p of participants) {
    if (p.until !== null || (p.caseId !== null && p.caseId !== caseId) || !BOUND.has(p.role)) continue;
    const here = p.organId !== null && actor.posts.some((post) => post.role === p.role && post.organId === p.organId);
    if (p.personId === actor.personId || here) roles.add(p.role);
  }
  return roles;
}
