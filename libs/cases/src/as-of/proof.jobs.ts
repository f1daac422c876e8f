import { record } from '@app/audit';
import { Clock, newId, SYSTEM, type CalendarDate, type Id } from '@app/kernel';
import { Database, Every, sql, type Tx } from '@app/platform';
import { Inject, Injectable, Module, Optional, type DynamicModule } from '@nestjs/common';
import { isNight, PROVE_ALL_DAYS } from './domain/night.js';
import { BEFORE_ALL, RebuildProver, type ProofBatch } from './prover.js';

/** Differences kept with a proof; one that has found more proves all cases the next time. */
const KEPT = 1000;

interface Run {
  id: Id;
  night: CalendarDate;
  since: Date | null;
  suspects: Id[];
  cursor: Id;
}

const DAYS = Symbol('PROVE_ALL_DAYS');

/** Given once to an app that works jobs: how often all cases are proved, in days. */
@Module({})
export class RebuildProofModule {
  static forRoot(proveAllDays: number): DynamicModule {
    const given = { provide: DAYS, useValue: proveAllDays };
    return { module: RebuildProofModule, global: true, providers: [given], exports: [DAYS] };
  }
}

/** The nightly proof, batch by batch in whichever worker comes first; another goes on where one was stopped. */
@Injectable()
export class ProofJobs {
  constructor(
    private readonly database: Database,
    private readonly prover: RebuildProver,
    private readonly clock: Clock,
    @Optional() @Inject(DAYS) private readonly proveAllDays: number = PROVE_ALL_DAYS,
  ) {}

  @Every(60_000, 'cases.prove-rebuild')
  async prove(): Promise<boolean> {
    if (isNight(this.clock.now())) await this.begin();
    return this.database.transaction(async (tx) => {
      const [run] = await sql<Run>(tx, CLAIM);
      if (!run) return false;
      // On a connection of its own: rows and trail in the snapshot of one statement.
      const batch = await this.prover.next(run.cursor, run);
      await this.note(tx, run, batch);
      return true;
    });
  }

  private async begin(): Promise<void> {
    const night = this.clock.today();
    await this.database.read(BEGIN, [newId(), night, BEFORE_ALL, this.proveAllDays, KEPT]);
  }

  private async note(tx: Tx, run: Run, { cases, differences, last }: ProofBatch): Promise<void> {
    const [so] = await sql<{ cases: number; found: number }>(tx, NOTE, [
      run.id,
      last,
      cases,
      differences.length,
      JSON.stringify(differences),
      KEPT,
    ]);
    if (last !== null) return;
    record(tx, SYSTEM, {
      action: 'cases.prove-rebuild',
      subjectType: 'rebuild-proof',
      subjectId: run.id,
      detail: { night: run.night, all: run.since === null, cases: so!.cases, differences: so!.found },
    });
  }
}

/**
 * Since an hour before the proof before began: acts get their ids before they are committed. All cases if there was no
 * proof before, if all were last proved that long ago, or if more differed than could be kept.
 */
const BEGIN = `
  WITH before AS (SELECT * FROM cases.rebuild_proof WHERE ended_at IS NOT NULL ORDER BY night DESC LIMIT 1),
    whole AS (SELECT max(night) AS night FROM cases.rebuild_proof WHERE ended_at IS NOT NULL AND since IS NULL)
  INSERT INTO cases.rebuild_proof (id, night, cursor, since, suspects)
  SELECT $1, $2::date, $3,
    (SELECT before.started_at - interval '1 hour' FROM before, whole
      WHERE whole.night > $2::date - $4::int AND before.found <= $5::int),
    coalesce((SELECT array_agg(DISTINCT (d->>'caseId')::uuid) FROM before, jsonb_array_elements(before.differences) AS d), '{}')
  WHERE NOT EXISTS (SELECT 1 FROM cases.rebuild_proof WHERE night >= $2::date)
  ON CONFLICT (night) DO NOTHING`;

const CLAIM = `SELECT id, night, since, suspects, cursor FROM cases.rebuild_proof
  WHERE ended_at IS NULL ORDER BY night LIMIT 1 FOR UPDATE SKIP LOCKED`;

const NOTE = `UPDATE cases.rebuild_proof SET cursor = coalesce($2, cursor), cases = cases + $3, found = found + $4,
    differences = CASE WHEN jsonb_array_length(differences) < $6 THEN differences || $5::jsonb ELSE differences END,
    ended_at = CASE WHEN $2::uuid IS NULL THEN now() END
  WHERE id = $1 RETURNING cases, found`;
