import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;

export class Mediation1764000000700 implements MigrationInterface {
  name = 'Mediation1764000000700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA mediation CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA mediation',
  `CREATE TABLE mediation.mediation (
    ${CASE('mediation')},
    stage text NOT NULL,
    source text NOT NULL,
    received_on date NOT NULL,
    letter_number text,
    court_case_number text,
    court_procedure text,
    major boolean NOT NULL,
    request text NOT NULL,
    committee_id uuid CONSTRAINT fk_mediation_committee REFERENCES directory.organ (id),
    acknowledged_clocks jsonb NOT NULL DEFAULT '[]',
    pause_reason text,
    paused_from date,
    ending jsonb,
    CONSTRAINT pk_mediation PRIMARY KEY (case_id)
  )`,
  `CREATE TABLE mediation.party_consent (
    ${CASE('party_consent')},
    party_id uuid NOT NULL,
    asked_on date,
    ask_method text,
    answer text,
    form text,
    answered_on date,
    CONSTRAINT pk_party_consent PRIMARY KEY (case_id, party_id),
    CONSTRAINT ck_party_consent_answer CHECK (answer IN ('AGREED','REFUSED'))
  )`,
  `CREATE TABLE mediation.assigned_mediator (
    ${CASE('assigned_mediator')},
    person_id uuid NOT NULL CONSTRAINT fk_assigned_mediator_person REFERENCES directory.person (id),
    presiding boolean NOT NULL,
    basis text NOT NULL,
    assigned_on date NOT NULL,
    confirmed_on date,
    ended_on date,
    CONSTRAINT pk_assigned_mediator PRIMARY KEY (case_id, person_id)
  )`,
  `CREATE TABLE mediation.recusal (
    id uuid NOT NULL CONSTRAINT pk_recusal PRIMARY KEY,
    ${CASE('recusal')},
    mediator_id uuid NOT NULL,
    raised_by text NOT NULL,
    ground text NOT NULL,
    explanation text NOT NULL,
    state text NOT NULL,
    decision text,
    raised_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_recusal_state CHECK (state IN ('PENDING','GRANTED','REJECTED'))
  )`,
  `CREATE UNIQUE INDEX ux_recusal_pending ON mediation.recusal (case_id) WHERE state = 'PENDING'`,
  `CREATE TABLE mediation.session (
    id uuid NOT NULL CONSTRAINT pk_session PRIMARY KEY,
    ${CASE('session')},
    held_on date NOT NULL,
    mode text NOT NULL,
    place text NOT NULL,
    open boolean NOT NULL,
    minutes text NOT NULL,
    held_by uuid NOT NULL
  )`,
  'CREATE INDEX ix_session_case ON mediation.session (case_id, held_on)',
  `CREATE TABLE mediation.agreement (
    ${CASE('agreement')},
    agreed_on date NOT NULL,
    matter text NOT NULL,
    terms text NOT NULL,
    CONSTRAINT pk_agreement PRIMARY KEY (case_id)
  )`,
  `CREATE TABLE mediation.obligation (
    id uuid NOT NULL CONSTRAINT pk_obligation PRIMARY KEY,
    ${CASE('obligation')},
    obligor_id uuid NOT NULL,
    content text NOT NULL,
    due_on date NOT NULL,
    amount_fen bigint
  )`,
  'CREATE INDEX ix_obligation_case ON mediation.obligation (case_id, due_on)',
];
