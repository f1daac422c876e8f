import { record } from '@app/audit';
import { DomainError, notFound, type Actor, type Id } from '@app/kernel';
import { Database, sql } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Participants } from '../engine/participants.js';
import type { LinkRequest } from './requests/actions.dto.js';

/** Disputes that belong together. A link is kept once and seen from either side. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly participants: Participants,
  ) {}

  /** @throws DomainError cases.dispute.not-found (either of them), cases.link-to-itself, cases.already-linked */
  async link(actor: Actor, id: Id, request: LinkRequest): Promise<void> {
    if (id === request.disputeId)
      throw new DomainError('cases.link-to-itself', { kind: 'invalid', detail: '争议不能与自身关联。' });
    await this.mustSeeBoth(actor, id, request.disputeId);
    await this.database.transaction(async (tx) => {
      const inserted = await sql(
        tx,
        `INSERT INTO cases.dispute_link (a_id, b_id, kind, reason, created_by)
         VALUES (least($1::uuid, $2), greatest($1::uuid, $2), $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
        [id, request.disputeId, request.kind, request.reason, actor.personId],
      );
      if (inserted.length === 0)
        throw new DomainError('cases.already-linked', { kind: 'conflict', detail: '两件争议已经关联。' });
      const detail = { kind: request.kind, reason: request.reason };
      this.note(tx, actor, 'cases.link', id, { ...detail, other: request.disputeId });
      this.note(tx, actor, 'cases.link', request.disputeId, { ...detail, other: id });
    });
  }

  /** @throws DomainError cases.dispute.not-found (either of them), cases.link.not-found */
  async unlink(actor: Actor, id: Id, other: Id): Promise<void> {
    await this.mustSeeBoth(actor, id, other);
    await this.database.transaction(async (tx) => {
      const deleted = await sql(
        tx,
        'DELETE FROM cases.dispute_link WHERE a_id = least($1::uuid, $2) AND b_id = greatest($1::uuid, $2) RETURNING 1',
        [id, other],
      );
      if (deleted.length === 0) throw notFound('cases.link');
      this.note(tx, actor, 'cases.unlink', id, { other });
      this.note(tx, actor, 'cases.unlink', other, { other: id });
    });
  }

  private async mustSeeBoth(actor: Actor, a: Id, b: Id): Promise<void> {
    await Promise.all([this.participants.mustSee(actor, a), this.participants.mustSee(actor, b)]);
  }

  private note(
    tx: Parameters<typeof record>[0],
    actor: Actor,
    action: string,
    id: Id,
    detail: Record<string, unknown>,
  ) {
    record(tx, actor, { action, subjectType: 'dispute', subjectId: id, scopeId: id, detail });
  }
}
