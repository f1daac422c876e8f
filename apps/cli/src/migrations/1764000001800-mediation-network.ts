import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MediationNetwork1764000001800 implements MigrationInterface {
  name = 'MediationNetwork1764000001800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mediation.ix_assigned_mediator_person');
    await runner.query('DROP INDEX mediation.ix_mediation_committee');
    await runner.query('DROP TABLE mediation.mediator_profile');
    await runner.query('DROP TABLE mediation.committee_profile');
  }
}

const STATEMENTS = [
  `CREATE TABLE mediation.committee_profile (
    committee_id uuid NOT NULL CONSTRAINT pk_committee_profile PRIMARY KEY
      CONSTRAINT fk_committee_profile_organ REFERENCES directory.organ (id),
    level text NOT NULL,
    kind text NOT NULL,
    industry text,
    matters text[] NOT NULL DEFAULT '{}',
    areas text[] NOT NULL DEFAULT '{}',
    contract_from date,
    contract_until date,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_committee_profile_level CHECK (level IN ('DISTRICT','TOWN','VILLAGE')),
    CONSTRAINT ck_committee_profile_kind CHECK (kind IN
      ('CENTRE','DEPARTMENT','TOWNSHIP','INDUSTRY','VILLAGE','STATION','SOCIAL_ORGANISATION')),
    CONSTRAINT ck_committee_profile_contract CHECK (contract_until IS NULL OR contract_until > contract_from)
  )`,
  `CREATE TABLE mediation.mediator_profile (
    person_id uuid NOT NULL CONSTRAINT pk_mediator_profile PRIMARY KEY
      CONSTRAINT fk_mediator_profile_person REFERENCES directory.person (id),
    expertise text[] NOT NULL DEFAULT '{}',
    languages text[] NOT NULL DEFAULT '{PUTONGHUA}',
    engagement text NOT NULL,
    cap int NOT NULL DEFAULT 20,
    term_from date NOT NULL,
    term_until date,
    former_organ_ids uuid[] NOT NULL DEFAULT '{}',
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_mediator_profile_engagement CHECK (engagement IN ('FULL_TIME','PER_CASE')),
    CONSTRAINT ck_mediator_profile_cap CHECK (cap BETWEEN 0 AND 1000),
    CONSTRAINT ck_mediator_profile_term CHECK (term_until IS NULL OR term_until > term_from)
  )`,
  'CREATE INDEX ix_assigned_mediator_person ON mediation.assigned_mediator (person_id)',
  'CREATE INDEX ix_mediation_committee ON mediation.mediation (committee_id)',
];
