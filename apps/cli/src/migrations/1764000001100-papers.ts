import type { MigrationInterface, QueryRunner } from 'typeorm';

const LITIGATION = '如不服本决定，可以自收到本决定书之日起十五日内向{court}提起行政诉讼。';

export class Papers1764000001100 implements MigrationInterface {
  name = 'Papers1764000001100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TEMPLATE, DOCUMENT, VERSION, ISSUER, RELIEF, RENDITION]) await runner.query(statement);
    for (const statement of [...INDEXES, ...FROZEN, ...SERIES, ISSUERS]) await runner.query(statement);
    await runner.query(RELIEFS, [LITIGATION]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE documents.rendition, documents.document_version, documents.document, documents.template, documents.issuer, documents.relief_rule',
    );
    await runner.query('DROP FUNCTION documents.keep_signed()');
    await runner.query(`DELETE FROM documents.counter WHERE series LIKE 'rc-%'`);
    await runner.query(`DELETE FROM documents.series WHERE code LIKE 'rc-%'`);
  }
}

const TEMPLATE = `CREATE TABLE documents.template (
  id uuid NOT NULL CONSTRAINT pk_template PRIMARY KEY,
  kind text NOT NULL,
  version int NOT NULL,
  active boolean NOT NULL DEFAULT false,
  file bytea NOT NULL,
  hash text NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL
)`;

const DOCUMENT = `CREATE TABLE documents.document (
  id uuid NOT NULL CONSTRAINT pk_document PRIMARY KEY,
  kind text NOT NULL,
  title text NOT NULL,
  case_id uuid NOT NULL,
  dispute_id uuid NOT NULL,
  volume text NOT NULL CONSTRAINT ck_document_volume CHECK (volume IN ('MAIN','SUB')),
  state text NOT NULL CONSTRAINT ck_document_state
    CHECK (state IN ('DRAFT','SUBMITTED','RETURNED','SIGNED','VOID','DISCARDED')),
  version int NOT NULL DEFAULT 1,
  data jsonb NOT NULL,
  addressees jsonb NOT NULL,
  number text,
  issued_on date,
  content jsonb,
  hash text,
  template_id uuid CONSTRAINT fk_document_template REFERENCES documents.template (id),
  drafted_by uuid NOT NULL,
  drafted_at timestamptz NOT NULL,
  signed_by uuid,
  signed_at timestamptz,
  return_reason text,
  voided_by uuid,
  voided_at timestamptz,
  void_reason text,
  CONSTRAINT ck_document_signed
    CHECK (state <> 'SIGNED' OR num_nulls(content, hash, issued_on, signed_by, signed_at) = 0),
  CONSTRAINT ck_document_number CHECK (number IS NULL OR state IN ('SIGNED','VOID'))
)`;

const VERSION = `CREATE TABLE documents.document_version (
  document_id uuid NOT NULL CONSTRAINT fk_document_version_document REFERENCES documents.document (id),
  version int NOT NULL,
  data jsonb NOT NULL,
  addressees jsonb NOT NULL,
  hash text NOT NULL,
  saved_by uuid NOT NULL,
  saved_at timestamptz NOT NULL,
  CONSTRAINT pk_document_version PRIMARY KEY (document_id, version)
)`;

const ISSUER = `CREATE TABLE documents.issuer (
  seal text NOT NULL CONSTRAINT pk_issuer PRIMARY KEY
    CONSTRAINT ck_issuer_seal CHECK (seal IN ('AUTHORITY','SPECIAL','RECEIPT','NONE')),
  name text NOT NULL
)`;

const RELIEF = `CREATE TABLE documents.relief_rule (
  id uuid NOT NULL CONSTRAINT pk_relief_rule PRIMARY KEY,
  code text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  text text NOT NULL,
  article text NOT NULL,
  court text,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  reason text NOT NULL,
  CONSTRAINT ck_relief_rule_validity CHECK (valid_until IS NULL OR valid_until > valid_from)
)`;

const RENDITION = `CREATE TABLE documents.rendition (
  document_id uuid NOT NULL CONSTRAINT fk_rendition_document REFERENCES documents.document (id),
  format text NOT NULL CONSTRAINT ck_rendition_format CHECK (format IN ('docx','pdf')),
  state text NOT NULL CONSTRAINT ck_rendition_state CHECK (state IN ('PENDING','DONE','FAILED')),
  attempts int NOT NULL DEFAULT 0,
  error_code text,
  claimed_until timestamptz,
  file bytea,
  hash text,
  engine text,
  done_at timestamptz,
  CONSTRAINT pk_rendition PRIMARY KEY (document_id, format),
  CONSTRAINT ck_rendition_done CHECK (state <> 'DONE' OR num_nulls(file, hash, engine, done_at) = 0)
)`;

const INDEXES = [
  'CREATE UNIQUE INDEX ux_template_version ON documents.template (kind, version)',
  'CREATE UNIQUE INDEX ux_template_active ON documents.template (kind) WHERE active',
  'CREATE UNIQUE INDEX ux_document_number ON documents.document (number)',
  'CREATE INDEX ix_document_case ON documents.document (case_id, id)',
  `CREATE INDEX ix_document_voided ON documents.document (voided_at) WHERE state = 'VOID'`,
  'CREATE UNIQUE INDEX ux_relief_rule_from ON documents.relief_rule (code, valid_from)',
  'CREATE UNIQUE INDEX ux_relief_rule_open ON documents.relief_rule (code) WHERE valid_until IS NULL',
];

/** What was signed stays as it was signed, and a number once given stays given, whatever the code above does. */
const FROZEN = [
  `CREATE FUNCTION documents.keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' THEN
       RAISE EXCEPTION 'a signed paper is not deleted';
     END IF;
     IF (NEW.content, NEW.hash, NEW.number, NEW.issued_on, NEW.data, NEW.addressees, NEW.template_id, NEW.signed_by, NEW.signed_at)
       IS DISTINCT FROM
       (OLD.content, OLD.hash, OLD.number, OLD.issued_on, OLD.data, OLD.addressees, OLD.template_id, OLD.signed_by, OLD.signed_at) THEN
       RAISE EXCEPTION 'a signed paper is not changed';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER tr_document_keep_signed BEFORE UPDATE OR DELETE ON documents.document
   FOR EACH ROW WHEN (OLD.hash IS NOT NULL) EXECUTE FUNCTION documents.keep_signed()`,
];

const SERIES = [
  `INSERT INTO documents.series (code, prefix, name) VALUES
   ('rc-acceptance', '余政复受', '受理通知书'),
   ('rc-correction', '余政复补', '补正通知书'),
   ('rc-refusal', '余政复不受', '不予受理决定书'),
   ('rc-reply', '余政复答', '答复通知书'),
   ('rc-third-party', '余政复参', '第三人参加通知书'),
   ('rc-hearing', '余政复听', '听证通知书'),
   ('rc-extension', '余政复延', '延期审理通知书'),
   ('rc-suspension', '余政复中', '中止通知书'),
   ('rc-resumption', '余政复恢', '恢复审理通知书'),
   ('rc-stay', '余政复停', '停止执行通知书'),
   ('rc-termination', '余政复终', '终止决定书'),
   ('rc-decision', '余政复决', '行政复议决定书'),
   ('rc-mediation', '余政复调', '行政复议调解书'),
   ('rc-dismissal', '余政复驳', '驳回行政复议申请决定书'),
   ('rc-opinion', '余政复意', '行政复议意见书'),
   ('rc-suggestion', '余政复建', '行政复议建议书'),
   ('rc-performance', '余政复责', '责令履行通知书'),
   ('rc-conversion', '余政复转', '转为普通程序通知书'),
   ('rc-letter', '余政复函', '函'),
   ('rc-notice', '余政复告', '告知书')`,
];

const ISSUERS = `INSERT INTO documents.issuer (seal, name) VALUES
  ('AUTHORITY', '杭州市余杭区人民政府'),
  ('SPECIAL', '杭州市余杭区人民政府'),
  ('RECEIPT', '杭州市余杭区司法局（区行政复议局）'),
  ('NONE', '')`;

// In force since the Act of 2023; what was signed before is not made here.
const RELIEFS = `INSERT INTO documents.relief_rule (id, code, valid_from, text, article, court, changed_by, reason)
  SELECT gen_random_uuid(), code, '2024-01-01', text, article, court, '00000000-0000-7000-8000-000000000000', '系统初始值'
  FROM (VALUES
    ('LITIGATION', $1::text, '行政诉讼法 第45条；复议法 2023 第10条、第34条', NULL),
    ('LITIGATION_MAINTAIN', $1, '行政诉讼法 第26条第2款、第45条；法释〔2018〕1号 第134条第3款', '有管辖权的基层人民法院'),
    ('LITIGATION_CHANGE', $1, '行政诉讼法 第15条第1项、第45条', '杭州市中级人民法院'),
    ('NO_DECISION_IN_TIME', '行政复议机关逾期不作决定的，申请人可以自复议期满之日起十五日内向{court}提起行政诉讼。',
      '行政诉讼法 第45条', NULL),
    ('MEDIATION', '本调解书经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力。', '复议法 2023 第73条', NULL),
    ('WITHDRAWN', '申请人不得再以同一事实和理由提出行政复议申请，但是申请人能够证明撤回行政复议申请违背其真实意愿的除外。',
      '复议法 2023 第74条', NULL)
  ) AS r(code, text, article, court)`;
