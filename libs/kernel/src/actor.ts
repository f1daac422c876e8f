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

export function holdsRole(actor: Actor, role: RoleCode): boolean {
  return role === 'system' ? actor.kind === 'system' : actor.posts.some((post) => post.role === role);
}

export function organsOf(actor: Actor): Id[] {
  return [...new Set(actor.posts.map((post) => post.organId))];
}
