import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1764000000100 implements MigrationInterface {
  name = 'Audit1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA audit');
    await runner.query(`CREATE TABLE audit.chain (
      id smallint NOT NULL CONSTRAINT pk_chain PRIMARY KEY,
      seq bigint NOT NULL,
      hash bytea NOT NULL
    ) WITH (fillfactor = 20)`);
    await runner.query(`INSERT INTO audit.chain SELECT n, 0, '\\x' FROM generate_series(0, 63) AS n`);
    await runner.query(`CREATE TABLE audit.entry (
      id uuid NOT NULL CONSTRAINT pk_entry PRIMARY KEY,
      chain smallint NOT NULL,
      seq bigint NOT NULL,
      at timestamptz NOT NULL,
      actor_id uuid NOT NULL,
      request_id text,
      action text NOT NULL,
      subject_type text NOT NULL,
      subject_id uuid NOT NULL,
      scope_id uuid,
      detail jsonb NOT NULL,
      previous_hash bytea NOT NULL,
      hash bytea NOT NULL
    )`);
    await runner.query('CREATE UNIQUE INDEX ux_entry_chain_seq ON audit.entry (chain, seq)');
    await runner.query('CREATE INDEX ix_entry_scope ON audit.entry (scope_id, id)');
    await runner.query('CREATE INDEX ix_entry_actor ON audit.entry (actor_id, id)');
    await this.functions(runner);
    await runner.query(`CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON audit.entry
      FOR EACH ROW EXECUTE FUNCTION audit.refuse_change()`);
    await runner.query(`CREATE TRIGGER entry_is_not_truncated BEFORE TRUNCATE ON audit.entry
      FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change()`);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'audit entries are append-only' USING ERRCODE = 'insufficient_privilege'; END $$`);
    // Fields are joined by a character that none of them can hold. plpgsql, because it keeps its plan.
    await runner.query(`CREATE FUNCTION audit.entry_hash(previous bytea, seq bigint, id uuid, at timestamptz, actor_id uuid,
        request_id text, action text, subject_type text, subject_id uuid, scope_id uuid, detail jsonb)
      RETURNS bytea LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        BEGIN
          RETURN sha256(previous || convert_to(concat_ws(E'\\x1f', seq, id, extract(epoch FROM at), actor_id,
            coalesce(request_id, ''), action, subject_type, subject_id, coalesce(scope_id::text, ''), detail), 'UTF8'));
        END $$`);
    await runner.query(`CREATE FUNCTION audit.append(entries jsonb) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        e record;
        head audit.chain;
        stamp timestamptz := clock_timestamp();
        next_hash bytea;
      BEGIN
        FOR e IN SELECT * FROM jsonb_to_recordset(entries) AS r(id uuid, chain smallint, "actorId" uuid, "requestId" text,
            action text, "subjectType" text, "subjectId" uuid, "scopeId" uuid, detail jsonb)
        LOOP
          SELECT * INTO STRICT head FROM audit.chain c WHERE c.id = e.chain FOR UPDATE;
          next_hash := audit.entry_hash(head.hash, head.seq + 1, e.id, stamp, e."actorId", e."requestId", e.action,
            e."subjectType", e."subjectId", e."scopeId", e.detail);
          INSERT INTO audit.entry (id, chain, seq, at, actor_id, request_id, action, subject_type, subject_id, scope_id,
              detail, previous_hash, hash)
            VALUES (e.id, e.chain, head.seq + 1, stamp, e."actorId", e."requestId", e.action, e."subjectType",
              e."subjectId", e."scopeId", e.detail, head.hash, next_hash);
          UPDATE audit.chain c SET seq = head.seq + 1, hash = next_hash WHERE c.id = e.chain;
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
