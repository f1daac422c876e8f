import type { Actor, CalendarDate, Id } from '@app/kernel';
import type { Database } from '@app/platform';
import { permissionsOf } from './domain/permissions.js';
import { coversOf, postsAndCovers, type PostsAndCovers } from './posts-and-covers.js';

/** The person of a login as an actor, for the operator's commands; undefined if there is no such account in use. */
export async function actorOf(database: Database, login: string, today: CalendarDate): Promise<Actor | undefined> {
  const [row] = await database.read<{ personId: Id; name: string } & PostsAndCovers>(
    `SELECT a.person_id AS "personId", n.name,
       ${postsAndCovers('a.person_id', '$2')}
     FROM identity.account a JOIN directory.person n ON n.id = a.person_id WHERE a.login = $1 AND NOT a.disabled`,
    [login.toLowerCase(), today],
  );
  if (!row) return undefined;
  const { personId, name, posts } = row;
  return {
    kind: 'person',
    personId,
    name,
    posts,
    ...coversOf(row),
    permissions: permissionsOf(row.posts.map((p) => p.role)),
  };
}
