import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals and series of the papers of mediation and ownership. */
export class MediationOwnershipPapers1764000002900 implements MigrationInterface {
  name = 'MediationOwnershipPapers1764000002900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE documents.issuer DROP CONSTRAINT ck_issuer_seal`);
    await runner.query(`ALTER TABLE documents.issuer ADD CONSTRAINT ck_issuer_seal_kind
      CHECK (seal IN ('AUTHORITY','SPECIAL','RECEIPT','CENTRE','COMMITTEE','BUREAU','NONE'))`);
    await runner.query(`INSERT INTO documents.issuer (seal, name) VALUES
      ('CENTRE', '杭州市余杭区行政争议调解中心'),
      ('COMMITTEE', '杭州市余杭区行政争议调解中心'),
      ('BUREAU', '杭州市余杭区司法局')`);
    for (const [code, prefix, name] of SERIES) {
      await runner.query('INSERT INTO documents.series (code, prefix, name) VALUES ($1, $2, $3)', [code, prefix, name]);
      await runner.query('INSERT INTO documents.series_prefix (prefix, series) VALUES ($1, $2)', [prefix, code]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = SERIES.map(([code]) => code);
    for (const table of ['counter', 'series_prefix'])
      await runner.query(`DELETE FROM documents.${table} WHERE series = ANY ($1)`, [codes]);
    await runner.query('DELETE FROM documents.series WHERE code = ANY ($1)', [codes]);
    await runner.query(`DELETE FROM documents.issuer WHERE seal IN ('CENTRE','COMMITTEE','BUREAU')`);
    await runner.query('ALTER TABLE documents.issuer DROP CONSTRAINT ck_issuer_seal_kind');
    await runner.query(`ALTER TABLE documents.issuer ADD CONSTRAINT ck_issuer_seal
      CHECK (seal IN ('AUTHORITY','SPECIAL','RECEIPT','NONE'))`);
  }
}

const SERIES: readonly (readonly [code: string, prefix: string, name: string])[] = [
  ['md-acceptance', '余行调受', '调解受理通知书'],
  ['md-refusal', '余行调不受', '不予受理调解通知书'],
  ['md-assignment', '余行调派', '调解交办单、指派函、指定书'],
  ['md-notice', '余行调告', '调解告知书、通知书'],
  ['md-recusal', '余行调避', '调解员回避决定'],
  ['md-agreement', '余行调协', '调解协议书'],
  ['md-performance', '余行调督', '督促履行函'],
  ['md-termination', '余行调终', '终止调解书'],
  ['md-letter', '余行调函', '调解函'],
  ['co-assignment', '余包案交', '包案交办单'],
  ['co-letter', '余包案函', '督办函'],
  ['co-criticism', '余包案通', '包案化解通报'],
];
