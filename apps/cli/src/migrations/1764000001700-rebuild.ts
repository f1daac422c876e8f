import type { MigrationInterface, QueryRunner } from 'typeorm';

const SYSTEM = '00000000-0000-7000-8000-000000000000';
const BATCH = 500;
const BASELINE_FUNCTIONS = [
  'cases.take_baseline(uuid, int)',
  'cases.baseline_of_case(uuid)',
  'cases.baseline_participants(uuid, uuid)',
];

export class Rebuild1764000001700 implements MigrationInterface {
  name = 'Rebuild1764000001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cases.rebuild_proof (
      id uuid NOT NULL CONSTRAINT pk_rebuild_proof PRIMARY KEY,
      night date NOT NULL,
      since timestamptz,
      suspects uuid[] NOT NULL DEFAULT '{}',
      cursor uuid NOT NULL,
      cases int NOT NULL DEFAULT 0,
      found int NOT NULL DEFAULT 0,
      differences jsonb NOT NULL DEFAULT '[]',
      started_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz
    )`);
    await runner.query('CREATE UNIQUE INDEX ux_rebuild_proof_night ON cases.rebuild_proof (night)');
    for (const statement of BASELINE) await runner.query(statement);
    await this.takeBaseline(runner);
    for (const name of BASELINE_FUNCTIONS) await runner.query(`DROP FUNCTION ${name}`);
  }

  /**
   * Releases before this one kept less in the trail. What disputes and cases are at the upgrade is put there, once, so
   * that they can be rebuilt from then on.
   */
  private async takeBaseline(runner: QueryRunner): Promise<void> {
    for (let after = SYSTEM; ;) {
      const taken = (await runner.query('SELECT cases.take_baseline($1, $2) AS last', [after, BATCH])) as [
        { last: string | null },
      ];
      if (taken[0].last === null) return;
      after = taken[0].last;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cases.rebuild_proof');
  }
}

/** In the shapes of `cases/as-of/domain/changes.ts` and of deadlines' clocks; also for benchmarks, which fill tables. */
export const BASELINE = [
  `CREATE FUNCTION cases.baseline_participants(of_dispute uuid, of_case uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('is', 'participant-added/1', 'id', id, 'caseId', case_id, 'role', role,
        'personId', person_id, 'organId', organ_id, 'since', since) ORDER BY id), '[]')
      || coalesce(jsonb_agg(jsonb_build_object('is', 'participants-ended/1', 'ids', jsonb_build_array(id), 'until', until))
        FILTER (WHERE until IS NOT NULL), '[]')
    FROM cases.participant WHERE dispute_id = of_dispute AND case_id IS NOT DISTINCT FROM of_case $$`,
  `CREATE FUNCTION cases.baseline_of_case(of_case uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(jsonb_build_object('is', 'case/1', 'state', state, 'open', open, 'version', version,
        'openedOn', opened_on, 'closedOn', closed_on))
      || CASE WHEN handler_id IS NULL THEN '[]'
           ELSE jsonb_build_array(jsonb_build_object('is', 'handler-set/1', 'personId', handler_id)) END
      || cases.baseline_participants(dispute_id, of_case)
      || (SELECT coalesce(jsonb_agg(jsonb_build_object('is', 'clock-started/1', 'id', c.id, 'concernsId', c.concerns_id,
              'rule', c.rule, 'variant', c.variant, 'ruleName', c.rule_name, 'article', c.article,
              'responsible', c.responsible, 'startsOn', c.starts_on, 'amount', c.amount, 'unit', c.unit, 'roll', c.roll,
              'backward', c.backward, 'rawDueOn', c.raw_due_on, 'dueOn', c.due_on, 'excludedDays', c.excluded_days,
              'provisional', c.provisional, 'calendarVersion', c.calendar_version) ORDER BY c.id), '[]')
            || coalesce(jsonb_agg(jsonb_build_object('is', 'clock-moved/1', 'act', 'baseline', 'id', c.id,
              'state', c.state, 'suspensions', c.suspensions, 'exclusions', c.exclusions, 'extensions', c.extensions,
              'rawDueOn', c.raw_due_on, 'dueOn', c.due_on, 'excludedDays', c.excluded_days,
              'provisional', c.provisional, 'calendarVersion', c.calendar_version, 'closedOn', c.closed_on)), '[]')
          FROM deadlines.clock c WHERE c.subject_id = of_case)
    FROM cases.case_file WHERE id = of_case $$`,
  // Ids of the entries are made as the service makes its own, so that later ones come after them.
  `CREATE FUNCTION cases.take_baseline(after uuid, most int) RETURNS uuid LANGUAGE plpgsql AS $$
    DECLARE
      last uuid;
      entries jsonb;
    BEGIN
      WITH d AS (SELECT id FROM cases.dispute WHERE id > after AND status <> 'DRAFT' ORDER BY id LIMIT most),
        subject AS (
          SELECT 'dispute' AS type, id, id AS scope, cases.baseline_participants(id, NULL) AS changes FROM d
          UNION ALL
          SELECT 'case', f.id, d.id, cases.baseline_of_case(f.id) FROM cases.case_file f JOIN d ON d.id = f.dispute_id),
        numbered AS (
          SELECT s.*, ('x' || right(s.id::text, 2))::bit(8)::int % 64 AS chain,
            lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') AS ms,
            md5(s.id::text) AS tail FROM subject s)
      SELECT jsonb_agg(jsonb_build_object(
          'id', left(ms, 8) || '-' || right(ms, 4) || '-7' || left(tail, 3) || '-8' || substr(tail, 4, 3) || '-' || right(tail, 12),
          'chain', chain, 'actorId', '${SYSTEM}', 'action', 'cases.take-baseline', 'subjectType', type, 'subjectId', id,
          'scopeId', scope, 'detail', jsonb_build_object('changes', changes)) ORDER BY chain),
        (SELECT id FROM d ORDER BY id DESC LIMIT 1)
      INTO entries, last FROM numbered;
      IF entries IS NOT NULL THEN PERFORM audit.append(entries); END IF;
      RETURN last;
    END $$`,
];
