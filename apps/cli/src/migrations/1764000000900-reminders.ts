import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1764000000900 implements MigrationInterface {
  name = 'Reminders1764000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA reminders');
    await runner.query(`CREATE TABLE reminders.reminder (
      id uuid NOT NULL CONSTRAINT pk_reminder PRIMARY KEY,
      clock_id uuid NOT NULL,
      rule text NOT NULL,
      due_on date NOT NULL,
      step int NOT NULL,
      recipient_id uuid NOT NULL,
      escalation boolean NOT NULL,
      remind_at timestamptz NOT NULL,
      state text NOT NULL DEFAULT 'PENDING',
      sent_at timestamptz,
      CONSTRAINT ck_reminder_state CHECK (state IN ('PENDING','SENT','CANCELLED'))
    )`);
    await runner.query(
      'CREATE UNIQUE INDEX ux_reminder_step ON reminders.reminder (clock_id, due_on, step, recipient_id)',
    );
    await runner.query(`CREATE INDEX ix_reminder_due ON reminders.reminder (remind_at, id) WHERE state = 'PENDING'`);
    await runner.query(`CREATE TABLE reminders.step_setting (
      rule text NOT NULL CONSTRAINT pk_step_setting PRIMARY KEY,
      id uuid NOT NULL,
      steps int[] NOT NULL,
      hour text NOT NULL,
      escalate_from int NOT NULL,
      version int NOT NULL DEFAULT 1,
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ck_step_setting_hour CHECK (hour ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
    )`);
    await runner.query('CREATE UNIQUE INDEX ux_step_setting_id ON reminders.step_setting (id)');
    await runner.query(
      `INSERT INTO reminders.step_setting (rule, id, steps, hour, escalate_from)
       VALUES ('*', gen_random_uuid(), '{-10,-5,-3,-1,0,1}', '09:00', 0)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reminders CASCADE');
  }
}
