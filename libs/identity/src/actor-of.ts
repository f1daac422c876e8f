import type { Actor, CalendarDate, Id } from '@app/kernel';
import type { Database } from '@app/platform';
import { permissionsOf } from './domain/permissions.js';
import { coversOf, postsAndCovers, type PostsAndCovers } from './posts-and-covers.js';

/** The person of a login as an actor, for the operator's commands; undefined if there is no such account in use. */
export function actorOf(database: Database, login: string, today: CalendarDate): Promise<Actor | undefined> {
  return find(database, `${ACTOR} AND a.login = $2`, login.toLowerCase(), today);
}

/** A person as an actor, for what is done for him while he is not logged in; undefined if he has no account in use. */
export function actorOfPerson(database: Database, personId: Id, today: CalendarDate): Promise<Actor | undefined> {
  return find(database, `${ACTOR} AND a.person_id = $2`, personId, today);
}

async function find(database: Database, text: string, who: string, today: CalendarDate): Promise<Actor | undefined> {
  const [row] = await database.read<{ personId: Id; name: string } & PostsAndCovers>(text, [today, who]);
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

const ACTOR = `
  SELECT a.person_id AS "personId", n.name, ${postsAndCovers('a.person_id', '$1')}
  FROM identity.account a JOIN directory.person n ON n.id = a.person_id WHERE NOT a.disabled`;
