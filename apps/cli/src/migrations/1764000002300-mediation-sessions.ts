import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;

/** Sessions are planned and attended; proposals, facts, pauses and extensions have rows; consent can be taken back, also online. */
export class MediationSessions1764000002300 implements MigrationInterface {
  name = 'MediationSessions1764000002300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}

const STATEMENTS = [
  `ALTER TABLE mediation.session
     ADD COLUMN state text NOT NULL DEFAULT 'HELD',
     ADD COLUMN starts_at text,
     ADD COLUMN ends_at text,
     ADD COLUMN online_link text,
     ADD COLUMN head_wanted boolean NOT NULL DEFAULT false,
     ADD COLUMN note text,
     ADD COLUMN notes text,
     ALTER COLUMN open SET DEFAULT false,
     ALTER COLUMN minutes DROP NOT NULL,
     ALTER COLUMN held_by DROP NOT NULL,
     ADD CONSTRAINT ck_session_state CHECK (state IN ('PLANNED','HELD','CANCELLED')),
     ADD CONSTRAINT ck_session_held CHECK (state <> 'HELD' OR (minutes IS NOT NULL AND held_by IS NOT NULL))`,
  'CREATE INDEX ix_session_day ON mediation.session (held_on, id)',
  `CREATE TABLE mediation.session_invitee (
    session_id uuid NOT NULL CONSTRAINT fk_session_invitee_session REFERENCES mediation.session (id),
    invitee_id uuid NOT NULL,
    kind text NOT NULL,
    attendance text,
    represented_by text,
    explanation text,
    agreed_to_open boolean,
    CONSTRAINT pk_session_invitee PRIMARY KEY (session_id, invitee_id),
    CONSTRAINT ck_session_invitee_kind CHECK (kind IN ('PARTY','MEDIATOR')),
    CONSTRAINT ck_session_invitee_attendance CHECK (attendance IN ('PRESENT','REPRESENTED','ABSENT'))
  )`,
  'CREATE INDEX ix_session_invitee_person ON mediation.session_invitee (invitee_id, session_id)',
  `CREATE TABLE mediation.proposal (
    id uuid NOT NULL CONSTRAINT pk_proposal PRIMARY KEY,
    ${CASE('proposal')},
    by_side text NOT NULL,
    visible_to text NOT NULL,
    offer text NOT NULL,
    amount_fen bigint,
    made_on date NOT NULL,
    put_on date,
    CONSTRAINT ck_proposal_by CHECK (by_side IN ('APPLICANT','RESPONDENT','THIRD_PARTY','MEDIATOR')),
    CONSTRAINT ck_proposal_visible CHECK (visible_to IN ('MEDIATOR','OWN_SIDE','BOTH'))
  )`,
  'CREATE INDEX ix_proposal_case ON mediation.proposal (case_id, id)',
  `CREATE TABLE mediation.undisputed_fact (
    id uuid NOT NULL CONSTRAINT pk_undisputed_fact PRIMARY KEY,
    ${CASE('undisputed_fact')},
    fact text NOT NULL,
    recorded_on date NOT NULL
  )`,
  'CREATE INDEX ix_undisputed_fact_case ON mediation.undisputed_fact (case_id, id)',
  `CREATE TABLE mediation.fact_confirmation (
    fact_id uuid NOT NULL CONSTRAINT fk_fact_confirmation_fact REFERENCES mediation.undisputed_fact (id),
    party_id uuid NOT NULL,
    confirmed_on date NOT NULL,
    may_pass_on boolean NOT NULL,
    CONSTRAINT pk_fact_confirmation PRIMARY KEY (fact_id, party_id)
  )`,
  `CREATE TABLE mediation.pause (
    id uuid NOT NULL CONSTRAINT pk_pause PRIMARY KEY,
    ${CASE('pause')},
    reason text NOT NULL,
    starts_on date NOT NULL,
    ended_on date,
    explanation text NOT NULL,
    reported_to text,
    reported_on date,
    outcome text
  )`,
  'CREATE UNIQUE INDEX ux_pause_open ON mediation.pause (case_id) WHERE ended_on IS NULL',
  'CREATE INDEX ix_pause_case ON mediation.pause (case_id)',
  `CREATE TABLE mediation.extension (
    id uuid NOT NULL CONSTRAINT pk_extension PRIMARY KEY,
    ${CASE('extension')},
    days integer NOT NULL,
    agreed_by uuid[] NOT NULL,
    agreed_on date NOT NULL,
    reason text NOT NULL
  )`,
  'CREATE INDEX ix_extension_case ON mediation.extension (case_id)',
  `ALTER TABLE mediation.party_consent
     ADD COLUMN document_id uuid,
     ADD COLUMN chosen_ids uuid[],
     ADD COLUMN chosen_on date,
     ADD COLUMN withdrawal text,
     ADD COLUMN explanation text`,
  `ALTER TABLE mediation.recusal
     ADD COLUMN known_on date,
     ADD COLUMN agreed_by uuid[],
     ADD COLUMN decided_by uuid,
     ADD COLUMN decided_on date`,
  'ALTER TABLE portal.request DROP CONSTRAINT ck_request_kind',
  `ALTER TABLE portal.request ADD CONSTRAINT ck_request_kinds
     CHECK (kind IN ('SUPPLEMENT','WITHDRAWAL','MEDIATION','MEDIATION_REFUSAL','HEARING','RECUSAL'))`,
  'DROP INDEX portal.ux_request_open',
  `CREATE UNIQUE INDEX ux_request_once ON portal.request (case_id, kind)
     WHERE state = 'OPEN' AND kind IN ('WITHDRAWAL','MEDIATION','MEDIATION_REFUSAL','HEARING')`,
];

const BACK = [
  `DELETE FROM portal.request WHERE kind = 'MEDIATION_REFUSAL'`,
  'DROP INDEX portal.ux_request_once',
  `CREATE UNIQUE INDEX ux_request_open ON portal.request (case_id, kind)
     WHERE state = 'OPEN' AND kind IN ('WITHDRAWAL','MEDIATION','HEARING')`,
  'ALTER TABLE portal.request DROP CONSTRAINT ck_request_kinds',
  `ALTER TABLE portal.request ADD CONSTRAINT ck_request_kind
     CHECK (kind IN ('SUPPLEMENT','WITHDRAWAL','MEDIATION','HEARING','RECUSAL'))`,
  `ALTER TABLE mediation.recusal DROP COLUMN known_on, DROP COLUMN agreed_by, DROP COLUMN decided_by, DROP COLUMN decided_on`,
  `ALTER TABLE mediation.party_consent DROP COLUMN document_id, DROP COLUMN chosen_ids, DROP COLUMN chosen_on,
     DROP COLUMN withdrawal, DROP COLUMN explanation`,
  'DROP TABLE mediation.extension, mediation.pause, mediation.fact_confirmation, mediation.undisputed_fact, mediation.proposal, mediation.session_invitee',
  `DELETE FROM mediation.session WHERE state <> 'HELD'`,
  `ALTER TABLE mediation.session
     DROP COLUMN state, DROP COLUMN starts_at, DROP COLUMN ends_at, DROP COLUMN online_link, DROP COLUMN head_wanted,
     DROP COLUMN note, DROP COLUMN notes, ALTER COLUMN open DROP DEFAULT, ALTER COLUMN minutes SET NOT NULL,
     ALTER COLUMN held_by SET NOT NULL`,
];
