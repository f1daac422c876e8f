import type { Id } from './id.js';
import type { RoleCode } from './roles.js';

/**
 * Who acts. Built once per request by the guard (or by a job for the system) and passed to every use case; nobody asks
 * a global who is logged in.
 */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** The person in the directory; the system actor has {@link SYSTEM_ID}. */
  readonly personId: Id;
  readonly name: string;
  /** Posts held today: a role, and the organ in which it is held. */
  readonly posts: readonly { readonly role: RoleCode; readonly organId: Id }[];
  readonly permissions: ReadonlySet<string>;
  /** Persons who are absent today and whom he stands in for. */
  readonly covers?: readonly Id[];
  /** What those persons hold in organs of his: in these roles he acts on cases of the organ, for them. */
  readonly coveredPosts?: readonly { readonly personId: Id; readonly role: RoleCode; readonly organId: Id }[];
  readonly sessionId?: Id;
  readonly requestId?: string;
}

export const SYSTEM_ID: Id = '00000000-0000-7000-8000-000000000000';

/** The actor of timers and jobs. */
export const SYSTEM: Actor = {
  kind: 'system',
  personId: SYSTEM_ID,
  name: '系统',
  posts: [],
  permissions: new Set(),
};

export const APPLICANT_ID: Id = '00000000-0000-7000-8000-0000000a9911';

/**
 * Somebody who acts on his own case without an account, by its number and code. Which case that is was checked before:
 * the actor stands for all of them, so he may only ever be used for the very case whose code was shown.
 */
export const APPLICANT: Actor = {
  kind: 'person',
  personId: APPLICANT_ID,
  name: '申请人',
  posts: [{ role: 'applicant', organId: APPLICANT_ID }],
  permissions: new Set(['cases.view-all']),
};

export function holdsRole(actor: Actor, role: RoleCode): boolean {
  return role === 'system' ? actor.kind === 'system' : actor.posts.some((post) => post.role === role);
}

/** Himself and whom he stands in for. What must be done in person, a guard compares with `personId` alone. */
export function personsOf(actor: Actor): Id[] {
  return [actor.personId, ...(actor.covers ?? [])];
}

export function organsOf(actor: Actor): Id[] {
  return [...new Set(actor.posts.map((post) => post.organId))];
}
