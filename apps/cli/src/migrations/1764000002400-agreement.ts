import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = (table: string) => `id uuid NOT NULL CONSTRAINT pk_${table} PRIMARY KEY`;
const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;
const OF = (table: string, parent: string) =>
  `${parent}_id uuid NOT NULL CONSTRAINT fk_${table}_${parent} REFERENCES mediation.${parent} (id)`;

/** From the signed agreement to its performance: signatures, confirmation, instalments, visits. */
export class Agreement1764000002400 implements MigrationInterface {
  name = 'Agreement1764000002400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

// The release before writes neither `id` nor `state`: defaults stand in for them.
const STATEMENTS = [
  `ALTER TABLE mediation.agreement
     ADD COLUMN id uuid NOT NULL DEFAULT COALESCE(gen_random_uuid(), gen_random_uuid()),
     ADD COLUMN facts text,
     ADD COLUMN manner text,
     ADD COLUMN oral boolean NOT NULL DEFAULT false,
     ADD COLUMN effective_on date,
     ADD COLUMN superseded_on date,
     ADD COLUMN handed_over_on date,
     ADD COLUMN wanted text,
     ADD COLUMN instrument text,
     ADD COLUMN instrument_on date,
     ADD COLUMN instrument_number text,
     DROP CONSTRAINT pk_agreement,
     ADD CONSTRAINT pk_agreement PRIMARY KEY (id),
     ADD CONSTRAINT ck_agreement_instrument CHECK (instrument IN ('STATEMENT','WITHDRAWAL'))`,
  'CREATE UNIQUE INDEX ux_agreement_current ON mediation.agreement (case_id) WHERE superseded_on IS NULL',
  `ALTER TABLE mediation.obligation
     ADD COLUMN instalment int,
     ADD COLUMN state text NOT NULL DEFAULT 'OPEN',
     ADD COLUMN paid_fen bigint NOT NULL DEFAULT 0,
     ADD COLUMN performed_on date,
     ADD COLUMN late boolean NOT NULL DEFAULT false,
     ADD CONSTRAINT ck_obligation_state CHECK (state IN ('OPEN','PART','DONE','SUPERSEDED'))`,
  `CREATE TABLE mediation.agreement_signature (
    ${ID('agreement_signature')},
    ${OF('agreement_signature', 'agreement')},
    signer_id uuid NOT NULL,
    signed_on date NOT NULL,
    form text NOT NULL,
    agent_name text,
    authority_file_id uuid,
    recorded_by uuid NOT NULL,
    CONSTRAINT ck_agreement_signature_agent CHECK ((agent_name IS NULL) = (authority_file_id IS NULL))
  )`,
  'CREATE UNIQUE INDEX ux_agreement_signature ON mediation.agreement_signature (agreement_id, signer_id)',
  `CREATE TABLE mediation.confirmation (
    ${ID('confirmation')},
    ${OF('confirmation', 'agreement')},
    party_ids uuid[] NOT NULL,
    court text NOT NULL,
    applied_on date NOT NULL,
    accepted_on date,
    court_number text,
    outcome text,
    decided_on date,
    paper_number text,
    paper_file_id uuid,
    reason text,
    CONSTRAINT ck_confirmation_outcome CHECK (outcome IN ('CONFIRMED','REFUSED','NOT_ACCEPTED')),
    CONSTRAINT ck_confirmation_decided CHECK ((outcome IS NULL) = (decided_on IS NULL))
  )`,
  'CREATE INDEX ix_confirmation_agreement ON mediation.confirmation (agreement_id)',
  `CREATE TABLE mediation.performance (
    ${ID('performance')},
    ${OF('performance', 'obligation')},
    outcome text NOT NULL,
    performed_on date NOT NULL,
    late boolean NOT NULL,
    amount_fen bigint,
    description text NOT NULL,
    proof_file_id uuid,
    recorded_by uuid NOT NULL,
    recorded_on date NOT NULL,
    CONSTRAINT ck_performance_outcome CHECK (outcome IN ('PART','WHOLE'))
  )`,
  'CREATE INDEX ix_performance_obligation ON mediation.performance (obligation_id)',
  `CREATE TABLE mediation.reschedule (
    ${ID('reschedule')},
    ${OF('reschedule', 'obligation')},
    from_day date NOT NULL,
    to_day date NOT NULL,
    agreed_by uuid[] NOT NULL,
    reason text NOT NULL,
    agreed_on date NOT NULL
  )`,
  'CREATE INDEX ix_reschedule_obligation ON mediation.reschedule (obligation_id)',
  `CREATE TABLE mediation.default_measure (
    ${ID('default_measure')},
    ${CASE('default_measure')},
    kind text NOT NULL,
    obligation_ids uuid[] NOT NULL,
    taken_on date NOT NULL,
    content text NOT NULL,
    court text,
    taken_by uuid NOT NULL,
    CONSTRAINT ck_default_measure_kind CHECK (kind IN ('URGED','MEDIATED_AGAIN','ENFORCEMENT','SUIT_ADVISED'))
  )`,
  'CREATE INDEX ix_default_measure_case ON mediation.default_measure (case_id)',
  `CREATE TABLE mediation.visit (
    ${ID('visit')},
    ${CASE('visit')},
    round text NOT NULL,
    visited_on date NOT NULL,
    method text NOT NULL,
    outcome text NOT NULL,
    obligation_ids uuid[],
    finding text NOT NULL,
    visited_by uuid NOT NULL,
    CONSTRAINT ck_visit_round CHECK (round IN ('FIRST','SECOND')),
    CONSTRAINT ck_visit_outcome CHECK (outcome IN ('PERFORMED','NOT_PERFORMED'))
  )`,
  'CREATE INDEX ix_visit_case ON mediation.visit (case_id)',
];

const BACK = [
  'DROP TABLE mediation.visit, mediation.default_measure, mediation.reschedule, mediation.performance',
  'DROP TABLE mediation.confirmation, mediation.agreement_signature',
  `ALTER TABLE mediation.obligation DROP COLUMN instalment, DROP COLUMN state, DROP COLUMN paid_fen,
     DROP COLUMN performed_on, DROP COLUMN late`,
  'DELETE FROM mediation.agreement WHERE superseded_on IS NOT NULL',
  'DROP INDEX mediation.ux_agreement_current',
  `ALTER TABLE mediation.agreement DROP COLUMN id, DROP COLUMN facts, DROP COLUMN manner, DROP COLUMN oral,
     DROP COLUMN effective_on, DROP COLUMN superseded_on, DROP COLUMN handed_over_on, DROP COLUMN wanted,
     DROP COLUMN instrument, DROP COLUMN instrument_on, DROP COLUMN instrument_number,
     ADD CONSTRAINT pk_agreement PRIMARY KEY (case_id)`,
];
