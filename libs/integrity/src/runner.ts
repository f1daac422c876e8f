import { record } from '@app/audit';
import { isNight } from '@app/cases';
import { Clock, newId, SYSTEM, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { checkAfter, checkOf, CHECKS } from './checks/index.js';
import { tellOwners } from './messages.js';
import { BEFORE_ALL, nextPortion, type Hit } from './portion.js';
import type { CheckCount } from './store/run.entity.js';

interface Run {
  id: Id;
  night: CalendarDate | null;
  businessOn: CalendarDate;
  checkCode: string;
  cursor: Id;
}

/** What a step of the open run came to. */
export type StepResult = 'more' | 'ended' | 'busy' | 'none';

/**
 * Walks through the checks, a portion in a transaction. There is one open run at a time: any number of workers may step
 * it, one after the other, and where one was killed another goes on.
 */
@Injectable()
export class IntegrityRunner {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Begins the run of this night, unless it is day, there was one, or another run is under way (then a little later). */
  async beginNight(): Promise<void> {
    if (!isNight(this.clock.now())) return;
    const today = this.clock.today();
    await this.database.read(BEGIN_NIGHT, [newId(), today, CHECKS[0]!.code, BEFORE_ALL]);
  }

  /** Begins a run somebody asks for; the one under way, if there is one. */
  async begin(actor: Actor): Promise<Id> {
    return this.database.transaction(async (tx) => {
      const id = newId();
      const values = [id, this.clock.today(), CHECKS[0]!.code, BEFORE_ALL, actor.personId];
      const [begun] = await sql<{ id: Id }>(tx, BEGIN, values);
      if (begun) {
        record(tx, actor, { action: 'integrity.begin-run', subjectType: 'integrity-run', subjectId: id });
        return id;
      }
      const [open] = await sql<{ id: Id }>(tx, 'SELECT id FROM integrity.run WHERE ended_at IS NULL');
      // It has ended between the two statements: then it is as good as one that begins now.
      return open?.id ?? (await sql<{ id: Id }>(tx, 'SELECT id FROM integrity.run ORDER BY id DESC LIMIT 1'))[0]!.id;
    });
  }

  /** Looks at the next portion of the open run. `busy`: another worker is at it. */
  async step(): Promise<StepResult> {
    return this.database.transaction(async (tx) => {
      const [run] = await sql<Run>(tx, CLAIM);
      if (!run)
        return (await sql(tx, 'SELECT 1 FROM integrity.run WHERE ended_at IS NULL')).length > 0 ? 'busy' : 'none';
      const check = checkOf(run.checkCode) ?? CHECKS[0]!;
      // On a connection of its own: all rows in the snapshot of one statement, planned for its values.
      const { walked, last, hits } = await nextPortion(this.database, check, {
        after: check.code === run.checkCode ? run.cursor : BEFORE_ALL,
        today: run.businessOn,
        now: this.clock.now(),
        figure: await figureOf(tx, check.code),
      });
      const count = await note(tx, run, check.code, hits);
      const next = last === null ? checkAfter(check.code) : check;
      await sql(tx, NOTE, [
        run.id,
        next?.code ?? check.code,
        last ?? BEFORE_ALL,
        walked,
        check.code,
        count.found,
        count.fresh,
      ]);
      if (next) return 'more';
      await this.end(tx, run);
      return 'ended';
    });
  }

  /** What was not found again is mended; whoever has something new is told, of a night's run. */
  private async end(tx: Tx, run: Run): Promise<void> {
    const resolved = await sql(tx, RESOLVE, [run.id, run.businessOn]);
    const [ended] = await sql<{ walked: number; counts: Record<string, CheckCount> }>(tx, END, [run.id]);
    if (run.night !== null) await tellOwners(tx, this.notifications, run.night);
    const found = Object.values(ended!.counts).reduce((sum, count) => sum + count.found, 0);
    record(tx, SYSTEM, {
      action: 'integrity.check',
      subjectType: 'integrity-run',
      subjectId: run.id,
      detail: { night: run.night, walked: ended!.walked, found, resolved: resolved.length },
    });
  }
}

async function figureOf(tx: Tx, code: string): Promise<number> {
  const [set] = await sql<{ amount: number }>(tx, 'SELECT amount FROM integrity.check_setting WHERE check_code = $1', [
    code,
  ]);
  return set?.amount ?? checkOf(code)!.figure?.amount ?? 0;
}

async function note(tx: Tx, run: Run, code: string, hits: readonly Hit[]): Promise<CheckCount> {
  if (hits.length === 0) return { found: 0, fresh: 0 };
  const rows = hits.map((hit) => ({ id: newId(), ...hit }));
  const [count] = await sql<CheckCount>(tx, UPSERT, [JSON.stringify(rows), code, run.businessOn, run.id]);
  return count!;
}

const BEGIN_NIGHT = `
  INSERT INTO integrity.run (id, night, business_on, check_code, cursor) SELECT $1::uuid, $2::date, $2::date, $3, $4::uuid
  WHERE NOT EXISTS (SELECT 1 FROM integrity.run WHERE night >= $2::date) ON CONFLICT DO NOTHING`;

const BEGIN = `
  INSERT INTO integrity.run (id, business_on, check_code, cursor, requested_by) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING id`;

const CLAIM = `SELECT id, night, business_on AS "businessOn", check_code AS "checkCode", cursor FROM integrity.run
  WHERE ended_at IS NULL FOR UPDATE SKIP LOCKED`;

/** A finding that lasts keeps its first day; one accepted until a day that is over is open again, and told again. */
const UPSERT = `
  WITH hit AS (
    SELECT DISTINCT ON (h."subjectId") h.* FROM jsonb_to_recordset($1::jsonb)
      AS h(id uuid, "subjectId" uuid, "disputeId" uuid, "caseId" uuid, "ownerId" uuid)
  ), written AS (
    INSERT INTO integrity.finding AS f
      (id, check_code, subject_id, dispute_id, case_id, owner_id, first_seen_on, last_seen_on, last_run_id)
    SELECT id, $2, "subjectId", "disputeId", "caseId", "ownerId", $3::date, $3::date, $4::uuid FROM hit
    ON CONFLICT (check_code, subject_id) WHERE state <> 'RESOLVED' DO UPDATE SET
      last_seen_on = excluded.last_seen_on, last_run_id = excluded.last_run_id, owner_id = excluded.owner_id,
      dispute_id = excluded.dispute_id, case_id = excluded.case_id,
      told_on = CASE WHEN f.owner_id IS NOT DISTINCT FROM excluded.owner_id
        AND NOT (f.state = 'ACCEPTED' AND f.accepted_until < $3::date) THEN f.told_on END,
      version = f.version + CASE WHEN f.state = 'ACCEPTED' AND f.accepted_until < $3::date THEN 1 ELSE 0 END,
      state = CASE WHEN f.state = 'ACCEPTED' AND f.accepted_until >= $3::date THEN 'ACCEPTED' ELSE 'OPEN' END
    RETURNING f.first_seen_on, f.last_run_id, xmax = 0 AS fresh
  )
  SELECT count(*)::int AS found, count(*) FILTER (WHERE fresh)::int AS fresh FROM written`;

const NOTE = `
  UPDATE integrity.run SET check_code = $2, cursor = $3, walked = walked + $4,
    counts = counts || jsonb_build_object($5::text, jsonb_build_object(
      'found', coalesce((counts->$5::text->>'found')::int, 0) + $6::int,
      'fresh', coalesce((counts->$5::text->>'fresh')::int, 0) + $7::int))
  WHERE id = $1`;

const RESOLVE = `
  UPDATE integrity.finding SET state = 'RESOLVED', resolved_on = $2, version = version + 1
  WHERE state <> 'RESOLVED' AND last_run_id <> $1 RETURNING 1`;

const END = `UPDATE integrity.run SET ended_at = now() WHERE id = $1 RETURNING walked, counts`;
