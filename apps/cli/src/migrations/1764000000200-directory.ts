import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Directory1764000000200 implements MigrationInterface {
  name = 'Directory1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA directory CASCADE');
  }
}

const STATEMENTS = [
  'CREATE SCHEMA directory',
  `CREATE TABLE directory.organ (
    id uuid NOT NULL CONSTRAINT pk_organ PRIMARY KEY,
    code text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    kind text NOT NULL,
    parent_id uuid CONSTRAINT fk_organ_parent REFERENCES directory.organ (id),
    region_code text,
    has_authorisation boolean NOT NULL,
    authorisation_basis text,
    valid_from date NOT NULL,
    valid_until date,
    successor_id uuid CONSTRAINT fk_organ_successor REFERENCES directory.organ (id) DEFERRABLE INITIALLY DEFERRED,
    sort_order int NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_organ_kind CHECK (kind IN ('GOVERNMENT','DEPARTMENT','MUNICIPAL_BRANCH','TOWN','SUBDISTRICT',
      'DISPATCHED','AUTHORISED_ORG','MANAGEMENT_COMMITTEE','RECONSIDERATION_INSTITUTION','MEDIATION_CENTRE',
      'MEDIATION_COMMITTEE')),
    CONSTRAINT ck_organ_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
  )`,
  'CREATE UNIQUE INDEX ux_organ_code ON directory.organ (code)',
  'CREATE INDEX ix_organ_parent ON directory.organ (parent_id)',
  'CREATE INDEX ix_organ_kind ON directory.organ (kind, sort_order)',
  `CREATE TABLE directory.person (
    id uuid NOT NULL CONSTRAINT pk_person PRIMARY KEY,
    name text NOT NULL,
    email text,
    phone text,
    legal_qualification_no text,
    version int NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE directory.post (
    id uuid NOT NULL CONSTRAINT pk_post PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_post_person REFERENCES directory.person (id),
    organ_id uuid NOT NULL CONSTRAINT fk_post_organ REFERENCES directory.organ (id),
    role text NOT NULL,
    title text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    sort_order int NOT NULL,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_post_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
  )`,
  'CREATE INDEX ix_post_person ON directory.post (person_id)',
  'CREATE INDEX ix_post_role ON directory.post (role, organ_id)',
];
