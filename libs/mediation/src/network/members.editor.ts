import { PostsEditor } from '@app/directory';
import { Clock, newId, notFound, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AddMemberRequest, EndMemberRequest } from './committees.dto.js';
import { DEFAULT_CAP, MEMBER_TITLES } from './domain/codes.js';
import { holdCommittee } from './held-committee.js';
import { mustHaveNoCases } from './open-work.js';
import { mustBeTerm } from './profile.store.js';

/** Who is chair, mediator or liaison of a committee, and for how long. */
@Injectable()
export class MembersEditor {
  constructor(
    private readonly database: Database,
    private readonly posts: PostsEditor,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives somebody a post in a committee, for a term if it is known.
   * @returns the post
   * @throws DomainError mediation.committee.not-found, mediation.bad-term, and what {@link PostsEditor.create} throws
   */
  async addMember(actor: Actor, committeeId: Id, request: AddMemberRequest, key?: string): Promise<Id> {
    mustBeTerm(request.from, request.until ?? null, 'until');
    return this.database.transaction(async (tx) => {
      await holdCommittee(tx, committeeId, this.clock.today());
      const { id } = await idempotently(tx, actor, key, { ...request, committeeId }, newId(), async (postId) => {
        const personId = await this.addMemberIn(tx, actor, committeeId, request, postId);
        if (request.role === 'mediator') await appoint(tx, personId, committeeId, request);
      });
      return id;
    });
  }

  /** The same within a transaction. @returns the person, who may be new */
  async addMemberIn(tx: Tx, actor: Actor, organId: Id, request: AddMemberRequest, postId: Id): Promise<Id> {
    const { role, title = MEMBER_TITLES[role], from: validFrom, until: validUntil, personId, name } = request;
    const who = { ...(personId === undefined ? {} : { personId }), ...(name === undefined ? {} : { name }) };
    const term = { validFrom, ...(validUntil === undefined ? {} : { validUntil }) };
    return this.posts.createIn(tx, actor, { ...who, organId, role, title, ...term }, postId);
  }

  /**
   * @throws DomainError mediation.member.not-found, mediation.mediator-has-work, and what {@link PostsEditor.end} throws
   */
  async endMember(actor: Actor, committeeId: Id, postId: Id, request: EndMemberRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [post] = await sql<{ role: string }>(tx, MEMBER, [postId, committeeId]);
      if (!post) throw notFound('mediation.member');
      if (post.role === 'mediator' && request.until <= this.clock.today())
        await mustHaveNoCases(tx, actor, postId, request.until);
      const { version, until: validUntil, reason } = request;
      await this.posts.endIn(tx, actor, postId, { version, validUntil, reason });
    });
  }
}

/** A mediator has a profile from the first day on; who had one gets the new term. */
async function appoint(tx: Tx, personId: Id, committeeId: Id, { from, until }: AddMemberRequest): Promise<void> {
  await sql(tx, APPOINT, [personId, committeeId, from, until ?? null, DEFAULT_CAP]);
}

const MEMBER = `SELECT p.role FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id
  WHERE p.id = $1 AND p.organ_id = $2 AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    AND p.role IN ('committee_chair', 'mediator', 'dept_liaison')`;
const APPOINT = `INSERT INTO mediation.mediator_profile (person_id, engagement, cap, term_from, term_until)
  SELECT $1, CASE WHEN EXISTS (SELECT 1 FROM mediation.committee_profile c
    WHERE c.committee_id = $2 AND c.kind = 'SOCIAL_ORGANISATION') THEN 'PER_CASE' ELSE 'FULL_TIME' END, $5, $3, $4
  ON CONFLICT (person_id) DO UPDATE SET term_until = excluded.term_until, version = mediator_profile.version + 1`;
