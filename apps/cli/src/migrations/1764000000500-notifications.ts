import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1764000000500 implements MigrationInterface {
  name = 'Notifications1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA notifications');
    for (const statement of [...NOTIFICATION, ...DELIVERY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notifications CASCADE');
  }
}

const NOTIFICATION = [
  `CREATE TABLE notifications.notification (
    id uuid NOT NULL CONSTRAINT pk_notification PRIMARY KEY,
    recipient_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    dispute_id uuid,
    case_id uuid,
    link text,
    dedupe_key text NOT NULL,
    created_at timestamptz NOT NULL,
    read_at timestamptz
  )`,
  'CREATE UNIQUE INDEX ux_notification_dedupe ON notifications.notification (dedupe_key)',
  'CREATE INDEX ix_notification_recipient ON notifications.notification (recipient_id, id)',
  'CREATE INDEX ix_notification_unread ON notifications.notification (recipient_id, id) WHERE read_at IS NULL',
];

const DELIVERY = [
  `CREATE TABLE notifications.delivery (
    id uuid NOT NULL CONSTRAINT pk_delivery PRIMARY KEY,
    notification_id uuid NOT NULL
      CONSTRAINT fk_delivery_notification REFERENCES notifications.notification (id),
    channel text NOT NULL,
    target_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'PENDING',
    attempts int NOT NULL DEFAULT 0,
    last_error_code text,
    claimed_until timestamptz,
    sent_at timestamptz,
    CONSTRAINT ck_delivery_channel CHECK (channel IN ('email','webhook')),
    CONSTRAINT ck_delivery_state CHECK (state IN ('PENDING','SENT','FAILED'))
  )`,
  'CREATE UNIQUE INDEX ux_delivery_target ON notifications.delivery (notification_id, channel, target_id)',
  `CREATE INDEX ix_delivery_batch ON notifications.delivery (batch_id) WHERE state = 'PENDING'`,
  `CREATE INDEX ix_delivery_failed ON notifications.delivery (id) WHERE state = 'FAILED'`,
  `CREATE TABLE notifications.preference (
    person_id uuid NOT NULL,
    channel text NOT NULL,
    enabled boolean NOT NULL,
    address text,
    muted_kinds text[] NOT NULL DEFAULT '{}',
    CONSTRAINT pk_preference PRIMARY KEY (person_id, channel),
    CONSTRAINT ck_preference_channel CHECK (channel IN ('email','webhook'))
  )`,
  `CREATE TABLE notifications.webhook_subscriber (
    id uuid NOT NULL CONSTRAINT pk_webhook_subscriber PRIMARY KEY,
    person_id uuid,
    url text NOT NULL,
    secret_cipher bytea NOT NULL,
    enabled boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE UNIQUE INDEX ux_webhook_subscriber_person ON notifications.webhook_subscriber (person_id)
    WHERE person_id IS NOT NULL`,
];
