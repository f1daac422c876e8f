import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Case ownership from the rule of entry to strike-off. */
export class OwnershipWhole1764000002600 implements MigrationInterface {
  name = 'OwnershipWhole1764000002600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...LINE,
      ...ENTRY,
      ...LIST,
      ...SUPERVISION,
      ...CHANGES,
      ...INSTRUCTIONS,
      ...KEPT,
      ...SERIES,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ownership.${table}`);
    await runner.query('DROP FUNCTION ownership.keep_entry');
    await runner.query('ALTER TABLE ownership.plan DROP COLUMN decided_on, DROP COLUMN opinion');
    await runner.query('DROP INDEX ownership.ix_ownership_leader, ownership.ix_ownership_unit');
    await runner.query(
      'ALTER TABLE ownership.ownership DROP CONSTRAINT ck_ownership_mark, DROP CONSTRAINT ck_ownership_source',
    );
    for (const column of COLUMNS) await runner.query(`ALTER TABLE ownership.ownership DROP COLUMN ${column}`);
    for (const table of ['series_prefix', 'counter'])
      await runner.query(`DELETE FROM documents.${table} WHERE series LIKE 'co-%'`);
    await runner.query(`DELETE FROM documents.series WHERE code LIKE 'co-%'`);
  }
}

const TABLES = [
  'last_look',
  'interference',
  'instruction_entry',
  'instruction',
  'reopening',
  'claim',
  'hand_over',
  'extension',
  'supervision_reply',
  'supervision',
  'mark',
  'list_entry',
  'list_batch',
  'task_list',
  'setting',
  'candidate',
];

const COLUMNS = [
  'cooperating_unit_ids',
  'source',
  'stage',
  'court',
  'focus',
  'measures',
  'listed_at',
  'acted_on',
  'moved_at',
  'state_since',
  'extended_on',
  'struck_off_on',
  'outcome',
  'closing',
];

const CASE = (table: string): string =>
  `case_id uuid NOT NULL CONSTRAINT fk_${table}_case REFERENCES cases.case_file (id)`;

const LINE = [
  `ALTER TABLE ownership.ownership
    ADD COLUMN cooperating_unit_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN source text NOT NULL DEFAULT 'HAND',
    ADD COLUMN stage text,
    ADD COLUMN court text,
    ADD COLUMN focus text,
    ADD COLUMN measures text,
    ADD COLUMN listed_at timestamptz,
    ADD COLUMN acted_on date,
    ADD COLUMN moved_at timestamptz,
    ADD COLUMN state_since date,
    ADD COLUMN extended_on date,
    ADD COLUMN struck_off_on date,
    ADD COLUMN outcome text,
    ADD COLUMN closing jsonb,
    ADD CONSTRAINT ck_ownership_mark CHECK (mark IN ('NONE','YELLOW','RED')),
    ADD CONSTRAINT ck_ownership_source CHECK (source IN ('RULE','HAND'))`,
  // What was there before: when it last changed is known of the case only.
  `UPDATE ownership.ownership o SET moved_at = f.updated_at, acted_on = (f.updated_at AT TIME ZONE 'Asia/Shanghai')::date,
     state_since = (f.updated_at AT TIME ZONE 'Asia/Shanghai')::date,
     listed_at = CASE WHEN f.state NOT IN ('PROPOSED','NOT_LISTED') THEN f.updated_at END
   FROM cases.case_file f WHERE f.id = o.case_id`,
  'CREATE INDEX ix_ownership_leader ON ownership.ownership (leader_id)',
  'CREATE INDEX ix_ownership_unit ON ownership.ownership (unit_id)',
  'ALTER TABLE ownership.plan ADD COLUMN decided_on date, ADD COLUMN opinion text',
];

const ENTRY = [
  `CREATE TABLE ownership.candidate (
    id uuid NOT NULL CONSTRAINT pk_candidate PRIMARY KEY,
    dispute_id uuid NOT NULL CONSTRAINT fk_candidate_dispute REFERENCES cases.dispute (id),
    state text NOT NULL,
    matches text[] NOT NULL,
    rule_version int NOT NULL,
    found_on date NOT NULL,
    reason text,
    settled_by uuid,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT ck_candidate_state CHECK (state IN ('WAITING','PROPOSED','DISMISSED','LAPSED'))
  )`,
  'CREATE UNIQUE INDEX ux_candidate_dispute ON ownership.candidate (dispute_id)',
  `CREATE INDEX ix_candidate_waiting ON ownership.candidate (found_on, id) WHERE state = 'WAITING'`,
  `CREATE TABLE ownership.setting (
    kind text NOT NULL,
    version int NOT NULL,
    id uuid NOT NULL,
    content jsonb NOT NULL,
    reason text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamptz NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (kind, version),
    CONSTRAINT ck_setting_kind CHECK (kind IN ('ENTRY_RULE','PRACTICE'))
  )`,
];

const LIST = [
  `CREATE TABLE ownership.task_list (
    year smallint NOT NULL CONSTRAINT pk_task_list PRIMARY KEY,
    title text NOT NULL,
    last_serial int NOT NULL DEFAULT 0,
    last_position int NOT NULL DEFAULT 0,
    head text NOT NULL DEFAULT ''
  )`,
  `CREATE TABLE ownership.list_batch (
    id uuid NOT NULL CONSTRAINT pk_list_batch PRIMARY KEY,
    year smallint NOT NULL CONSTRAINT fk_list_batch_list REFERENCES ownership.task_list (year),
    no int NOT NULL,
    number text NOT NULL,
    basis text NOT NULL,
    opinion text NOT NULL,
    approved_on date NOT NULL,
    approved_by uuid NOT NULL
  )`,
  'CREATE UNIQUE INDEX ux_list_batch_no ON ownership.list_batch (year, no)',
  'CREATE UNIQUE INDEX ux_list_batch_number ON ownership.list_batch (number)',
  `CREATE TABLE ownership.list_entry (
    id uuid NOT NULL CONSTRAINT pk_list_entry PRIMARY KEY,
    year smallint NOT NULL CONSTRAINT fk_list_entry_list REFERENCES ownership.task_list (year),
    position int NOT NULL,
    serial int NOT NULL,
    revision int NOT NULL,
    kind text NOT NULL,
    ${CASE('list_entry')},
    batch_id uuid CONSTRAINT fk_list_entry_batch REFERENCES ownership.list_batch (id),
    content jsonb NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    entered_on date NOT NULL,
    entered_by uuid NOT NULL,
    CONSTRAINT ck_list_entry_kind CHECK (kind IN ('LISTED','CHANGED','EXTENDED','REOPENED')),
    CONSTRAINT ck_list_entry_batch CHECK ((kind = 'LISTED') = (batch_id IS NOT NULL))
  )`,
  'CREATE UNIQUE INDEX ux_list_entry_position ON ownership.list_entry (year, position)',
  'CREATE UNIQUE INDEX ux_list_entry_revision ON ownership.list_entry (year, serial, revision)',
  'CREATE INDEX ix_list_entry_case ON ownership.list_entry (case_id, id)',
];

const SUPERVISION = [
  `CREATE TABLE ownership.mark (
    id uuid NOT NULL CONSTRAINT pk_mark PRIMARY KEY,
    ${CASE('mark')},
    mark text NOT NULL,
    cause text NOT NULL,
    marked_on date NOT NULL,
    lifted_on date,
    lifted_by text,
    CONSTRAINT ck_mark_kind CHECK (mark IN ('YELLOW','RED','CIRCULAR'))
  )`,
  'CREATE UNIQUE INDEX ux_mark_cause ON ownership.mark (case_id, cause)',
  `CREATE TABLE ownership.supervision (
    id uuid NOT NULL CONSTRAINT pk_supervision PRIMARY KEY,
    ${CASE('supervision')},
    number text NOT NULL,
    reason text NOT NULL,
    basis text NOT NULL,
    demand text NOT NULL,
    state text NOT NULL,
    by_leader boolean NOT NULL,
    issued_on date NOT NULL,
    issued_by uuid NOT NULL,
    acknowledged_on date,
    acknowledged_by uuid,
    CONSTRAINT ck_supervision_state CHECK (state IN ('ISSUED','ACKNOWLEDGED','REPLIED','RETURNED','ACCEPTED','LAPSED'))
  )`,
  'CREATE INDEX ix_supervision_case ON ownership.supervision (case_id, id)',
  'CREATE UNIQUE INDEX ux_supervision_number ON ownership.supervision (number)',
  `CREATE TABLE ownership.supervision_reply (
    id uuid NOT NULL CONSTRAINT pk_supervision_reply PRIMARY KEY,
    order_id uuid NOT NULL CONSTRAINT fk_supervision_reply_order REFERENCES ownership.supervision (id),
    content text NOT NULL,
    file_ids uuid[] NOT NULL,
    replied_on date NOT NULL,
    replied_by uuid NOT NULL,
    outcome text,
    opinion text,
    decided_on date,
    decided_by uuid,
    CONSTRAINT ck_supervision_reply_outcome CHECK (outcome IN ('ACCEPTED','RETURNED'))
  )`,
  'CREATE INDEX ix_supervision_reply_order ON ownership.supervision_reply (order_id, id)',
];

const CHANGES = [
  `CREATE TABLE ownership.extension (
    id uuid NOT NULL CONSTRAINT pk_extension PRIMARY KEY,
    ${CASE('extension')},
    state text NOT NULL,
    days int NOT NULL,
    reason text NOT NULL,
    asked_on date,
    asked_by uuid,
    decided_on date,
    decided_by uuid,
    opinion text,
    CONSTRAINT ck_extension_state CHECK (state IN ('ASKED','GRANTED','REFUSED')),
    CONSTRAINT ck_extension_days CHECK (days BETWEEN 1 AND 30)
  )`,
  `CREATE UNIQUE INDEX ux_extension_asked ON ownership.extension (case_id) WHERE state = 'ASKED'`,
  'CREATE INDEX ix_extension_case ON ownership.extension (case_id, id)',
  `CREATE TABLE ownership.hand_over (
    id uuid NOT NULL CONSTRAINT pk_hand_over PRIMARY KEY,
    ${CASE('hand_over')},
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    reason text NOT NULL,
    note text NOT NULL,
    changed_on date NOT NULL,
    changed_by uuid NOT NULL
  )`,
  'CREATE INDEX ix_hand_over_case ON ownership.hand_over (case_id, id)',
  `CREATE TABLE ownership.claim (
    id uuid NOT NULL CONSTRAINT pk_claim PRIMARY KEY,
    ${CASE('claim')},
    kind text NOT NULL,
    summary text NOT NULL,
    amount_fen bigint,
    file_ids uuid[] NOT NULL,
    claimed_on date NOT NULL,
    claimed_by uuid NOT NULL,
    outcome text,
    checklist jsonb,
    verified_on date,
    verified_by uuid,
    signed_on date,
    signed_by uuid,
    signed_opinion text,
    CONSTRAINT ck_claim_outcome CHECK (outcome IN ('VERIFIED','FAILED','STRUCK_OFF','REFUSED'))
  )`,
  'CREATE INDEX ix_claim_case ON ownership.claim (case_id, id)',
  `CREATE TABLE ownership.reopening (
    id uuid NOT NULL CONSTRAINT pk_reopening PRIMARY KEY,
    ${CASE('reopening')},
    reason text NOT NULL,
    resolve_by date NOT NULL,
    struck_off_on date NOT NULL,
    reopened_on date NOT NULL,
    reopened_by uuid NOT NULL
  )`,
  'CREATE INDEX ix_reopening_case ON ownership.reopening (case_id, id)',
];

const INSTRUCTIONS = [
  `CREATE TABLE ownership.instruction (
    id uuid NOT NULL CONSTRAINT pk_instruction PRIMARY KEY,
    ${CASE('instruction')},
    content text NOT NULL,
    state text NOT NULL,
    given_at timestamptz NOT NULL,
    given_by uuid NOT NULL,
    CONSTRAINT ck_instruction_state CHECK (state IN ('OPEN','ANSWERED','ACCEPTED','LAPSED'))
  )`,
  'CREATE INDEX ix_instruction_case ON ownership.instruction (case_id, id)',
  `CREATE TABLE ownership.instruction_entry (
    id uuid NOT NULL CONSTRAINT pk_instruction_entry PRIMARY KEY,
    instruction_id uuid NOT NULL CONSTRAINT fk_instruction_entry_instruction REFERENCES ownership.instruction (id),
    kind text NOT NULL,
    content text NOT NULL,
    at timestamptz NOT NULL,
    by uuid NOT NULL,
    CONSTRAINT ck_instruction_entry_kind CHECK (kind IN ('ANSWER','ACCEPT','PRESS'))
  )`,
  'CREATE INDEX ix_instruction_entry_instruction ON ownership.instruction_entry (instruction_id, id)',
  `CREATE TABLE ownership.interference (
    id uuid NOT NULL CONSTRAINT pk_interference PRIMARY KEY,
    ${CASE('interference')},
    dispute_id uuid NOT NULL CONSTRAINT fk_interference_dispute REFERENCES cases.dispute (id),
    about_case_id uuid,
    ground text NOT NULL,
    content text NOT NULL,
    at timestamptz NOT NULL,
    person_id uuid NOT NULL
  )`,
  'CREATE INDEX ix_interference_case ON ownership.interference (case_id)',
  `CREATE TABLE ownership.last_look (
    person_id uuid NOT NULL CONSTRAINT pk_last_look PRIMARY KEY,
    looked_at timestamptz NOT NULL
  )`,
];

/** What was approved, and what a leader said, is kept as it was. */
const KEPT = [
  `CREATE FUNCTION ownership.keep_entry() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION '% is kept as it is', TG_TABLE_NAME;
   END $$`,
  `CREATE TRIGGER tr_list_entry_keep BEFORE UPDATE OR DELETE ON ownership.list_entry
   FOR EACH ROW EXECUTE FUNCTION ownership.keep_entry()`,
  `CREATE TRIGGER tr_interference_keep BEFORE UPDATE OR DELETE ON ownership.interference
   FOR EACH ROW EXECUTE FUNCTION ownership.keep_entry()`,
  `CREATE TRIGGER tr_setting_keep BEFORE UPDATE OR DELETE ON ownership.setting
   FOR EACH ROW EXECUTE FUNCTION ownership.keep_entry()`,
  `CREATE TRIGGER tr_instruction_keep BEFORE UPDATE OF content, given_at, given_by OR DELETE ON ownership.instruction
   FOR EACH ROW EXECUTE FUNCTION ownership.keep_entry()`,
];

const SERIES = [
  `INSERT INTO documents.series (code, prefix, name) VALUES
   ('co-list', '余包清', '任务分解清单'), ('co-supervision', '余包督', '督办单')`,
  `INSERT INTO documents.series_prefix (prefix, series) SELECT prefix, code FROM documents.series WHERE code LIKE 'co-%'`,
];
