import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASE = (table: string) => `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;
const ID = (table: string) => `id uuid NOT NULL CONSTRAINT pk_${table} PRIMARY KEY`;

/** Admissibility as data; what follows the decision, to the archive. */
export class ReconsiderationAfter1764000001500 implements MigrationInterface {
  name = 'ReconsiderationAfter1764000001500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE reconsideration.${table}`);
  }
}

const TABLES = [
  'condition_answer',
  'assessment',
  'decision_record',
  'performance_report',
  'performance_item',
  'enforcement_measure',
  'aftermath',
  'letter',
  'litigation',
];

const STATEMENTS = [
  `CREATE TABLE reconsideration.assessment (
    ${ID('assessment')},
    ${CASE('assessment')},
    assessed_on date NOT NULL,
    assessed_by uuid NOT NULL,
    facts jsonb NOT NULL,
    result jsonb NOT NULL
  )`,
  'CREATE INDEX ix_assessment_case ON reconsideration.assessment (case_id, id)',
  `CREATE TABLE reconsideration.condition_answer (
    assessment_id uuid NOT NULL CONSTRAINT fk_condition_answer_assessment REFERENCES reconsideration.assessment (id),
    condition text NOT NULL,
    computed text NOT NULL,
    answer text NOT NULL,
    reason text,
    answered_by uuid NOT NULL,
    answered_on date NOT NULL,
    CONSTRAINT pk_condition_answer PRIMARY KEY (assessment_id, condition),
    CONSTRAINT ck_condition_answer CHECK (answer IN ('MET','NOT_MET','UNKNOWN')),
    CONSTRAINT ck_condition_answer_reason CHECK (answer = computed OR reason IS NOT NULL)
  )`,
  `CREATE TABLE reconsideration.decision_record (
    ${CASE('decision_record')},
    decided_on date NOT NULL,
    decided_by uuid NOT NULL,
    overdue boolean NOT NULL,
    mode text NOT NULL,
    meeting_on date,
    meeting_record text,
    attendees jsonb,
    CONSTRAINT pk_decision_record PRIMARY KEY (case_id),
    CONSTRAINT ck_decision_record_mode CHECK ((mode = 'COLLECTIVE') = (attendees IS NOT NULL) AND mode IN ('HEAD','COLLECTIVE'))
  )`,
  `CREATE TABLE reconsideration.performance_item (
    ${ID('performance_item')},
    ${CASE('performance_item')},
    kind text NOT NULL,
    obligor_id uuid NOT NULL,
    content text NOT NULL,
    due_on date,
    state text NOT NULL,
    finding text,
    CONSTRAINT ck_performance_item_kind CHECK (kind IN ('REMAKE','PERFORM','COMPENSATE','RETURN','OTHER')),
    CONSTRAINT ck_performance_item_state CHECK (state IN ('OPEN','PARTIAL','REPORTED','DONE','NOT_NEEDED'))
  )`,
  'CREATE INDEX ix_performance_item_case ON reconsideration.performance_item (case_id, id)',
  `CREATE TABLE reconsideration.performance_report (
    ${ID('performance_report')},
    item_id uuid NOT NULL CONSTRAINT fk_performance_report_item REFERENCES reconsideration.performance_item (id),
    outcome text NOT NULL,
    performed_on date NOT NULL,
    description text NOT NULL,
    proof_file_id uuid,
    reported_by uuid NOT NULL,
    reported_on date NOT NULL
  )`,
  'CREATE INDEX ix_performance_report_item ON reconsideration.performance_report (item_id, id)',
  `CREATE TABLE reconsideration.enforcement_measure (
    ${ID('enforcement_measure')},
    ${CASE('enforcement_measure')},
    kind text NOT NULL,
    taken_on date NOT NULL,
    target_id uuid,
    due_on date,
    record jsonb NOT NULL,
    CONSTRAINT ck_enforcement_measure_kind CHECK (kind IN ('ORDER','INTERVIEW','CRITICISM','DISCIPLINE','ENFORCEMENT'))
  )`,
  'CREATE INDEX ix_enforcement_measure_case ON reconsideration.enforcement_measure (case_id, id)',
  `CREATE TABLE reconsideration.aftermath (
    ${CASE('aftermath')},
    followed_up boolean NOT NULL DEFAULT false,
    superior_copied_on date,
    superior text,
    review text NOT NULL DEFAULT 'NONE',
    redactions text[] NOT NULL DEFAULT '{}',
    publication text,
    publication_reason text,
    publication_decided_on date,
    published_on date,
    channel text,
    closed_on date,
    summary text,
    archived_on date,
    archive_year int,
    archive_number text,
    file_list jsonb,
    CONSTRAINT pk_aftermath PRIMARY KEY (case_id),
    CONSTRAINT ck_aftermath_review CHECK (review IN ('NONE','OPEN','CLOSED')),
    CONSTRAINT ck_aftermath_publication CHECK (publication IN ('PUBLIC','PARTIAL','NOT_PUBLIC')),
    CONSTRAINT ck_aftermath_published CHECK (published_on IS NULL OR publication IN ('PUBLIC','PARTIAL'))
  )`,
  `CREATE TABLE reconsideration.letter (
    ${ID('letter')},
    ${CASE('letter')},
    kind text NOT NULL,
    recipient_organ_id uuid NOT NULL CONSTRAINT fk_letter_recipient REFERENCES directory.organ (id),
    content text NOT NULL,
    issued_on date NOT NULL,
    received_on date,
    reported_on date,
    report text,
    report_file_id uuid,
    CONSTRAINT ck_letter_kind CHECK (kind IN ('OPINION','SUGGESTION'))
  )`,
  'CREATE INDEX ix_letter_case ON reconsideration.letter (case_id, id)',
  `CREATE TABLE reconsideration.litigation (
    ${ID('litigation')},
    ${CASE('litigation')},
    court text NOT NULL,
    court_number text NOT NULL,
    plaintiff_id uuid NOT NULL,
    role text NOT NULL,
    noticed_on date NOT NULL,
    CONSTRAINT ck_litigation_role CHECK (role IN ('SOLE','JOINT'))
  )`,
  'CREATE UNIQUE INDEX ux_litigation_number ON reconsideration.litigation (case_id, court_number)',
];
