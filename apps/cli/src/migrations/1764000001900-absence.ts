import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is away, from when to when, and who stands in. */
export class Absence1764000001900 implements MigrationInterface {
  name = 'Absence1764000001900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE directory.absence (
      id uuid NOT NULL CONSTRAINT pk_absence PRIMARY KEY,
      person_id uuid NOT NULL CONSTRAINT fk_absence_person REFERENCES directory.person (id),
      from_on date NOT NULL,
      until_on date NOT NULL,
      cover_id uuid CONSTRAINT fk_absence_cover REFERENCES directory.person (id),
      reason text NOT NULL,
      created_by uuid NOT NULL,
      cancelled_at timestamptz,
      version int NOT NULL DEFAULT 1,
      CONSTRAINT ck_absence_days CHECK (until_on > from_on),
      CONSTRAINT ck_absence_cover CHECK (cover_id <> person_id)
    )`);
    await runner.query('CREATE INDEX ix_absence_person ON directory.absence (person_id, from_on)');
    await runner.query(
      'CREATE INDEX ix_absence_cover ON directory.absence (cover_id, from_on) WHERE cancelled_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE directory.absence');
  }
}
