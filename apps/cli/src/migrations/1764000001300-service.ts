import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Service1764000001300 implements MigrationInterface {
  name = 'Service1764000001300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tr_service_taken_over ON reconsideration.service');
    await runner.query('DROP SCHEMA service CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA service',
  `CREATE TABLE service.delivery (
    id uuid NOT NULL CONSTRAINT pk_delivery PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_delivery_case REFERENCES cases.case_file (id),
    dispute_id uuid NOT NULL CONSTRAINT fk_delivery_dispute REFERENCES cases.dispute (id),
    paper text NOT NULL,
    paper_id uuid NOT NULL,
    document_id uuid,
    recipient_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'PLANNED',
    method text,
    served_on date,
    proof_file_id uuid,
    record jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_delivery_state CHECK (state IN ('PLANNED','SENT','SERVED','FAILED')),
    CONSTRAINT ck_delivery_served CHECK ((state = 'SERVED') = (served_on IS NOT NULL))
  )`,
  'CREATE UNIQUE INDEX ux_delivery_recipient ON service.delivery (case_id, paper, paper_id, recipient_id)',
  `CREATE INDEX ix_delivery_recipient_sent ON service.delivery (recipient_id) WHERE state = 'SENT'`,
  `CREATE TABLE service.attempt (
    id uuid NOT NULL CONSTRAINT pk_attempt PRIMARY KEY,
    delivery_id uuid NOT NULL CONSTRAINT fk_attempt_delivery REFERENCES service.delivery (id),
    method text NOT NULL,
    sent_on date NOT NULL,
    by_id uuid NOT NULL,
    outcome text NOT NULL DEFAULT 'SENT',
    ended_on date,
    reason text,
    note text,
    tracking_number text,
    batch_id uuid,
    record jsonb NOT NULL,
    CONSTRAINT ck_attempt_outcome CHECK (outcome IN ('SENT','SERVED','FAILED','OVERTAKEN'))
  )`,
  'CREATE INDEX ix_attempt_delivery ON service.attempt (delivery_id, id)',
  `CREATE UNIQUE INDEX ux_attempt_open ON service.attempt (delivery_id) WHERE outcome = 'SENT'`,
  `CREATE INDEX ix_attempt_to_post ON service.attempt (id)
     WHERE outcome = 'SENT' AND method = 'POST' AND batch_id IS NULL`,
  `CREATE TABLE service.address_confirmation (
    id uuid NOT NULL CONSTRAINT pk_address_confirmation PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_address_confirmation_dispute REFERENCES cases.dispute (id),
    recipient_id uuid NOT NULL,
    address text NOT NULL,
    phone text NOT NULL,
    electronic boolean NOT NULL,
    email text,
    portal boolean NOT NULL,
    confirmed_on date NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_address_confirmation_electronic CHECK (NOT electronic OR portal OR email IS NOT NULL)
  )`,
  `CREATE INDEX ix_address_confirmation_recipient
     ON service.address_confirmation (dispute_id, recipient_id, id)`,
  `CREATE TABLE service.setting (
    id uuid NOT NULL CONSTRAINT pk_setting PRIMARY KEY,
    electronic_to_organs boolean NOT NULL,
    version int NOT NULL DEFAULT 1
  )`,
  'INSERT INTO service.setting (id, electronic_to_organs) VALUES (gen_random_uuid(), true)',
  `CREATE TABLE service.postal_batch (
    id uuid NOT NULL CONSTRAINT pk_postal_batch PRIMARY KEY,
    organ_id uuid NOT NULL,
    posted_on date NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX ix_postal_batch_organ ON service.postal_batch (organ_id, id)',
  `CREATE TABLE service.postal_item (
    attempt_id uuid NOT NULL CONSTRAINT pk_postal_item PRIMARY KEY
      CONSTRAINT fk_postal_item_attempt REFERENCES service.attempt (id),
    batch_id uuid NOT NULL CONSTRAINT fk_postal_item_batch REFERENCES service.postal_batch (id),
    line int NOT NULL,
    recipient text NOT NULL,
    address text NOT NULL,
    phone text,
    document text NOT NULL
  )`,
  'CREATE UNIQUE INDEX ux_postal_item_line ON service.postal_item (batch_id, line)',
  // The register takes over what reconsideration kept: what is there now, and what a process of the release before still
  // writes until it is stopped. The old table is dropped by a later release.
  `CREATE FUNCTION service.take_over(old reconsideration.service) RETURNS void LANGUAGE sql AS $$
    INSERT INTO service.delivery
      (id, case_id, dispute_id, paper, paper_id, recipient_id, state, method, served_on, record)
    SELECT old.id, old.case_id, c.dispute_id, old.document, old.subject_id, old.recipient_id, 'SERVED',
      old.record->>'method', old.served_on, old.record
    FROM cases.case_file c WHERE c.id = old.case_id
    ON CONFLICT (case_id, paper, paper_id, recipient_id)
      DO UPDATE SET state = 'SERVED', method = excluded.method, served_on = excluded.served_on, record = excluded.record
      WHERE delivery.state <> 'SERVED'
  $$`,
  'SELECT service.take_over(s) FROM reconsideration.service s ORDER BY s.id',
  `CREATE FUNCTION service.on_old_service() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM service.take_over(NEW);
      RETURN NULL;
    END
  $$`,
  `CREATE TRIGGER tr_service_taken_over AFTER INSERT ON reconsideration.service
     FOR EACH ROW EXECUTE FUNCTION service.on_old_service()`,
];
