import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents1764000000350 implements MigrationInterface {
  name = 'Documents1764000000350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA documents');
    await runner.query(`CREATE TABLE documents.series (
      code text NOT NULL CONSTRAINT pk_series PRIMARY KEY,
      prefix text NOT NULL CONSTRAINT ck_series_prefix CHECK (prefix ~ '^[一-龥]{2,12}$'),
      name text NOT NULL
    )`);
    await runner.query(`CREATE TABLE documents.counter (
      series text NOT NULL,
      year smallint NOT NULL,
      last int NOT NULL,
      CONSTRAINT pk_counter PRIMARY KEY (series, year)
    ) WITH (fillfactor = 20)`);
    await runner.query(`ALTER TABLE documents.counter
      ADD CONSTRAINT fk_counter_series FOREIGN KEY (series) REFERENCES documents.series (code)`);
    await runner.query(`CREATE FUNCTION documents.next_number(wanted text, of_year smallint) RETURNS text LANGUAGE sql AS $$
      WITH given AS (
        INSERT INTO documents.counter (series, year, last) SELECT s.code, of_year, 1 FROM documents.series s WHERE s.code = wanted
        ON CONFLICT (series, year) DO UPDATE SET last = counter.last + 1 RETURNING last
      )
      SELECT s.prefix || '〔' || of_year || '〕' || given.last || '号' FROM given, documents.series s WHERE s.code = wanted $$`);
    await runner.query(`INSERT INTO documents.series (code, prefix, name) VALUES
      ('dispute', '余争', '争议登记'),
      ('reconsideration', '余政复', '行政复议案件'),
      ('mediation', '余行调', '行政争议调解案件'),
      ('ownership', '余包案', '领导包案')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA documents CASCADE');
  }
}
