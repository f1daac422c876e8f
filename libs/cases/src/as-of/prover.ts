import type { Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { differences, type Stored } from './domain/compare.js';
import { rebuild, type TrailEntry } from './domain/rebuild.js';

/** A field in which a case's rows are not what the trail says. */
export interface Difference {
  readonly caseId: Id;
  readonly field: string;
}

/** Which cases are to be proved: all of them, or only … */
export interface ProofScope {
  /** … those about which something was kept since then, or whose row was written since, */
  readonly since?: Date | null;
  /** … and these besides, */
  readonly suspects?: readonly Id[];
  /** … or only one. */
  readonly caseId?: Id;
}

export interface ProofBatch {
  readonly cases: number;
  readonly differences: readonly Difference[];
  /** The last case looked at; null if there are no more. */
  readonly last: Id | null;
}

export const BEFORE_ALL: Id = '00000000-0000-0000-0000-000000000000';
/** Cases of one statement: some megabytes at most, however many there are in all. */
const BATCH = 200;

interface Loaded extends Stored {
  id: Id;
  entries: Omit<TrailEntry, 'at'>[];
}

/** Proves that the rows of cases are what folding the trail gives. Reads only; what differs is told, never repaired. */
@Injectable()
export class RebuildProver {
  constructor(private readonly database: Database) {}

  /** Proves the next cases after one, in the order of their ids; rows and trail are of the same moment. */
  async next(after: Id, { since = null, suspects = [], caseId }: ProofScope): Promise<ProofBatch> {
    const loaded = await this.database.read<Loaded>(CASES, [
      after,
      BATCH,
      since,
      since === null ? null : leastIdOf(since),
      suspects,
      caseId ?? null,
    ]);
    return {
      cases: loaded.length,
      differences: loaded.flatMap((each) => differencesOf(each)),
      last: loaded.length === BATCH ? loaded.at(-1)!.id : null,
    };
  }

  /** Every batch in turn. */
  async *all(scope: ProofScope): AsyncGenerator<ProofBatch> {
    for (let after: Id | null = BEFORE_ALL; after !== null;) {
      const batch: ProofBatch = await this.next(after, scope);
      yield batch;
      after = batch.last;
    }
  }
}

function differencesOf({ id, entries, ...stored }: Loaded): Difference[] {
  const rebuilt = rebuild(
    id,
    entries.map((entry) => ({ ...entry, at: NOW })),
  );
  return differences(stored, rebuilt).map((field) => ({ caseId: id, field }));
}

/** The proof takes every entry there is. */
const NOW = new Date(0);

/** The least id that could have been given at an instant: ids are ordered by time. */
function leastIdOf(instant: Date): Id {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** One statement, so that rows and trail are of one snapshot; of the trail only what the fold looks at. */
const CASES = `
  SELECT f.id, f.state, f.open, f.version, f.handler_id AS "handlerId", f.opened_on AS "openedOn", f.closed_on AS "closedOn",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'concernsId', c.concerns_id, 'rule', c.rule, 'variant', c.variant,
        'ruleName', c.rule_name, 'article', c.article, 'responsible', c.responsible, 'startsOn', c.starts_on,
        'amount', c.amount, 'unit', c.unit, 'roll', c.roll, 'backward', c.backward, 'state', c.state,
        'suspensions', c.suspensions, 'exclusions', c.exclusions, 'extensions', c.extensions, 'rawDueOn', c.raw_due_on,
        'dueOn', c.due_on, 'excludedDays', c.excluded_days, 'provisional', c.provisional,
        'calendarVersion', c.calendar_version, 'closedOn', c.closed_on)), '[]')
      FROM deadlines.clock c WHERE c.subject_id = f.id) AS clocks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'caseId', p.case_id, 'role', p.role, 'personId', p.person_id,
        'organId', p.organ_id, 'since', p.since, 'until', p.until)), '[]')
      FROM cases.participant p WHERE p.dispute_id = f.dispute_id AND (p.case_id IS NULL OR p.case_id = f.id)) AS participants,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'action', e.action, 'subjectId', e.subject_id,
        'detail', jsonb_build_object('changes', e.detail->'changes', 'after', e.detail->'after',
          'calendarVersion', e.detail->'calendarVersion'))), '[]')
      FROM audit.entry e WHERE e.scope_id = f.dispute_id
        AND (e.detail ? 'changes' OR e.action = 'deadlines.recount-clock')) AS entries
  FROM cases.case_file f
  WHERE f.id > $1 AND ($6::uuid IS NULL OR f.id = $6) AND ($3::timestamptz IS NULL OR f.updated_at >= $3
    OR f.id = ANY ($5::uuid[]) OR EXISTS (SELECT 1 FROM audit.entry e WHERE e.scope_id = f.dispute_id AND e.id >= $4::uuid))
  ORDER BY f.id LIMIT $2`;
