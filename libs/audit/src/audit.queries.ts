import type { Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** An entry as auditors and histories see it. */
export class AuditEntryView {
  id!: string;
  at!: Date;
  actorId!: string;
  requestId!: string | null;
  action!: string;
  subjectType!: string;
  subjectId!: string;
  scopeId!: string | null;
  detail!: Record<string, unknown>;
}

export interface AuditFilter {
  scopeId?: Id | undefined;
  actorId?: Id | undefined;
  action?: string | undefined;
  /** Entries before this one. */
  before?: Id | undefined;
  /** Records whose entries are left out. */
  except?: readonly Id[] | undefined;
  /** Acts that are left out. */
  exceptActions?: readonly string[] | undefined;
  limit: number;
}

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(filter: AuditFilter): Promise<AuditEntryView[]> {
    return this.database.read<AuditEntryView>(
      `${SELECT}
       WHERE ($1::uuid IS NULL OR scope_id = $1) AND ($2::uuid IS NULL OR actor_id = $2)
         AND ($3::text IS NULL OR action = $3) AND ($4::uuid IS NULL OR id < $4)
         AND subject_id <> ALL ($6::uuid[]) AND action <> ALL ($7::text[])
       ORDER BY id DESC LIMIT $5`,
      [
        filter.scopeId ?? null,
        filter.actorId ?? null,
        filter.action ?? null,
        filter.before ?? null,
        filter.limit,
        filter.except ?? [],
        filter.exceptActions ?? [],
      ],
    );
  }

  /** All of one record's history, oldest first, within a transaction. */
  async trail(tx: Tx, scopeId: Id): Promise<AuditEntryView[]> {
    return sql<AuditEntryView>(tx, `${SELECT} WHERE scope_id = $1 ORDER BY id`, [scopeId]);
  }
}

const SELECT = `SELECT id, at, actor_id AS "actorId", request_id AS "requestId", action, subject_type AS "subjectType",
  subject_id AS "subjectId", scope_id AS "scopeId", detail FROM audit.entry`;
