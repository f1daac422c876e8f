import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1764000000000 implements MigrationInterface {
  name = 'Platform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA platform');
    await runner.query(`CREATE TABLE platform.outbox (
      id uuid NOT NULL CONSTRAINT pk_outbox PRIMARY KEY,
      name text NOT NULL,
      payload jsonb NOT NULL,
      occurred_at timestamptz NOT NULL DEFAULT now(),
      relayed_at timestamptz,
      pending int NOT NULL DEFAULT 0
    )`);
    await runner.query('CREATE INDEX ix_outbox_unrelayed ON platform.outbox (id) WHERE relayed_at IS NULL');
    await runner.query('CREATE INDEX ix_outbox_pending ON platform.outbox (relayed_at) WHERE pending > 0');
    await runner.query(`CREATE TABLE platform.inbox (
      event_id uuid NOT NULL,
      handler text NOT NULL,
      done_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_inbox PRIMARY KEY (event_id, handler)
    )`);
    await runner.query(`CREATE TABLE platform.idempotency_key (
      person_id uuid NOT NULL,
      key text NOT NULL,
      request_hash bytea NOT NULL,
      result_id uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_idempotency_key PRIMARY KEY (person_id, key)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA platform CASCADE');
  }
}
