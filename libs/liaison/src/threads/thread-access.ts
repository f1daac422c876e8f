import { findCase, FileAccess, lockCase, type CaseRow } from '@app/cases';
import { DomainError, holdsRole, notFound, SYSTEM, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { desksOf, noneShutOut } from '../desks.js';
import type { Voice } from '../domain/kinds.js';
import { ThreadStore, type RequestRow } from './thread-store.js';

/** A thread, and on which side of it the actor is. */
export interface SeenThread {
  readonly request: RequestRow;
  readonly voice: Voice;
}

/** Who sees which thread: the organ that was asked, its own alone; those who may ask, all of cases they may see. */
@Injectable()
export class ThreadAccess {
  constructor(
    private readonly database: Database,
    private readonly store: ThreadStore,
    private readonly files: FileAccess,
  ) {}

  /** @throws DomainError liaison.request.not-found */
  async find(tx: Tx, actor: Actor, id: Id): Promise<SeenThread> {
    const request = await this.store.find(tx, id);
    if (!request) throw notFound('liaison.request');
    if (await answersFor(tx, actor, request)) return { request, voice: 'ORGAN' };
    await this.caseOf(tx, actor, request.caseId).catch((error: unknown) => {
      throw error instanceof DomainError && error.kind === 'not-found' ? notFound('liaison.request') : error;
    });
    return { request, voice: 'STAFF' };
  }

  /** The same, by that side only, under the lock of the case, whose clocks will change. @throws as {@link find} */
  async hold(tx: Tx, actor: Actor, id: Id, side: Voice): Promise<RequestRow> {
    const { request, voice } = await this.find(tx, actor, id);
    if (voice !== side) throw notFound('liaison.request');
    // The organ may have no part in the case but this; that it has was judged above.
    await lockCase(tx, SYSTEM, request.caseId);
    return (await this.store.find(tx, id))!;
  }

  /** A case for somebody who may ask about it. @throws DomainError cases.case.not-found */
  async caseOf(tx: Tx, actor: Actor, caseId: Id, lock = false): Promise<CaseRow> {
    if (!actor.permissions.has('liaison.ask')) throw notFound('cases.case');
    const row = await (lock ? lockCase(tx, actor, caseId) : findCase(tx, actor, caseId));
    // Of a mediation, only the centre: what is said there stays behind the wall (实施条例 2026 第48条).
    const centre = holdsRole(actor, 'centre_staff') || holdsRole(actor, 'centre_manager');
    if (row.procedure === 'mediation' && !centre) throw notFound('cases.case');
    return row;
  }

  /**
   * Files one side may show to the other: an organ what it handed in, staff what they may read; none of a mediation.
   * Asked before a transaction is begun.
   * @throws DomainError liaison.behind-the-wall, documents.file.not-found
   */
  async mayShow(
    actor: Actor,
    at: { caseId: Id; procedure: string; organId: Id | null },
    fileIds: readonly Id[],
  ): Promise<void> {
    if (fileIds.length === 0) return;
    if (at.procedure === 'mediation') throw behindTheWall();
    if (at.organId === null) {
      for (const id of fileIds) {
        const { file } = await this.files.fileFor(actor, id);
        if (file.caseId !== at.caseId) throw notFound('documents.file');
      }
      return;
    }
    const own = await this.database.read<{ n: number }>(OWN_FILES, [fileIds, at.caseId, at.organId]);
    if (own[0]!.n !== fileIds.length) throw notFound('documents.file');
  }
}

async function answersFor(tx: Tx, actor: Actor, { organId, disputeId }: RequestRow): Promise<boolean> {
  const { organs, persons } = desksOf(actor);
  if (!actor.permissions.has('liaison.answer') || !organs.includes(organId)) return false;
  const [row] = await sql(tx, `SELECT 1 WHERE ${noneShutOut('$1::uuid', '$2')}`, [disputeId, persons]);
  return row !== undefined;
}

export function behindTheWall(): DomainError {
  return new DomainError('liaison.behind-the-wall', {
    detail: '调解案件的材料不能通过交办、协办往来提供。',
    article: '实施条例 2026 第48条',
  });
}

const OWN_FILES = `SELECT count(*)::int AS n FROM documents.file
  WHERE id = ANY($1::uuid[]) AND case_id = $2 AND organ_id = $3 AND withdrawn_on IS NULL`;
