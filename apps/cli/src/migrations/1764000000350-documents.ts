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
    // plpgsql keeps its plans; a function in SQL would be planned at every call, while everybody waits for the number.
    await runner.query(`CREATE FUNCTION documents.next_number(wanted text, of_year smallint) RETURNS text LANGUAGE plpgsql AS $$
      DECLARE
        given int;
        given_prefix text;
      BEGIN
        SELECT s.prefix INTO given_prefix FROM documents.series s WHERE s.code = wanted;
        IF NOT FOUND THEN RETURN NULL; END IF;
        UPDATE documents.counter c SET last = c.last + 1 WHERE c.series = wanted AND c.year = of_year RETURNING c.last INTO given;
        IF NOT FOUND THEN
          INSERT INTO documents.counter AS c (series, year, last) VALUES (wanted, of_year, 1)
            ON CONFLICT (series, year) DO UPDATE SET last = c.last + 1 RETURNING c.last INTO given;
        END IF;
        RETURN given_prefix || '〔' || of_year || '〕' || given || '号';
      END $$`);
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
