import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Files1764000001200 implements MigrationInterface {
  name = 'Files1764000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE documents.content (
      sha256 text NOT NULL CONSTRAINT pk_content PRIMARY KEY,
      bytes bigint NOT NULL,
      pages int,
      scan text NOT NULL,
      signature text,
      touched_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ck_content_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
      CONSTRAINT ck_content_scan CHECK (scan IN ('UNSCANNED','PENDING','CLEAN','INFECTED'))
    )`);
    await runner.query('CREATE INDEX ix_content_touched ON documents.content (touched_at)');
    await runner.query(`CREATE TABLE documents.file (
      id uuid NOT NULL CONSTRAINT pk_file PRIMARY KEY,
      case_id uuid NOT NULL,
      dispute_id uuid NOT NULL,
      title text NOT NULL,
      category text NOT NULL,
      volume text NOT NULL,
      side text NOT NULL,
      party_id uuid,
      organ_id uuid,
      document_no text,
      submitted_on date NOT NULL,
      version int NOT NULL DEFAULT 1,
      current_no int NOT NULL DEFAULT 1,
      evidence_kind text,
      proves text,
      admitted boolean,
      admission_reason text,
      withheld_grounds text[] NOT NULL DEFAULT '{}',
      withheld_reason text,
      withheld_by uuid,
      withholding_confirmed_by uuid,
      withdrawn_on date,
      withdrawn_reason text,
      created_by uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ck_file_category CHECK (category IN ('DOCUMENT','APPLICATION','IDENTITY','AUTHORITY','REPLY','BASIS','EVIDENCE','RECORD','SERVICE_RETURN','OTHER')),
      CONSTRAINT ck_file_side CHECK (side IN ('APPLICANT','THIRD_PARTY','RESPONDENT','INSTITUTION')),
      CONSTRAINT ck_file_volume CHECK (volume IN ('MAIN','SUB')),
      CONSTRAINT ck_file_evidence CHECK ((category = 'EVIDENCE') = (evidence_kind IS NOT NULL)),
      CONSTRAINT ck_file_admission CHECK (admitted IS NULL OR (evidence_kind IS NOT NULL AND admission_reason IS NOT NULL)),
      CONSTRAINT ck_file_withheld CHECK (withheld_grounds <@ ARRAY['STATE_SECRET','TRADE_SECRET','PRIVACY','NATIONAL_SECURITY','PUBLIC_SECURITY','SOCIAL_STABILITY']
        AND (withheld_grounds = '{}') = (withheld_reason IS NULL) AND (withheld_reason IS NULL) = (withheld_by IS NULL)
        AND (withholding_confirmed_by IS NULL OR withheld_by IS NOT NULL)),
      CONSTRAINT ck_file_withdrawn CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
    )`);
    await runner.query('CREATE INDEX ix_file_case ON documents.file (case_id)');
    await runner.query(`CREATE TABLE documents.file_version (
      file_id uuid NOT NULL CONSTRAINT fk_file_version_file REFERENCES documents.file (id),
      no int NOT NULL,
      sha256 text NOT NULL CONSTRAINT fk_file_version_content REFERENCES documents.content (sha256),
      name text NOT NULL,
      type text NOT NULL,
      created_by uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT pk_file_version PRIMARY KEY (file_id, no)
    )`);
    await runner.query('CREATE INDEX ix_file_version_content ON documents.file_version (sha256)');
    await runner.query(`CREATE TABLE documents.case_file_export (
      id uuid NOT NULL CONSTRAINT pk_case_file_export PRIMARY KEY,
      case_id uuid NOT NULL,
      dispute_id uuid NOT NULL,
      requested_by uuid NOT NULL,
      with_sub boolean NOT NULL,
      state text NOT NULL DEFAULT 'QUEUED',
      done int NOT NULL DEFAULT 0,
      total int NOT NULL DEFAULT 0,
      pages int,
      error_code text,
      sha256 text CONSTRAINT fk_case_file_export_content REFERENCES documents.content (sha256),
      run uuid,
      runs int NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      ended_at timestamptz,
      CONSTRAINT ck_case_file_export_state CHECK (state IN ('QUEUED','RUNNING','DONE','FAILED','EXPIRED')),
      CONSTRAINT ck_case_file_export_done CHECK ((state = 'DONE') = (sha256 IS NOT NULL))
    )`);
    await runner.query(
      'CREATE INDEX ix_case_file_export_content ON documents.case_file_export (sha256) WHERE sha256 IS NOT NULL',
    );
    await runner.query('CREATE INDEX ix_case_file_export_by ON documents.case_file_export (requested_by, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE documents.case_file_export, documents.file_version, documents.file, documents.content',
    );
  }
}
