import type { Actor, CalendarDate, Id, RoleCode } from '@app/kernel';
import type { Database } from '@app/platform';
import { permissionsOf } from './domain/permissions.js';

/** The person of a login as an actor, for the operator's commands; undefined if there is no such account in use. */
export async function actorOf(database: Database, login: string, today: CalendarDate): Promise<Actor | undefined> {
  const [row] = await database.read<{ personId: Id; name: string; posts: { role: RoleCode; organId: Id }[] }>(
    `SELECT a.person_id AS "personId", n.name,
       coalesce((SELECT jsonb_agg(jsonb_build_object('role', p.role, 'organId', p.organ_id)) FROM directory.post p
         WHERE p.person_id = a.person_id AND p.valid_from <= $2 AND (p.valid_until IS NULL OR $2 < p.valid_until)), '[]') AS posts
     FROM identity.account a JOIN directory.person n ON n.id = a.person_id WHERE a.login = $1 AND NOT a.disabled`,
    [login.toLowerCase(), today],
  );
  if (!row) return undefined;
  return { kind: 'person', ...row, permissions: permissionsOf(row.posts.map((p) => p.role)) };
}
