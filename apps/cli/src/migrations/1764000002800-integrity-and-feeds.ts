import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IntegrityAndFeeds1764000002800 implements MigrationInterface {
  name = 'IntegrityAndFeeds1764000002800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...INTEGRITY, ...FEEDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA feeds CASCADE');
    await runner.query('DROP SCHEMA integrity CASCADE');
  }
}

const INTEGRITY = [
  'CREATE SCHEMA integrity',
  `CREATE TABLE integrity.run (
    id uuid NOT NULL CONSTRAINT pk_run PRIMARY KEY,
    night date,
    business_on date NOT NULL,
    requested_by uuid,
    check_code text NOT NULL,
    cursor uuid NOT NULL,
    walked int NOT NULL DEFAULT 0,
    counts jsonb NOT NULL DEFAULT '{}',
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
  )`,
  'CREATE UNIQUE INDEX ux_run_night ON integrity.run (night) WHERE night IS NOT NULL',
  'CREATE UNIQUE INDEX ux_run_open ON integrity.run ((ended_at IS NULL)) WHERE ended_at IS NULL',
  `CREATE TABLE integrity.finding (
    id uuid NOT NULL CONSTRAINT pk_finding PRIMARY KEY,
    check_code text NOT NULL,
    subject_id uuid NOT NULL,
    dispute_id uuid,
    case_id uuid,
    owner_id uuid,
    state text NOT NULL DEFAULT 'OPEN',
    first_seen_on date NOT NULL,
    last_seen_on date NOT NULL,
    last_run_id uuid NOT NULL,
    resolved_on date,
    told_on date,
    accepted_by uuid,
    accepted_on date,
    accepted_until date,
    accept_reason text,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_finding_state CHECK (state IN ('OPEN','RESOLVED','ACCEPTED')),
    CONSTRAINT ck_finding_resolved CHECK ((state = 'RESOLVED') = (resolved_on IS NOT NULL)),
    CONSTRAINT ck_finding_accepted CHECK (state <> 'ACCEPTED'
      OR num_nulls(accepted_by, accepted_on, accepted_until, accept_reason) = 0)
  )`,
  `CREATE UNIQUE INDEX ux_finding_current ON integrity.finding (check_code, subject_id) WHERE state <> 'RESOLVED'`,
  'CREATE INDEX ix_finding_check ON integrity.finding (check_code, state, id)',
  `CREATE INDEX ix_finding_untold ON integrity.finding (owner_id) WHERE state = 'OPEN' AND told_on IS NULL`,
  'CREATE INDEX ix_finding_resolved ON integrity.finding (resolved_on) WHERE resolved_on IS NOT NULL',
  `CREATE TABLE integrity.check_setting (
    check_code text NOT NULL CONSTRAINT pk_check_setting PRIMARY KEY,
    id uuid NOT NULL,
    amount int NOT NULL,
    version int NOT NULL DEFAULT 1,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL,
    CONSTRAINT ck_check_setting_amount CHECK (amount BETWEEN 0 AND 1000)
  )`,
  'CREATE UNIQUE INDEX ux_check_setting_id ON integrity.check_setting (id)',
];

const FEEDS = [
  'CREATE SCHEMA feeds',
  `CREATE TABLE feeds.feed (
    id uuid NOT NULL CONSTRAINT pk_feed PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_feed_person REFERENCES directory.person (id),
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    rotated_at timestamptz,
    read_on date,
    revoked_at timestamptz
  )`,
  'CREATE UNIQUE INDEX ux_feed_secret ON feeds.feed (secret_hash)',
  'CREATE INDEX ix_feed_person ON feeds.feed (person_id, id)',
];
