import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Ownership1764000000800 implements MigrationInterface {
  name = 'Ownership1764000000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA ownership CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA ownership',
  `CREATE TABLE ownership.ownership (
    case_id uuid NOT NULL CONSTRAINT pk_ownership PRIMARY KEY
      CONSTRAINT fk_ownership_case REFERENCES cases.case_file (id),
    leader_id uuid NOT NULL CONSTRAINT fk_ownership_leader REFERENCES directory.person (id),
    unit_id uuid NOT NULL CONSTRAINT fk_ownership_unit REFERENCES directory.organ (id),
    unit_leader_id uuid NOT NULL CONSTRAINT fk_ownership_unit_leader REFERENCES directory.person (id),
    resolve_by date NOT NULL,
    risk text NOT NULL,
    target text NOT NULL,
    joint_meeting_on date,
    joint_meeting_reason text,
    listing_basis text,
    leader_acknowledged_on date,
    unit_acknowledged_on date,
    mark text NOT NULL DEFAULT 'NONE'
  )`,
  `CREATE TABLE ownership.plan (
    id uuid NOT NULL CONSTRAINT pk_plan PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_plan_case REFERENCES cases.case_file (id),
    state text NOT NULL,
    content jsonb NOT NULL,
    submitted_on date NOT NULL,
    submitted_by uuid NOT NULL,
    CONSTRAINT ck_plan_state CHECK (state IN ('SUBMITTED','RETURNED','APPROVED'))
  )`,
  'CREATE INDEX ix_plan_case ON ownership.plan (case_id, id)',
  `CREATE TABLE ownership.report (
    id uuid NOT NULL CONSTRAINT pk_report PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_report_case REFERENCES cases.case_file (id),
    kind text NOT NULL,
    done text NOT NULL,
    next text NOT NULL,
    risk text NOT NULL,
    party_contacted boolean NOT NULL,
    reported_on date NOT NULL,
    reported_by uuid NOT NULL
  )`,
  'CREATE INDEX ix_report_case ON ownership.report (case_id, id)',
];
