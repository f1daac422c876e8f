import { notFound, type Actor, type Id, type Page, type PageQuery } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LISTING_BASES } from '../domain/listing/inputs.js';
import { RESOLUTIONS, UNRESOLVED_GROUNDS } from '../domain/resolution/inputs.js';
import { OWNERSHIP_STATES } from '../domain/states.js';
import { reachOf, reachValues, scopeSql, type Reach } from '../overview/reach.js';
import { entryHash, type EntryHead } from './entry.js';
import type { ListBatchView, TaskListEntryView, TaskListLineView, TaskListView } from './lists.dto.js';

type HeadRow = Omit<TaskListView, 'intact' | 'batches'> & { batches: (ListBatchView & { basis: string })[] };
type LineRow = Omit<TaskListLineView, 'stateName' | 'outcomeName'> & { outcome: string | null };
type StoredEntry = EntryHead & { content: unknown; previous: string; hash: string };

const OUTCOMES: Readonly<Record<string, string>> = { ...RESOLUTIONS, ...UNRESOLVED_GROUNDS };

/** 任务分解清单 as each may see it: a leader his lines, a unit its own, the bureau and those who try cases all. */
@Injectable()
export class ListsQueries {
  constructor(private readonly database: Database) {}

  /** The lists of which the reader sees a line, newest year first. */
  async lists(actor: Actor): Promise<TaskListView[]> {
    const reach = reachOf(actor);
    const rows = await this.database.read<HeadRow>(`${HEADS(reach)} ORDER BY l.year DESC`, reachValues(reach));
    return Promise.all(rows.map((row) => this.view(row, reach)));
  }

  /** @throws DomainError ownership.list.not-found if the reader sees none of its lines */
  async list(actor: Actor, year: number): Promise<TaskListView> {
    const reach = reachOf(actor);
    const [row] = await this.database.read<HeadRow>(`${HEADS(reach)} AND l.year = $5`, [...reachValues(reach), year]);
    if (!row) throw notFound('ownership.list');
    return this.view(row, reach);
  }

  /** Lines of a year in the order of the list. */
  async lines(actor: Actor, year: number, { page, size }: PageQuery): Promise<Page<TaskListLineView>> {
    const reach = reachOf(actor);
    const values = [...reachValues(reach), year];
    const [rows, [count]] = await Promise.all([
      this.database.read<LineRow>(
        `${LINES} WHERE ${MINE(reach)} AND e.revision = 0 ORDER BY e.serial LIMIT $6 OFFSET $7`,
        [...values, size, (page - 1) * size],
      ),
      this.database.read<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${ENTRIES} WHERE ${MINE(reach)} AND e.revision = 0`,
        values,
      ),
    ]);
    return { items: rows.map(lineView), page, size, total: count!.n, totalIsCapped: false };
  }

  /** Every line of a year that the reader sees, for printing. */
  async allLines(actor: Actor, year: number): Promise<TaskListLineView[]> {
    const reach = reachOf(actor);
    const text = `${LINES} WHERE ${MINE(reach)} AND e.revision = 0 ORDER BY e.serial LIMIT 5000`;
    return (await this.database.read<LineRow>(text, [...reachValues(reach), year])).map(lineView);
  }

  /** Frozen entries of a year, approvals and changes, in the order in which they were made. */
  async entries(actor: Actor, year: number, { page, size }: PageQuery): Promise<Page<TaskListEntryView>> {
    const reach = reachOf(actor);
    const values = [...reachValues(reach), year];
    const [items, [count]] = await Promise.all([
      this.database.read<TaskListEntryView>(`${ENTRY} WHERE ${MINE(reach)} ORDER BY e.position LIMIT $6 OFFSET $7`, [
        ...values,
        size,
        (page - 1) * size,
      ]),
      this.database.read<{ n: number }>(`SELECT count(*)::int AS n FROM ${ENTRIES} WHERE ${MINE(reach)}`, values),
    ]);
    return { items, page, size, total: count!.n, totalIsCapped: false };
  }

  /** Changes of a year that the reader sees, for printing. */
  async changes(actor: Actor, year: number): Promise<TaskListEntryView[]> {
    const reach = reachOf(actor);
    const text = `${ENTRY} WHERE ${MINE(reach)} AND e.revision > 0 ORDER BY e.position LIMIT 5000`;
    return this.database.read<TaskListEntryView>(text, [...reachValues(reach), year]);
  }

  private async view({ batches, ...row }: HeadRow, reach: Reach): Promise<TaskListView> {
    return {
      ...row,
      batches: batches.map(({ basis, ...batch }) => ({
        ...batch,
        basisName: LISTING_BASES[basis as keyof typeof LISTING_BASES],
      })),
      intact: reach.all ? await this.isIntact(row.year) : null,
    };
  }

  /** Recomputes every hash of the year. */
  private async isIntact(year: number): Promise<boolean> {
    const [entries, [list]] = await Promise.all([
      this.database.read<StoredEntry>(STORED, [year]),
      this.database.read<{ head: string }>('SELECT head FROM ownership.task_list WHERE year = $1', [year]),
    ]);
    let last = '';
    for (const { content, previous, hash, ...head } of entries) {
      if (previous !== last || entryHash(previous, head, content) !== hash) return false;
      last = hash;
    }
    return last === list!.head;
  }
}

function lineView({ outcome, ...row }: LineRow): TaskListLineView {
  return {
    ...row,
    stateName: OWNERSHIP_STATES[row.state].name,
    outcomeName: outcome === null ? null : (OUTCOMES[outcome] ?? outcome),
  };
}

/** Ids of the cases of a batch, in the order of the list. */
export const CASES_OF_BATCH = `SELECT b.id AS "batchId", b.year, b.no, b.number,
  ARRAY(SELECT e.case_id FROM ownership.list_entry e WHERE e.batch_id = b.id ORDER BY e.position) AS "caseIds"
  FROM ownership.list_batch b WHERE b.id = $1`;

export interface ApprovedBatch {
  batchId: Id;
  year: number;
  no: number;
  number: string;
  caseIds: Id[];
}

const ENTRIES = `ownership.list_entry e JOIN ownership.ownership o ON o.case_id = e.case_id
  JOIN cases.case_file f ON f.id = e.case_id`;

const MINE = (reach: Reach): string => `e.year = $5 AND ${scopeSql(reach)}`;

const HEADS = (reach: Reach): string => `SELECT l.year, l.title, s.cases, s.batches FROM ownership.task_list l
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(b.cases), 0)::int AS cases, coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'no', b.no,
      'number', b.number, 'basis', b.basis, 'approvedOn', b.approved_on, 'cases', b.cases) ORDER BY b.no), '[]') AS batches
    FROM (SELECT b.id, b.no, b.number, b.basis, b.approved_on, count(*)::int AS cases
      FROM ownership.list_batch b JOIN ${ENTRIES} ON e.batch_id = b.id
      WHERE b.year = l.year AND ${scopeSql(reach)} GROUP BY b.id) b) s
  WHERE s.cases > 0`;

const LINES = `SELECT e.case_id AS "caseId", e.serial, b.no AS batch, e.content AS approved, f.state, o.mark,
  c.content AS current, c.revision AS revisions, o.outcome, o.struck_off_on AS "struckOffOn",
  (SELECT r.done FROM ownership.report r WHERE r.case_id = e.case_id ORDER BY r.id DESC LIMIT 1) AS progress
  FROM ${ENTRIES} JOIN ownership.list_batch b ON b.id = e.batch_id
  JOIN LATERAL (SELECT x.content, x.revision FROM ownership.list_entry x WHERE x.year = e.year AND x.serial = e.serial
    ORDER BY x.revision DESC LIMIT 1) c ON true`;

const ENTRY = `SELECT e.id, e.position, e.serial, e.revision, e.kind, e.case_id AS "caseId", e.entered_on AS "enteredOn",
  e.entered_by AS "enteredBy", e.content, e.hash FROM ${ENTRIES}`;

const STORED = `SELECT year, position, serial, revision, kind, case_id AS "caseId", batch_id AS "batchId",
  entered_on AS "enteredOn", entered_by AS "enteredBy", content, previous, hash FROM ownership.list_entry
  WHERE year = $1 ORDER BY position`;
