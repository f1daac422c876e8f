import type { Id, RoleCode } from '@app/kernel';

/** A post as judged here: a role in an organ. */
export interface HeldPost {
  readonly role: RoleCode;
  readonly organId: Id;
}

/** Who leads an organ: enters absences of its people, and may stand in for any of them. [L] */
const HEADS: readonly RoleCode[] = [
  'dept_head',
  'institution_head',
  'centre_manager',
  'committee_chair',
  'unit_leader',
];
/** 三员 see no case, so none of them stands in for anybody. */
const SEES_NO_CASE: readonly RoleCode[] = ['sysadmin', 'security_admin', 'auditor'];

/** The organs of which somebody with these posts is a head. */
export function headedBy(posts: readonly HeldPost[]): Id[] {
  return [...new Set(posts.filter((post) => HEADS.includes(post.role)).map((post) => post.organId))];
}

/**
 * Whether somebody with the posts `cover` may stand in for somebody with the posts `absent`: he holds the same role in
 * the same organ, or is its head. If a head or the administrator says so (`named`), anybody of the same organ will do.
 */
export function mayCover(cover: readonly HeldPost[], absent: readonly HeldPost[], named: boolean): boolean {
  return cover.some(
    (post) =>
      !SEES_NO_CASE.includes(post.role) &&
      absent.some(
        ({ role, organId }) => organId === post.organId && (named || role === post.role || HEADS.includes(post.role)),
      ),
  );
}
