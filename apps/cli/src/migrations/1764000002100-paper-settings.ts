import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Prefixes and names on papers are changed over the API. */
export class PaperSettings1764000002100 implements MigrationInterface {
  name = 'PaperSettings1764000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE documents.series ADD COLUMN version int NOT NULL DEFAULT 1');
    await runner.query('ALTER TABLE documents.issuer ADD COLUMN version int NOT NULL DEFAULT 1');
    await runner.query(`CREATE TABLE documents.series_prefix (
      prefix text NOT NULL CONSTRAINT pk_series_prefix PRIMARY KEY,
      series text NOT NULL CONSTRAINT fk_series_prefix_series REFERENCES documents.series (code)
    )`);
    await runner.query(
      'INSERT INTO documents.series_prefix (prefix, series) SELECT prefix, code FROM documents.series',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE documents.series_prefix');
    await runner.query('ALTER TABLE documents.issuer DROP COLUMN version');
    await runner.query('ALTER TABLE documents.series DROP COLUMN version');
  }
}
