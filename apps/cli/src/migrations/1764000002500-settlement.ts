import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settlement1764000002500 implements MigrationInterface {
  name = 'Settlement1764000002500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX cases.ix_case_file_closed');
    for (const table of ['settlement_line', 'settlement', 'tariff'])
      await runner.query(`DROP TABLE mediation.${table}`);
  }
}

const STATEMENTS = [
  `CREATE TABLE mediation.tariff (
    id uuid NOT NULL CONSTRAINT pk_tariff PRIMARY KEY,
    stage text NOT NULL,
    matter text NOT NULL,
    result text NOT NULL,
    complexity text NOT NULL,
    amount_fen bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    reason text NOT NULL,
    created_by uuid NOT NULL CONSTRAINT fk_tariff_person REFERENCES directory.person (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_tariff_amount CHECK (amount_fen BETWEEN 0 AND 100000000),
    CONSTRAINT ck_tariff_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
  )`,
  'CREATE UNIQUE INDEX ux_tariff_from ON mediation.tariff (stage, matter, result, complexity, valid_from)',
  `CREATE UNIQUE INDEX ux_tariff_open ON mediation.tariff (stage, matter, result, complexity) WHERE valid_until IS NULL`,
  `CREATE TABLE mediation.settlement (
    id uuid NOT NULL CONSTRAINT pk_settlement PRIMARY KEY,
    month date NOT NULL,
    state text NOT NULL,
    made_by uuid NOT NULL CONSTRAINT fk_settlement_maker REFERENCES directory.person (id),
    made_at timestamptz NOT NULL DEFAULT now(),
    approved_by uuid CONSTRAINT fk_settlement_approver REFERENCES directory.person (id),
    approved_at timestamptz,
    frozen_by uuid CONSTRAINT fk_settlement_freezer REFERENCES directory.person (id),
    frozen_at timestamptz,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_settlement_month CHECK (extract(day FROM month) = 1),
    CONSTRAINT ck_settlement_state CHECK (state IN ('DRAFT','APPROVED','FROZEN'))
  )`,
  'CREATE UNIQUE INDEX ux_settlement_month ON mediation.settlement (month)',
  `CREATE TABLE mediation.settlement_line (
    id uuid NOT NULL CONSTRAINT pk_settlement_line PRIMARY KEY,
    settlement_id uuid NOT NULL CONSTRAINT fk_settlement_line_settlement REFERENCES mediation.settlement (id),
    kind text NOT NULL,
    case_id uuid NOT NULL CONSTRAINT fk_settlement_line_case REFERENCES cases.case_file (id),
    person_id uuid NOT NULL CONSTRAINT fk_settlement_line_person REFERENCES directory.person (id),
    organ_id uuid NOT NULL CONSTRAINT fk_settlement_line_organ REFERENCES directory.organ (id),
    payee text NOT NULL,
    ended_on date NOT NULL,
    result text NOT NULL,
    complexity text NOT NULL,
    tariff_id uuid CONSTRAINT fk_settlement_line_tariff REFERENCES mediation.tariff (id),
    sharing int NOT NULL,
    amount_fen bigint NOT NULL,
    corrects_id uuid CONSTRAINT fk_settlement_line_corrected REFERENCES mediation.settlement_line (id),
    reason text,
    created_by uuid NOT NULL CONSTRAINT fk_settlement_line_maker REFERENCES directory.person (id),
    CONSTRAINT ck_settlement_line_kind CHECK (kind IN ('CASE','CORRECTION')),
    CONSTRAINT ck_settlement_line_payee CHECK (payee IN ('ORGANISATION','MEDIATOR')),
    CONSTRAINT ck_settlement_line_sharing CHECK (sharing > 0),
    CONSTRAINT ck_settlement_line_correction CHECK
      ((kind = 'CORRECTION') = (corrects_id IS NOT NULL) AND (kind = 'CORRECTION') = (reason IS NOT NULL))
  )`,
  // A case is paid once for a mediator, whatever the month.
  `CREATE UNIQUE INDEX ux_settlement_line_paid ON mediation.settlement_line (case_id, person_id) WHERE kind = 'CASE'`,
  'CREATE INDEX ix_settlement_line_settlement ON mediation.settlement_line (settlement_id, organ_id, person_id)',
  'CREATE INDEX ix_settlement_line_person ON mediation.settlement_line (person_id)',
  'CREATE INDEX ix_settlement_line_corrects ON mediation.settlement_line (corrects_id)',
  'CREATE INDEX ix_case_file_closed ON cases.case_file (procedure, closed_on)',
];
