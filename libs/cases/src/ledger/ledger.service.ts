import { record } from '@app/audit';
import { DirectoryService } from '@app/directory';
import {
  Clock,
  DomainError,
  holdsRole,
  newId,
  notFound,
  type Actor,
  type CalendarDate,
  type FieldError,
  type Id,
} from '@app/kernel';
import { Database, validated, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CaseOpening } from '../engine/opening.js';
import { Procedures } from '../engine/runtime.js';
import { DisputesService, type Registration } from '../registration/register/disputes.service.js';
import { AmendmentsService } from '../registration/register/amendments.service.js';
import { RegisterDisputeRequest } from '../registration/requests/dispute.dto.js';
import { headingOf, type LedgerError, type LedgerKey, type LedgerRow } from './domain/columns.js';
import { readRow, type LedgerEntry } from './domain/read-row.js';
import { openingOf } from './domain/opening-input.js';
import type { LedgerImportView } from './ledger.dto.js';
import { readLedger } from './ledger-file.js';

const REPORT_EVERY = 50;

interface Ready {
  entry: LedgerEntry;
  registration: Registration;
}

/**
 * Takes over a ledger: every row is judged first; if one is wrong, nothing is imported; then all of them are registered
 * in one transaction. A row whose ledger number is there already is skipped, so that a file may be imported again.
 */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly disputes: DisputesService,
    private readonly amendments: AmendmentsService,
    private readonly opening: CaseOpening,
    private readonly procedures: Procedures,
    private readonly directory: DirectoryService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError cases.ledger-unreadable, cases.ledger-no-heading, cases.ledger-too-long */
  async import(
    actor: Actor,
    bytes: Buffer,
    dryRun: boolean,
    progress: (done: number, total: number) => void = () => undefined,
  ): Promise<LedgerImportView> {
    const rows = await readLedger(bytes);
    const id = newId();
    await this.database.read(
      `INSERT INTO cases.ledger_import (id, state, dry_run, total, created_by) VALUES ($1, 'RUNNING', $2, $3, $4)`,
      [id, dryRun, rows.length, actor.personId],
    );
    try {
      await this.run(actor, id, rows, dryRun, progress);
    } catch (error) {
      await this.end(id, 'FAILED', 0, 0, []);
      throw error;
    }
    return this.view(actor, id);
  }

  /** One's own imports, newest first. */
  async list(actor: Actor): Promise<LedgerImportView[]> {
    return this.database.read<LedgerImportView>(`${VIEW} WHERE created_by = $1 ORDER BY id DESC LIMIT 50`, [
      actor.personId,
    ]);
  }

  /** @throws DomainError cases.ledger-import.not-found */
  async view(actor: Actor, id: Id): Promise<LedgerImportView> {
    const [row] = await this.database.read<LedgerImportView>(`${VIEW} WHERE id = $1 AND created_by = $2`, [
      id,
      actor.personId,
    ]);
    if (!row) throw notFound('cases.ledger-import');
    return row;
  }

  private async run(
    actor: Actor,
    id: Id,
    rows: LedgerRow[],
    dryRun: boolean,
    progress: (done: number, total: number) => void,
  ): Promise<void> {
    const known = await this.known(rows);
    const fresh = rows.filter((r) => !known.has(r.cells.ledgerNo ?? ''));
    const skipped = rows.length - fresh.length;
    const { ready, errors } = await this.judge(actor, fresh, async (done) => {
      progress(done + skipped, rows.length);
      if (done % REPORT_EVERY === 0) await this.report(id, done + skipped);
    });
    if (errors.length > 0) return this.end(id, 'REFUSED', 0, skipped, errors);
    if (!dryRun) await this.write(actor, id, ready);
    await this.end(id, 'DONE', dryRun ? 0 : ready.length, skipped, []);
  }

  /** Every row: its cells, its codes and organs, and all that registration asks. */
  private async judge(actor: Actor, rows: LedgerRow[], seen: (done: number) => Promise<void>) {
    const organs = await this.organsNamed(rows);
    const context = { today: this.clock.today(), organNamed: (name: string, on: CalendarDate) => organs(name, on) };
    const ready: Ready[] = [];
    const errors: LedgerError[] = repeated(rows);
    for (const [i, row] of rows.entries()) {
      const read = readRow(row, context);
      errors.push(...read.errors);
      if (read.entry) {
        const judged = await this.prepare(actor, read.entry);
        if ('registration' in judged) ready.push({ entry: read.entry, registration: judged.registration });
        else errors.push(...judged.errors);
      }
      await seen(i + 1);
    }
    return { ready, errors };
  }

  private async prepare(
    actor: Actor,
    entry: LedgerEntry,
  ): Promise<{ registration: Registration } | { errors: LedgerError[] }> {
    if (!this.mayOpen(actor, entry)) {
      const detail = '您的岗位不能开启该办理方式的案件';
      return { errors: [{ line: entry.line, column: headingOf('route'), code: 'roleRequired', detail }] };
    }
    try {
      const request = await validated(RegisterDisputeRequest, entry.request);
      const { ledgerNo, registeredOn } = entry;
      return { registration: await this.disputes.prepare(actor, request, { ledgerNo, registeredOn }) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = error.errors.length > 0 ? error.errors : [{ pointer: '', code: error.code, detail: error.detail }];
      return { errors: fields.map((field) => errorOf(entry.line, field)) };
    }
  }

  /** Opening a case is a step like any other: some role performs it. */
  private mayOpen(actor: Actor, { route, closed }: LedgerEntry): boolean {
    if (route === 'REGISTER' || closed) return true;
    const { procedure } = this.procedures.get(route === 'MEDIATION' ? 'mediation' : 'reconsideration');
    return procedure.transitions.some((t) => t.from.length === 0 && t.roles.some((role) => holdsRole(actor, role)));
  }

  private async write(actor: Actor, id: Id, ready: Ready[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const { entry, registration } of ready) await this.writeOne(tx, actor, entry, registration);
      record(tx, actor, {
        action: 'cases.import-ledger',
        subjectType: 'ledger-import',
        subjectId: id,
        detail: { rows: ready.length },
      });
    });
  }

  private async writeOne(tx: Tx, actor: Actor, entry: LedgerEntry, registration: Registration): Promise<void> {
    const { row } = await this.disputes.registerIn(tx, actor, registration);
    if (entry.closed) await this.amendments.closeIn(tx, actor, row.id, entry.closed.reason);
    else if (entry.route !== 'REGISTER') {
      const { procedure, input } = openingOf(entry.route, registration.row);
      await this.opening.openIn(tx, actor, row.id, procedure, input);
    }
  }

  private async known(rows: LedgerRow[]): Promise<Set<string>> {
    const found = await this.database.read<{ no: string }>(
      'SELECT ledger_no AS no FROM cases.dispute WHERE ledger_no = ANY($1::text[])',
      [rows.map((r) => r.cells.ledgerNo ?? '')],
    );
    return new Set(found.map((f) => f.no));
  }

  /** Organs by name for the days of this file; few names, asked once each. */
  private async organsNamed(rows: LedgerRow[]): Promise<(name: string, on: CalendarDate) => Id | undefined> {
    const names = new Set(rows.flatMap((r) => [r.cells.respondent ?? '', r.cells.sourceOrgan ?? '']));
    const organs = await this.directory.named([...names]);
    return (name, on) =>
      organs.find(
        (o) =>
          (o.name === name || o.shortName === name) &&
          o.validFrom <= on &&
          (o.validUntil === null || on < o.validUntil),
      )?.id;
  }

  private async report(id: Id, done: number): Promise<void> {
    await this.database.read('UPDATE cases.ledger_import SET done = $2 WHERE id = $1', [id, done]);
  }

  private async end(id: Id, state: string, imported: number, skipped: number, errors: LedgerError[]): Promise<void> {
    await this.database.read(
      `UPDATE cases.ledger_import SET state = $2, done = total, imported = $3, skipped = $4, errors = $5, ended_at = now()
       WHERE id = $1`,
      [id, state, imported, skipped, JSON.stringify(errors.slice(0, 1000))],
    );
  }
}

const VIEW = `SELECT id, state, dry_run AS "dryRun", total, done, imported, skipped, errors, created_at AS "createdAt",
  ended_at AS "endedAt" FROM cases.ledger_import`;

/** Two rows of one file with the same number. */
function repeated(rows: LedgerRow[]): LedgerError[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const no = cells.ledgerNo ?? '';
    const earlier = first.get(no);
    if (no === '' || earlier === undefined) {
      first.set(no, line);
      return [];
    }
    return [{ line, column: headingOf('ledgerNo'), code: 'repeated', detail: `与第 ${earlier} 行编号重复` }];
  });
}

/** Which column a field of the request comes from. */
const COLUMN_OF: Readonly<Record<string, LedgerKey>> = {
  channel: 'channel',
  receivedOn: 'receivedOn',
  sourceOrganId: 'sourceOrgan',
  facts: 'facts',
  claims: 'claims',
  fieldCode: 'field',
  matterCode: 'matter',
  respondentOrganId: 'respondent',
  actName: 'actName',
  actDocumentNo: 'actDocumentNo',
  actOn: 'actOn',
  actKnownOn: 'actKnownOn',
  amount: 'amount',
  tags: 'tags',
  parties: 'applicant',
  name: 'applicant',
  idNumber: 'idNumber',
  phone: 'phone',
  address: 'address',
  legalRepresentative: 'legalRepresentative',
};

function errorOf(line: number, { pointer, code, detail }: FieldError): LedgerError {
  const parts = pointer.split('/').reverse();
  const key = parts.map((part) => COLUMN_OF[part]).find((k) => k !== undefined);
  return { line, column: key ? headingOf(key) : '', code, detail };
}
