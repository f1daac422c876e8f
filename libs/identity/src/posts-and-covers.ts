import type { Actor, Id, RoleCode } from '@app/kernel';

/** What the directory says of a person on a day, as {@link postsAndCovers} reads it. */
export interface PostsAndCovers {
  posts: { role: RoleCode; organId: Id }[];
  covered: { personId: Id; posts: { role: RoleCode; organId: Id }[] }[];
}

/**
 * SQL: the columns `posts` and `covered` of the person `person` on the day `day`. Whoever left the organ in which he was
 * to stand in for somebody stands in for nobody.
 */
export function postsAndCovers(person: string, day: string): string {
  return `coalesce((SELECT jsonb_agg(jsonb_build_object('role', p.role, 'organId', p.organ_id)) FROM directory.post p
      WHERE p.person_id = ${person} AND ${held('p', day)}), '[]') AS posts,
    coalesce((SELECT jsonb_agg(jsonb_build_object('personId', v.person_id, 'posts', shared.posts))
      FROM directory.absence v CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('role', q.role, 'organId', q.organ_id)) AS posts FROM directory.post q
        WHERE q.person_id = v.person_id AND ${held('q', day)} AND q.organ_id IN (
          SELECT o.organ_id FROM directory.post o WHERE o.person_id = ${person} AND ${held('o', day)})) AS shared
      WHERE v.cover_id = ${person} AND v.cancelled_at IS NULL AND v.from_on <= ${day} AND ${day} < v.until_on
        AND shared.posts IS NOT NULL), '[]') AS covered`;
}

/** For an {@link Actor}: whom he stands in for, and what they hold. */
export function coversOf({ covered }: PostsAndCovers): Pick<Actor, 'covers' | 'coveredPosts'> {
  return {
    covers: covered.map(({ personId }) => personId),
    coveredPosts: covered.flatMap(({ personId, posts }) => posts.map((post) => ({ personId, ...post }))),
  };
}

function held(post: string, day: string): string {
  return `${post}.valid_from <= ${day} AND (${post}.valid_until IS NULL OR ${day} < ${post}.valid_until)`;
}
