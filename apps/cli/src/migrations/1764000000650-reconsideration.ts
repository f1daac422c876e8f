import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;

export class Reconsideration1764000000650 implements MigrationInterface {
  name = 'Reconsideration1764000000650';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reconsideration CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA reconsideration',
  `CREATE TABLE reconsideration.application (
    ${CASE('application')},
    method text NOT NULL,
    received_on date NOT NULL,
    filed_on date NOT NULL,
    election_signed boolean NOT NULL,
    prior_ground text,
    accepted_on date,
    deemed boolean NOT NULL DEFAULT false,
    track text,
    simplified_ground text,
    copy_sent_on date,
    copy_received_on date,
    reply_received_on date,
    reply_late boolean NOT NULL DEFAULT false,
    evidence_default boolean NOT NULL DEFAULT false,
    extended boolean NOT NULL DEFAULT false,
    suspension_ground text,
    suspended_on date,
    decided_on date,
    records jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT pk_application PRIMARY KEY (case_id)
  )`,
  `CREATE TABLE reconsideration.correction_notice (
    id uuid NOT NULL CONSTRAINT pk_correction_notice PRIMARY KEY,
    ${CASE('correction_notice')},
    kind text NOT NULL,
    items text[] NOT NULL,
    sent_on date NOT NULL,
    served_on date,
    CONSTRAINT ck_correction_notice_kind CHECK (kind IN ('MATERIALS','RESPONDENT'))
  )`,
  'CREATE UNIQUE INDEX ux_correction_notice_case_kind ON reconsideration.correction_notice (case_id, kind)',
  `CREATE TABLE reconsideration.hearing_of_views (
    ${CASE('hearing_of_views')},
    party_id uuid NOT NULL,
    method text,
    heard_on date,
    impossible_reason text,
    willing_to_mediate boolean,
    CONSTRAINT pk_hearing_of_views PRIMARY KEY (case_id, party_id)
  )`,
  `CREATE TABLE reconsideration.draft (
    id uuid NOT NULL CONSTRAINT pk_draft PRIMARY KEY,
    ${CASE('draft')},
    state text NOT NULL,
    kind text NOT NULL,
    ground text NOT NULL,
    drafter_id uuid NOT NULL,
    content jsonb NOT NULL,
    dept_passed boolean NOT NULL DEFAULT false,
    CONSTRAINT ck_draft_state CHECK (state IN ('SUBMITTED','RETURNED','DECIDED'))
  )`,
  'CREATE INDEX ix_draft_case ON reconsideration.draft (case_id, id)',
  `CREATE TABLE reconsideration.service (
    id uuid NOT NULL CONSTRAINT pk_service PRIMARY KEY,
    ${CASE('service')},
    document text NOT NULL,
    subject_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    served_on date NOT NULL,
    record jsonb NOT NULL,
    CONSTRAINT ck_service_document CHECK (document IN ('CORRECTION_NOTICE','COPY','REFUSAL','DECISION'))
  )`,
  'CREATE UNIQUE INDEX ux_service_recipient ON reconsideration.service (case_id, document, subject_id, recipient_id)',
];
