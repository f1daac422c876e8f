import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Portal1764000001600 implements MigrationInterface {
  name = 'Portal1764000001600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA portal CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA portal',
  `CREATE TABLE portal.access_failure (
    key_hash bytea NOT NULL CONSTRAINT pk_access_failure PRIMARY KEY,
    failures int NOT NULL,
    locked_until timestamptz,
    forget_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_access_failure_forget ON portal.access_failure (forget_at)',
  `CREATE TABLE portal.draft (
    id uuid NOT NULL CONSTRAINT pk_portal_draft PRIMARY KEY,
    code_hash bytea NOT NULL,
    content bytea NOT NULL,
    version int NOT NULL DEFAULT 1,
    expires_on date NOT NULL,
    saved_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_draft_expires ON portal.draft (expires_on)',
  `CREATE TABLE portal.submission (
    id uuid NOT NULL CONSTRAINT pk_submission PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_submission_dispute REFERENCES cases.dispute (id),
    case_id uuid NOT NULL CONSTRAINT fk_submission_case REFERENCES cases.case_file (id),
    number text NOT NULL,
    case_number text NOT NULL,
    code_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,
    received_on date NOT NULL,
    content_hash bytea NOT NULL,
    content bytea NOT NULL
  )`,
  'CREATE UNIQUE INDEX ux_submission_case ON portal.submission (case_id)',
  'CREATE UNIQUE INDEX ux_submission_number ON portal.submission (number)',
  'CREATE UNIQUE INDEX ux_submission_case_number ON portal.submission (case_number)',
  `CREATE TABLE portal.request (
    id uuid NOT NULL CONSTRAINT pk_request PRIMARY KEY,
    submission_id uuid NOT NULL CONSTRAINT fk_request_submission REFERENCES portal.submission (id),
    case_id uuid NOT NULL CONSTRAINT fk_request_case REFERENCES cases.case_file (id),
    kind text NOT NULL,
    state text NOT NULL,
    version int NOT NULL DEFAULT 1,
    content bytea NOT NULL,
    content_hash bytea NOT NULL,
    received_at timestamptz NOT NULL,
    received_on date NOT NULL,
    outcome text,
    reply bytea,
    settled_by uuid,
    settled_at timestamptz,
    CONSTRAINT ck_request_kind CHECK (kind IN ('SUPPLEMENT','WITHDRAWAL','MEDIATION','HEARING','RECUSAL')),
    CONSTRAINT ck_request_state CHECK (state IN ('OPEN','SETTLED')),
    CONSTRAINT ck_request_outcome CHECK (outcome IN ('GRANTED','REFUSED','NOTED')),
    CONSTRAINT ck_request_settled CHECK ((state = 'SETTLED') = (outcome IS NOT NULL))
  )`,
  'CREATE INDEX ix_request_case ON portal.request (case_id, id)',
  `CREATE UNIQUE INDEX ux_request_open ON portal.request (case_id, kind)
    WHERE state = 'OPEN' AND kind IN ('WITHDRAWAL','MEDIATION','HEARING')`,
];
