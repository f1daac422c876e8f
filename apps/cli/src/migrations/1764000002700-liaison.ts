import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organs owe: requests to them with their threads, acknowledgements, requests for more time, the weekly digest. */
export class Liaison1764000002700 implements MigrationInterface {
  name = 'Liaison1764000002700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA liaison CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA liaison',
  `CREATE TABLE liaison.request (
    id uuid NOT NULL CONSTRAINT pk_request PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_request_case REFERENCES cases.case_file (id),
    dispute_id uuid NOT NULL CONSTRAINT fk_request_dispute REFERENCES cases.dispute (id),
    organ_id uuid NOT NULL CONSTRAINT fk_request_organ REFERENCES directory.organ (id),
    kind text NOT NULL,
    state text NOT NULL,
    asked_by uuid NOT NULL,
    asked_on date NOT NULL,
    clock_id uuid NOT NULL,
    closed_on date,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_request_kind CHECK (kind IN ('ASSIGNED','ASSISTANCE','FACTS','POSITION','NOTICE')),
    CONSTRAINT ck_request_state CHECK (state IN ('OPEN','ANSWERED','WITHDRAWN')),
    CONSTRAINT ck_request_closed CHECK ((state = 'OPEN') = (closed_on IS NULL))
  )`,
  'CREATE INDEX ix_request_case ON liaison.request (case_id, id)',
  'CREATE INDEX ix_request_organ ON liaison.request (organ_id, state)',
  `CREATE UNIQUE INDEX ux_request_open ON liaison.request (case_id, organ_id) WHERE state = 'OPEN'`,
  `CREATE TABLE liaison.message (
    id uuid NOT NULL CONSTRAINT pk_message PRIMARY KEY,
    request_id uuid NOT NULL CONSTRAINT fk_message_request REFERENCES liaison.request (id),
    kind text NOT NULL,
    voice text NOT NULL,
    person_id uuid NOT NULL,
    content bytea NOT NULL,
    file_ids uuid[] NOT NULL DEFAULT '{}',
    at timestamptz NOT NULL,
    CONSTRAINT ck_message_voice CHECK (voice IN ('ORGAN','STAFF')),
    CONSTRAINT ck_message_kind CHECK (kind IN ('REQUEST','MESSAGE','ANSWER','MORE_TIME','TIME_DECIDED','WITHDRAWAL'))
  )`,
  'CREATE INDEX ix_message_request ON liaison.message (request_id, id)',
  `CREATE TABLE liaison.read_mark (
    request_id uuid NOT NULL CONSTRAINT fk_read_mark_request REFERENCES liaison.request (id),
    person_id uuid NOT NULL,
    read_at timestamptz NOT NULL,
    CONSTRAINT pk_read_mark PRIMARY KEY (request_id, person_id)
  )`,
  `CREATE TABLE liaison.acknowledgement (
    clock_id uuid NOT NULL,
    organ_id uuid NOT NULL CONSTRAINT fk_acknowledgement_organ REFERENCES directory.organ (id),
    person_id uuid NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_acknowledgement PRIMARY KEY (clock_id, organ_id)
  )`,
  `CREATE TABLE liaison.more_time (
    id uuid NOT NULL CONSTRAINT pk_more_time PRIMARY KEY,
    clock_id uuid NOT NULL,
    organ_id uuid NOT NULL CONSTRAINT fk_more_time_organ REFERENCES directory.organ (id),
    days int NOT NULL,
    reason bytea NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    outcome text NOT NULL,
    answer bytea,
    decided_by uuid,
    decided_at timestamptz,
    CONSTRAINT ck_more_time_outcome CHECK (outcome IN ('ASKED','GRANTED','REFUSED','NOT_PROVIDED')),
    CONSTRAINT ck_more_time_days CHECK (days > 0)
  )`,
  'CREATE UNIQUE INDEX ux_more_time_clock ON liaison.more_time (clock_id)',
  `CREATE TABLE liaison.digest (
    week date NOT NULL CONSTRAINT pk_digest PRIMARY KEY,
    sent_at timestamptz NOT NULL,
    messages int NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE liaison.digest_setting (
    id uuid NOT NULL CONSTRAINT pk_digest_setting PRIMARY KEY,
    weekday int NOT NULL,
    at text NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_digest_setting_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT ck_digest_setting_at CHECK (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
  )`,
  `INSERT INTO liaison.digest_setting (id, weekday, at) VALUES ('0192a000-0000-7000-8000-00000000d1ae', 1, '08:30')`,
];
