import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerImport1764000000610 implements MigrationInterface {
  name = 'LedgerImport1764000000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cases.ledger_import (
      id uuid NOT NULL CONSTRAINT pk_ledger_import PRIMARY KEY,
      state text NOT NULL,
      dry_run boolean NOT NULL,
      total int NOT NULL,
      done int NOT NULL DEFAULT 0,
      imported int NOT NULL DEFAULT 0,
      skipped int NOT NULL DEFAULT 0,
      errors jsonb NOT NULL DEFAULT '[]',
      created_by uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      CONSTRAINT ck_ledger_import_state CHECK (state IN ('RUNNING','DONE','REFUSED','FAILED'))
    )`);
    await runner.query('CREATE INDEX ix_ledger_import_created_by ON cases.ledger_import (created_by, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cases.ledger_import');
  }
}
