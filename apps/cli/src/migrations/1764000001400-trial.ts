import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;

/** The trial of a reconsideration whole, and persons who are shut out of a dispute. */
export class Trial1764000001400 implements MigrationInterface {
  name = 'Trial1764000001400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE reconsideration.${table}`);
    await runner.query(
      'ALTER TABLE reconsideration.application DROP COLUMN hearing_grounds, DROP COLUMN committee_grounds, DROP COLUMN still_until',
    );
    await runner.query('DROP TABLE cases.exclusion');
  }
}

const TABLES = [
  'hearing',
  'hearing_party',
  'consultation',
  'third_party',
  'recusal',
  'deliberation',
  'joinder',
  'evidence',
  'investigation',
  'fact_finding',
  'stay',
  'uplift',
  'superior_order',
  'norm_review',
  'withdrawal',
  'ending',
  'mediation_statement',
  'mediation_performance',
] as const;

const STATEMENTS = [
  `CREATE TABLE cases.exclusion (
    person_id uuid NOT NULL,
    dispute_id uuid NOT NULL CONSTRAINT fk_exclusion_dispute REFERENCES cases.dispute (id),
    since date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pk_exclusion PRIMARY KEY (person_id, dispute_id)
  )`,
  'CREATE INDEX ix_exclusion_dispute ON cases.exclusion (dispute_id)',
  `ALTER TABLE reconsideration.application
    ADD COLUMN hearing_grounds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN committee_grounds text[] NOT NULL DEFAULT '{}',
    ADD COLUMN still_until date`,
  `CREATE TABLE reconsideration.hearing (
    id uuid NOT NULL CONSTRAINT pk_hearing PRIMARY KEY,
    ${CASE('hearing')},
    state text NOT NULL,
    on_day date NOT NULL,
    time text NOT NULL,
    place text NOT NULL,
    matters text NOT NULL,
    chair_id uuid NOT NULL,
    member_ids uuid[] NOT NULL,
    recorder_id uuid NOT NULL,
    transcript text,
    note text,
    CONSTRAINT ck_hearing_state CHECK (state IN ('SCHEDULED','HELD','CANCELLED'))
  )`,
  'CREATE INDEX ix_hearing_case ON reconsideration.hearing (case_id)',
  `CREATE UNIQUE INDEX ux_hearing_planned ON reconsideration.hearing (case_id) WHERE state = 'SCHEDULED'`,
  `CREATE TABLE reconsideration.hearing_party (
    id uuid NOT NULL CONSTRAINT pk_hearing_party PRIMARY KEY,
    ${CASE('hearing_party')},
    hearing_id uuid NOT NULL CONSTRAINT fk_hearing_party_hearing REFERENCES reconsideration.hearing (id),
    party_id uuid NOT NULL,
    notified_on date,
    attendance text,
    head_attended boolean,
    explanation text,
    delegate text
  )`,
  'CREATE INDEX ix_hearing_party_case ON reconsideration.hearing_party (case_id)',
  `CREATE UNIQUE INDEX ux_hearing_party ON reconsideration.hearing_party (hearing_id, party_id)`,
  `CREATE TABLE reconsideration.consultation (
    id uuid NOT NULL CONSTRAINT pk_consultation PRIMARY KEY,
    ${CASE('consultation')},
    ground text NOT NULL,
    question text NOT NULL,
    asked_on date NOT NULL,
    given_on date,
    meeting text,
    opinion text
  )`,
  'CREATE INDEX ix_consultation_case ON reconsideration.consultation (case_id)',
  `CREATE UNIQUE INDEX ux_consultation_open ON reconsideration.consultation (case_id) WHERE given_on IS NULL`,
  `CREATE TABLE reconsideration.third_party (
    id uuid NOT NULL CONSTRAINT pk_third_party PRIMARY KEY,
    ${CASE('third_party')},
    party_id uuid NOT NULL,
    way text NOT NULL,
    interest text NOT NULL,
    outcome text NOT NULL,
    reason text,
    decided_on date NOT NULL,
    CONSTRAINT ck_third_party_outcome CHECK (outcome IN ('ADMITTED','REFUSED'))
  )`,
  'CREATE INDEX ix_third_party_case ON reconsideration.third_party (case_id)',
  `CREATE TABLE reconsideration.recusal (
    id uuid NOT NULL CONSTRAINT pk_recusal PRIMARY KEY,
    ${CASE('recusal')},
    officer_id uuid NOT NULL,
    asked_by text NOT NULL,
    party_id uuid,
    ground text NOT NULL,
    explanation text NOT NULL,
    asked_on date NOT NULL,
    outcome text,
    decided_by uuid,
    decided_on date,
    reason text,
    replacement_id uuid,
    CONSTRAINT ck_recusal_outcome CHECK (outcome IN ('GRANTED','REFUSED'))
  )`,
  'CREATE INDEX ix_recusal_case ON reconsideration.recusal (case_id)',
  `CREATE UNIQUE INDEX ux_recusal_pending ON reconsideration.recusal (case_id, officer_id) WHERE outcome IS NULL`,
  `CREATE TABLE reconsideration.deliberation (
    id uuid NOT NULL CONSTRAINT pk_deliberation PRIMARY KEY,
    ${CASE('deliberation')},
    officer_id uuid NOT NULL,
    kind text,
    opinion text NOT NULL,
    vote text NOT NULL,
    dissent text,
    given_on date NOT NULL,
    CONSTRAINT ck_deliberation_vote CHECK (vote IN ('AGREE','DISSENT'))
  )`,
  'CREATE INDEX ix_deliberation_case ON reconsideration.deliberation (case_id)',
  `CREATE TABLE reconsideration.joinder (
    id uuid NOT NULL CONSTRAINT pk_joinder PRIMARY KEY,
    ${CASE('joinder')},
    lead_case_id uuid NOT NULL CONSTRAINT fk_joinder_lead REFERENCES cases.case_file (id),
    ground text NOT NULL,
    reason text NOT NULL,
    joined_on date NOT NULL,
    separated_on date,
    separation_reason text
  )`,
  'CREATE INDEX ix_joinder_case ON reconsideration.joinder (case_id)',
  `CREATE UNIQUE INDEX ux_joinder_open ON reconsideration.joinder (case_id) WHERE separated_on IS NULL`,
  `CREATE INDEX ix_joinder_lead ON reconsideration.joinder (lead_case_id)`,
  `CREATE TABLE reconsideration.evidence (
    id uuid NOT NULL CONSTRAINT pk_evidence PRIMARY KEY,
    ${CASE('evidence')},
    kind text NOT NULL,
    party_id uuid,
    submitted_on date NOT NULL,
    title text NOT NULL,
    proves text NOT NULL,
    file_id uuid,
    consent_reason text,
    admitted boolean,
    ground text,
    reason text,
    judged_on date
  )`,
  'CREATE INDEX ix_evidence_case ON reconsideration.evidence (case_id)',
  `CREATE TABLE reconsideration.investigation (
    id uuid NOT NULL CONSTRAINT pk_investigation PRIMARY KEY,
    ${CASE('investigation')},
    on_day date NOT NULL,
    investigators jsonb NOT NULL,
    matter text NOT NULL,
    findings text NOT NULL
  )`,
  'CREATE INDEX ix_investigation_case ON reconsideration.investigation (case_id)',
  `CREATE TABLE reconsideration.fact_finding (
    id uuid NOT NULL CONSTRAINT pk_fact_finding PRIMARY KEY,
    ${CASE('fact_finding')},
    kind text NOT NULL,
    matter text NOT NULL,
    begun_on date NOT NULL,
    party_id uuid,
    body text,
    choice text,
    ended_on date,
    result text,
    CONSTRAINT ck_fact_finding_kind CHECK (kind IN ('INSPECTION','APPRAISAL'))
  )`,
  'CREATE INDEX ix_fact_finding_case ON reconsideration.fact_finding (case_id)',
  `CREATE TABLE reconsideration.stay (
    id uuid NOT NULL CONSTRAINT pk_stay PRIMARY KEY,
    ${CASE('stay')},
    ground text NOT NULL,
    party_id uuid,
    reason text NOT NULL,
    decided_on date NOT NULL,
    lifted_on date,
    lift_reason text
  )`,
  'CREATE INDEX ix_stay_case ON reconsideration.stay (case_id)',
  `CREATE UNIQUE INDEX ux_stay_open ON reconsideration.stay (case_id) WHERE lifted_on IS NULL`,
  `CREATE TABLE reconsideration.uplift (
    id uuid NOT NULL CONSTRAINT pk_uplift PRIMARY KEY,
    ${CASE('uplift')},
    outcome text NOT NULL,
    ground text NOT NULL,
    reason text,
    requested_on date,
    answered_on date,
    superior text,
    document_no text,
    files_sent_on date,
    CONSTRAINT ck_uplift_outcome CHECK (outcome IN ('PENDING','DECLINED','TAKEN'))
  )`,
  'CREATE INDEX ix_uplift_case ON reconsideration.uplift (case_id)',
  `CREATE UNIQUE INDEX ux_uplift_pending ON reconsideration.uplift (case_id) WHERE outcome = 'PENDING'`,
  `CREATE TABLE reconsideration.superior_order (
    id uuid NOT NULL CONSTRAINT pk_superior_order PRIMARY KEY,
    ${CASE('superior_order')},
    step text NOT NULL,
    superior text NOT NULL,
    document_no text NOT NULL,
    received_on date NOT NULL
  )`,
  'CREATE INDEX ix_superior_order_case ON reconsideration.superior_order (case_id)',
  `CREATE TABLE reconsideration.norm_review (
    id uuid NOT NULL CONSTRAINT pk_norm_review PRIMARY KEY,
    ${CASE('norm_review')},
    kind text NOT NULL,
    title text NOT NULL,
    clause text NOT NULL,
    maker text NOT NULL,
    basis text NOT NULL,
    applied_on date,
    competent boolean NOT NULL,
    reason text NOT NULL,
    suspended_on date NOT NULL,
    recipient text,
    sent_on date,
    received_on date,
    answered_on date,
    answer text,
    outcome text,
    fault text,
    conclusion text,
    concluded_on date
  )`,
  'CREATE INDEX ix_norm_review_case ON reconsideration.norm_review (case_id)',
  `CREATE TABLE reconsideration.withdrawal (
    id uuid NOT NULL CONSTRAINT pk_withdrawal PRIMARY KEY,
    ${CASE('withdrawal')},
    signed_by_ids uuid[] NOT NULL,
    received_on date NOT NULL,
    after_settlement boolean NOT NULL,
    reason text NOT NULL,
    allowed boolean,
    decision_reason text,
    decided_on date
  )`,
  'CREATE INDEX ix_withdrawal_case ON reconsideration.withdrawal (case_id)',
  `CREATE TABLE reconsideration.ending (
    id uuid NOT NULL CONSTRAINT pk_ending PRIMARY KEY,
    ${CASE('ending')},
    kind text NOT NULL,
    ground text,
    reason text NOT NULL,
    decided_on date NOT NULL,
    revoked_on date,
    CONSTRAINT ck_ending_kind CHECK (kind IN ('TERMINATED','DISMISSED','MEDIATED'))
  )`,
  'CREATE INDEX ix_ending_case ON reconsideration.ending (case_id)',
  `CREATE UNIQUE INDEX ux_ending_valid ON reconsideration.ending (case_id) WHERE revoked_on IS NULL`,
  `CREATE TABLE reconsideration.mediation_statement (
    id uuid NOT NULL CONSTRAINT pk_mediation_statement PRIMARY KEY,
    ${CASE('mediation_statement')},
    terms text NOT NULL,
    third_party_ids uuid[] NOT NULL,
    signed_by_ids uuid[] NOT NULL,
    effective_on date NOT NULL
  )`,
  'CREATE INDEX ix_mediation_statement_case ON reconsideration.mediation_statement (case_id)',
  `CREATE TABLE reconsideration.mediation_performance (
    id uuid NOT NULL CONSTRAINT pk_mediation_performance PRIMARY KEY,
    ${CASE('mediation_performance')},
    statement_id uuid NOT NULL CONSTRAINT fk_mediation_performance_statement REFERENCES reconsideration.mediation_statement (id),
    party_id uuid NOT NULL,
    what text NOT NULL,
    due_on date NOT NULL
  )`,
  'CREATE INDEX ix_mediation_performance_case ON reconsideration.mediation_performance (case_id)',
];
