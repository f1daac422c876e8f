import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cases1764000000600 implements MigrationInterface {
  name = 'Cases1764000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA cases');
    for (const statement of [...DISPUTE, ...CASE, ...SEARCH]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA cases CASCADE');
  }
}

const DISPUTE = [
  `CREATE TABLE cases.dispute (
    id uuid NOT NULL CONSTRAINT pk_dispute PRIMARY KEY,
    number text,
    status text NOT NULL,
    version int NOT NULL DEFAULT 1,
    channel text NOT NULL,
    source_organ_id uuid CONSTRAINT fk_dispute_source REFERENCES directory.organ (id),
    received_on date NOT NULL,
    registered_on date,
    title text NOT NULL,
    facts text NOT NULL,
    claims text NOT NULL,
    field_code text NOT NULL,
    matter_code text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    amount numeric(16,2),
    respondent_organ_id uuid CONSTRAINT fk_dispute_respondent REFERENCES directory.organ (id),
    act_name text NOT NULL,
    act_document_no text,
    act_on date,
    act_known_on date,
    rights_known_on date,
    concerns_real_estate boolean NOT NULL DEFAULT false,
    organ_id uuid NOT NULL CONSTRAINT fk_dispute_organ REFERENCES directory.organ (id),
    handler_id uuid CONSTRAINT fk_dispute_handler REFERENCES directory.person (id),
    next_due_on date,
    ledger_no text,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_dispute_status CHECK (status IN ('DRAFT','REGISTERED','CLOSED','VOID')),
    CONSTRAINT ck_dispute_channel CHECK (channel IN ('WINDOW','LETTER','HOTLINE','TRANSFER','ONLINE')),
    CONSTRAINT ck_dispute_number CHECK ((status = 'DRAFT') = (number IS NULL) OR status = 'VOID')
  )`,
  'CREATE UNIQUE INDEX ux_dispute_number ON cases.dispute (number)',
  'CREATE UNIQUE INDEX ux_dispute_ledger_no ON cases.dispute (ledger_no) WHERE ledger_no IS NOT NULL',
  'CREATE INDEX ix_dispute_respondent ON cases.dispute (respondent_organ_id, act_document_no)',
  'CREATE INDEX ix_dispute_field ON cases.dispute (field_code)',
  `CREATE INDEX ix_dispute_drafts ON cases.dispute (created_by) WHERE status = 'DRAFT'`,
  'CREATE INDEX ix_dispute_registered ON cases.dispute (registered_on, id) WHERE registered_on IS NOT NULL',
  // Numbers in the order they were given: by series and year, then by length, since they have no leading zeros.
  `CREATE INDEX ix_dispute_number_order ON cases.dispute (split_part(number, '〕', 1), length(number), number)
    WHERE number IS NOT NULL`,
  `CREATE TABLE cases.party (
    id uuid NOT NULL CONSTRAINT pk_party PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_party_dispute REFERENCES cases.dispute (id) ON DELETE CASCADE,
    sort_order smallint NOT NULL,
    role text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    id_type text,
    id_cipher bytea,
    id_hash bytea,
    id_masked text,
    phone text,
    address text,
    legal_representative text,
    is_representative boolean NOT NULL DEFAULT false,
    acts_for_id uuid,
    authority text,
    CONSTRAINT ck_party_role CHECK (role IN ('APPLICANT','THIRD_PARTY','AGENT')),
    CONSTRAINT ck_party_kind CHECK (kind IN ('PERSON','ORGANISATION'))
  )`,
  'CREATE INDEX ix_party_dispute ON cases.party (dispute_id, sort_order)',
  'CREATE INDEX ix_party_id_hash ON cases.party (id_hash) WHERE id_hash IS NOT NULL',
  'CREATE INDEX ix_party_name ON cases.party (name)',
  `CREATE TABLE cases.dispute_link (
    a_id uuid NOT NULL CONSTRAINT fk_dispute_link_a REFERENCES cases.dispute (id),
    b_id uuid NOT NULL CONSTRAINT fk_dispute_link_b REFERENCES cases.dispute (id),
    kind text NOT NULL,
    reason text NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_dispute_link PRIMARY KEY (a_id, b_id),
    CONSTRAINT ck_dispute_link_kind CHECK (kind IN ('SAME_ACT','SAME_PARTY','FOLLOW_UP','DUPLICATE','OTHER')),
    CONSTRAINT ck_dispute_link_order CHECK (a_id < b_id)
  )`,
];

const CASE = [
  `CREATE TABLE cases.case_file (
    id uuid NOT NULL CONSTRAINT pk_case_file PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_case_file_dispute REFERENCES cases.dispute (id),
    procedure text NOT NULL,
    number text NOT NULL,
    state text NOT NULL,
    open boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1,
    handler_id uuid CONSTRAINT fk_case_file_handler REFERENCES directory.person (id),
    opened_on date NOT NULL,
    closed_on date,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_case_file_procedure CHECK (procedure IN ('reconsideration','mediation','ownership'))
  )`,
  'CREATE UNIQUE INDEX ux_case_file_number ON cases.case_file (number)',
  'CREATE INDEX ix_case_file_dispute ON cases.case_file (dispute_id)',
  'CREATE INDEX ix_case_file_state ON cases.case_file (procedure, state)',
  `CREATE TABLE cases.participant (
    id uuid NOT NULL CONSTRAINT pk_participant PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_participant_dispute REFERENCES cases.dispute (id) ON DELETE CASCADE,
    case_id uuid CONSTRAINT fk_participant_case REFERENCES cases.case_file (id),
    role text NOT NULL,
    person_id uuid CONSTRAINT fk_participant_person REFERENCES directory.person (id),
    organ_id uuid CONSTRAINT fk_participant_organ REFERENCES directory.organ (id),
    since date NOT NULL,
    until date,
    reason text,
    CONSTRAINT ck_participant_who CHECK (num_nonnulls(person_id, organ_id) = 1)
  )`,
  'CREATE INDEX ix_participant_dispute ON cases.participant (dispute_id)',
  'CREATE INDEX ix_participant_person ON cases.participant (person_id) WHERE until IS NULL',
  `CREATE TABLE cases.access (
    principal_id uuid NOT NULL,
    dispute_id uuid NOT NULL CONSTRAINT fk_access_dispute REFERENCES cases.dispute (id) ON DELETE CASCADE,
    open boolean NOT NULL,
    due_on date NOT NULL,
    CONSTRAINT pk_access PRIMARY KEY (principal_id, dispute_id)
  )`,
  'CREATE INDEX ix_access_dispute ON cases.access (dispute_id)',
  'CREATE INDEX ix_access_queue ON cases.access (principal_id, due_on, dispute_id) WHERE open',
  `CREATE TABLE cases.proposal (
    id uuid NOT NULL CONSTRAINT pk_proposal PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_proposal_case REFERENCES cases.case_file (id),
    transition text NOT NULL,
    input jsonb NOT NULL,
    state text NOT NULL,
    step smallint NOT NULL DEFAULT 0,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    CONSTRAINT ck_proposal_state CHECK (state IN ('PENDING','PERFORMED','RETURNED','WITHDRAWN'))
  )`,
  `CREATE UNIQUE INDEX ux_proposal_pending ON cases.proposal (case_id) WHERE state = 'PENDING'`,
  `CREATE TABLE cases.opinion (
    id uuid NOT NULL CONSTRAINT pk_opinion PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT fk_opinion_case REFERENCES cases.case_file (id),
    proposal_id uuid CONSTRAINT fk_opinion_proposal REFERENCES cases.proposal (id),
    transition text NOT NULL,
    role text NOT NULL,
    person_id uuid NOT NULL,
    outcome text NOT NULL,
    opinion text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_opinion_outcome CHECK (outcome IN ('PASS','RETURN'))
  )`,
  'CREATE INDEX ix_opinion_case ON cases.opinion (case_id, id)',
];

const SEARCH = [
  // Overlapping pairs of characters, none across a line end; the last character of a line stands alone. The terms of
  // "工伤认定" are 工伤, 伤认, 认定, 定: so every character begins a term, and one character is found by its prefix.
  // plpgsql, because it keeps its plan.
  `CREATE FUNCTION cases.search_terms(content text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    DECLARE characters text[] := string_to_array(content, NULL);
    BEGIN
      RETURN (SELECT coalesce(array_agg(CASE WHEN b IS NULL OR b = E'\\n' THEN a ELSE a || b END), '{}')
        FROM unnest(characters, characters[2:]) AS pair(a, b) WHERE a <> E'\\n');
    END $$`,
  `CREATE FUNCTION cases.bigrams(content text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
    BEGIN RETURN array_to_tsvector(cases.search_terms(content)); END $$`,
  // Every second pair, and the last one, cover the keyword; LIKE proves the rest. Keywords are folded to letters and
  // digits before, so that a term cannot end its quotation.
  `CREATE FUNCTION cases.bigram_query(keyword text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(keyword) = 1 THEN (quote_literal(keyword) || ':*')::tsquery
      ELSE (SELECT string_agg(quote_literal(substr(keyword, i, 2)), ' & ')::tsquery
            FROM generate_series(1, length(keyword) - 1) AS i WHERE i % 2 = 1 OR i = length(keyword) - 1) END $$`,
  `CREATE TABLE cases.dispute_search (
    dispute_id uuid NOT NULL CONSTRAINT pk_dispute_search PRIMARY KEY
      CONSTRAINT fk_dispute_search_dispute REFERENCES cases.dispute (id) ON DELETE CASCADE,
    content text NOT NULL,
    bigrams tsvector
  )`,
  'CREATE INDEX ix_dispute_search_bigrams ON cases.dispute_search USING gin (bigrams)',
];
