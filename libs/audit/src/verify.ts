import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A place where the trail is not what was written. */
export interface AuditFault {
  chain: number;
  seq: number;
  /** The entry at or after which it shows; null if entries are missing at the end of a chain. */
  entryId: string | null;
  kind: 'changed' | 'unlinked' | 'missing' | 'tail-cut';
}

/** Proves the trail: every entry's hash, every link, no gap, no cut tail. */
@Injectable()
export class AuditVerifier {
  constructor(private readonly database: Database) {}

  /** The number of entries, and what is wrong, by chain and sequence; at most 1,000 faults. */
  async verify(): Promise<{ entries: number; faults: AuditFault[] }> {
    const [count] = await this.database.read<{ n: number }>('SELECT count(*) AS n FROM audit.entry');
    const faults = await this.database.read<AuditFault>(FAULTS);
    return { entries: count?.n ?? 0, faults };
  }
}

const FAULTS = `
  WITH linked AS (
    SELECT e.*, lag(e.seq, 1, 0) OVER w AS before_seq,
           lag(e.hash, 1, '\\x'::bytea) OVER w AS before_hash
    FROM audit.entry e WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq)
  ), judged AS (
    SELECT chain, seq, id,
      CASE
        WHEN hash <> audit.entry_hash(previous_hash, seq, id, at, actor_id, request_id, action, subject_type, subject_id, scope_id, detail) THEN 'changed'
        WHEN seq <> before_seq + 1 THEN 'missing'
        WHEN previous_hash <> before_hash THEN 'unlinked'
      END AS kind
    FROM linked
  )
  SELECT chain, seq, id AS "entryId", kind FROM judged WHERE kind IS NOT NULL
  UNION ALL
  SELECT c.id, c.seq, NULL, 'tail-cut' FROM audit.chain c
  LEFT JOIN LATERAL (SELECT seq, hash FROM audit.entry e WHERE e.chain = c.id ORDER BY seq DESC LIMIT 1) last ON true
  WHERE c.seq <> coalesce(last.seq, 0) OR c.hash <> coalesce(last.hash, '\\x'::bytea)
  ORDER BY 1, 2 LIMIT 1000`;
