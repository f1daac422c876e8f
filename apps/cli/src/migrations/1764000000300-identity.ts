import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1764000000300 implements MigrationInterface {
  name = 'Identity1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA identity',
  `CREATE TABLE identity.account (
    id uuid NOT NULL CONSTRAINT pk_account PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_account_person REFERENCES directory.person (id),
    login text NOT NULL,
    password_hash text NOT NULL,
    must_change_password boolean NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    last_login_at timestamptz,
    version int NOT NULL DEFAULT 1
  )`,
  'CREATE UNIQUE INDEX ux_account_person ON identity.account (person_id)',
  'CREATE UNIQUE INDEX ux_account_login ON identity.account (login)',
  `CREATE TABLE identity.login_failure (
    login_hash bytea NOT NULL CONSTRAINT pk_login_failure PRIMARY KEY,
    failures int NOT NULL,
    locked_until timestamptz,
    forget_at timestamptz NOT NULL
  )`,
  'CREATE INDEX ix_login_failure_forget ON identity.login_failure (forget_at)',
  `CREATE TABLE identity.session (
    id uuid NOT NULL CONSTRAINT pk_session PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_session_account REFERENCES identity.account (id),
    kind text NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    user_agent text,
    address text,
    CONSTRAINT ck_session_kind CHECK (kind IN ('COOKIE','BEARER'))
  )`,
  'CREATE UNIQUE INDEX ux_session_token ON identity.session (token_hash)',
  'CREATE INDEX ix_session_account ON identity.session (account_id, created_at)',
];
