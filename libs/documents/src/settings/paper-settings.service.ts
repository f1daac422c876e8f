import { record } from '@app/audit';
import { DomainError, newId, notFound, staleVersion, type Actor } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeIssuerRequest, ChangeSeriesRequest, IssuerView, SeriesView } from './paper-settings.dto.js';

/** What the district says of numbers and of the names under which papers go out [L]. */
@Injectable()
export class PaperSettings {
  constructor(private readonly database: Database) {}

  series(): Promise<SeriesView[]> {
    return this.database.read<SeriesView>('SELECT code, name, prefix, version FROM documents.series ORDER BY code');
  }

  issuers(): Promise<IssuerView[]> {
    return this.database.read<IssuerView>('SELECT seal, name, version FROM documents.issuer ORDER BY seal');
  }

  /**
   * A series counts on under another 机关代字. One that any other series has, or ever had, is refused: numbers must not be
   * given twice.
   * @throws DomainError documents.series.not-found, documents.series.stale-version, documents.prefix-taken
   */
  async changeSeries(actor: Actor, code: string, request: ChangeSeriesRequest): Promise<SeriesView> {
    const { prefix, version, reason } = request;
    return this.database.transaction(async (tx) => {
      const [before] = await sql<SeriesView>(tx, LOCK_SERIES, [code]);
      if (!before) throw notFound('documents.series');
      if (before.version !== version) throw staleVersion('documents.series');
      await this.take(tx, code, prefix);
      await sql(tx, 'UPDATE documents.series SET prefix = $2, version = version + 1 WHERE code = $1', [code, prefix]);
      note(tx, actor, 'series', { series: code, before: before.prefix, after: prefix, reason });
      return { ...before, prefix, version: version + 1 };
    });
  }

  /** @throws DomainError documents.issuer.not-found, documents.issuer.stale-version */
  async changeIssuer(actor: Actor, seal: string, request: ChangeIssuerRequest): Promise<IssuerView> {
    const { name, version, reason } = request;
    return this.database.transaction(async (tx) => {
      const [before] = await sql<IssuerView>(tx, LOCK_ISSUER, [seal]);
      if (!before) throw notFound('documents.issuer');
      if (before.version !== version) throw staleVersion('documents.issuer');
      await sql(tx, 'UPDATE documents.issuer SET name = $2, version = version + 1 WHERE seal = $1', [seal, name]);
      note(tx, actor, 'issuer', { seal, before: before.name, after: name, reason });
      return { ...before, name, version: version + 1 };
    });
  }

  private async take(tx: Tx, code: string, prefix: string): Promise<void> {
    const [owner] = await sql<{ series: string }>(tx, TAKE_PREFIX, [prefix, code]);
    if (owner!.series === code) return;
    const detail = '该机关代字已由其他编号序列使用，或者曾经使用，请另选。';
    throw new DomainError('documents.prefix-taken', {
      kind: 'conflict',
      detail,
      errors: [{ pointer: '#/prefix', code: 'taken', detail }],
    });
  }
}

function note(tx: Tx, actor: Actor, what: 'series' | 'issuer', detail: Record<string, unknown>): void {
  record(tx, actor, { action: `documents.change-${what}`, subjectType: `paper-${what}`, subjectId: newId(), detail });
}

const LOCK_SERIES = 'SELECT code, name, prefix, version FROM documents.series WHERE code = $1 FOR UPDATE';
const LOCK_ISSUER = 'SELECT seal, name, version FROM documents.issuer WHERE seal = $1 FOR UPDATE';
/** Answers whose the prefix is now; two who want it at once queue at the row. */
const TAKE_PREFIX = `INSERT INTO documents.series_prefix AS p (prefix, series) VALUES ($1, $2)
  ON CONFLICT (prefix) DO UPDATE SET series = p.series RETURNING p.series`;
