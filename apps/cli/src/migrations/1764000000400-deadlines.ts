import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deadlines1764000000400 implements MigrationInterface {
  name = 'Deadlines1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA deadlines');
    for (const statement of [...CALENDAR, ...CLOCK, ...FUNCTIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA deadlines CASCADE');
  }
}

const CALENDAR = [
  `CREATE TABLE deadlines.calendar_year (
    year smallint NOT NULL CONSTRAINT pk_calendar_year PRIMARY KEY,
    id uuid NOT NULL,
    source text NOT NULL,
    notice_url text,
    loaded_at timestamptz NOT NULL DEFAULT now(),
    loaded_by uuid,
    version int NOT NULL,
    recounted_at timestamptz
  )`,
  'CREATE UNIQUE INDEX ux_calendar_year_id ON deadlines.calendar_year (id)',
  `CREATE TABLE deadlines.calendar_day (
    date date NOT NULL CONSTRAINT pk_calendar_day PRIMARY KEY,
    working boolean NOT NULL,
    name text NOT NULL,
    year smallint NOT NULL CONSTRAINT fk_calendar_day_year REFERENCES deadlines.calendar_year (year),
    source text NOT NULL
  )`,
  `CREATE TABLE deadlines.rule_setting (
    key text NOT NULL CONSTRAINT pk_rule_setting PRIMARY KEY,
    id uuid NOT NULL,
    amount int,
    version int NOT NULL DEFAULT 1,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL,
    CONSTRAINT ck_rule_setting_amount CHECK (amount IS NULL OR amount > 0)
  )`,
  'CREATE UNIQUE INDEX ux_rule_setting_id ON deadlines.rule_setting (id)',
];

const CLOCK = [
  `CREATE TABLE deadlines.clock (
    id uuid NOT NULL CONSTRAINT pk_clock PRIMARY KEY,
    subject_id uuid NOT NULL,
    scope_id uuid NOT NULL,
    concerns_id uuid,
    rule text NOT NULL,
    variant text,
    rule_name text NOT NULL,
    article text NOT NULL,
    responsible text NOT NULL,
    starts_on date NOT NULL,
    amount int NOT NULL,
    unit text NOT NULL,
    roll boolean NOT NULL,
    backward boolean NOT NULL,
    suspensions jsonb NOT NULL DEFAULT '[]',
    exclusions jsonb NOT NULL DEFAULT '[]',
    extensions jsonb NOT NULL DEFAULT '[]',
    extension_days int NOT NULL DEFAULT 0,
    raw_due_on date NOT NULL,
    due_on date NOT NULL,
    excluded_days int NOT NULL,
    provisional boolean NOT NULL,
    calendar_version int NOT NULL,
    state text NOT NULL,
    closed_on date,
    expired_at timestamptz,
    on_expiry text,
    version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_clock_state CHECK (state IN ('RUNNING','SUSPENDED','MET','CANCELLED')),
    CONSTRAINT ck_clock_unit CHECK (unit IN ('working-day','calendar-day','month','year')),
    CONSTRAINT ck_clock_closed CHECK ((closed_on IS NULL) = (state IN ('RUNNING','SUSPENDED')))
  )`,
  `CREATE UNIQUE INDEX ux_clock_open ON deadlines.clock (subject_id, rule, concerns_id) NULLS NOT DISTINCT WHERE state IN ('RUNNING','SUSPENDED')`,
  'CREATE INDEX ix_clock_subject ON deadlines.clock (subject_id)',
  'CREATE INDEX ix_clock_scope ON deadlines.clock (scope_id)',
  `CREATE INDEX ix_clock_expiring ON deadlines.clock (due_on) WHERE state = 'RUNNING' AND expired_at IS NULL`,
  `CREATE INDEX ix_clock_overdue ON deadlines.clock (expired_at) WHERE state = 'RUNNING' AND expired_at IS NOT NULL`,
  `CREATE INDEX ix_clock_provisional ON deadlines.clock (due_on)
    WHERE provisional AND state IN ('RUNNING','SUSPENDED')`,
];

const FUNCTIONS = [
  `CREATE FUNCTION deadlines.next_due(scope uuid) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT min(c.due_on) FROM deadlines.clock c WHERE c.scope_id = scope AND c.state = 'RUNNING' $$`,
  // Each statement of a volatile function sees what was committed before it, so the versions are those under the lock.
  `CREATE FUNCTION deadlines.hold_basis(OUT calendar int, OUT settings bigint) LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(7310024);
      SELECT coalesce(max(y.version), 0) INTO calendar FROM deadlines.calendar_year y;
      SELECT coalesce(sum(s.version), 0) INTO settings FROM deadlines.rule_setting s;
    END $$`,
  `CREATE FUNCTION deadlines.lock_basis() RETURNS void LANGUAGE sql VOLATILE AS $$
    SELECT pg_advisory_xact_lock(7310024) $$`,
];
