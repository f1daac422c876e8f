import { record } from '@app/audit';
import { Clock, newId, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SheetContent } from '../sheet-file.js';
import { CommitteeQueries } from './committees.queries.js';
import { COMMITTEE_COLUMNS, committeeCells, readCommittee, type CommitteeEntry } from './domain/committee-row.js';
import type { SheetError } from './domain/sheet-cells.js';
import type { CommitteeKind, Level } from './domain/codes.js';
import type { SheetImportView } from './sheets.dto.js';
import { NetworkEditor } from './network.editor.js';
import { readNetworkSheet } from './network-file.js';

interface Known {
  id: Id;
  code: string;
  name: string;
  shortName: string;
  organKind: string;
  parentCode: string | null;
  validFrom: CalendarDate;
  ended: boolean;
  level: Level | null;
  kind: CommitteeKind | null;
  industry: string | null;
  matters: string[];
  areas: string[];
  contractFrom: CalendarDate | null;
  contractUntil: CalendarDate | null;
  organVersion: number;
  version: number;
}

interface Planned {
  entry: CommitteeEntry;
  known: Known | undefined;
}

/** The committees as a sheet, to be kept elsewhere and taken back: rows are known by their code. */
@Injectable()
export class CommitteeSheet {
  constructor(
    private readonly database: Database,
    private readonly queries: CommitteeQueries,
    private readonly editor: NetworkEditor,
    private readonly clock: Clock,
  ) {}

  /** Every committee of today that has a profile. */
  async content(): Promise<SheetContent> {
    const today = this.clock.today();
    const [known, areas] = await Promise.all([this.database.read<Known>(KNOWN, [today]), this.queries.areas(today)]);
    const rows = known
      .filter((k): k is Known & CommitteeEntry => k.organKind === 'MEDIATION_COMMITTEE' && k.level !== null && !k.ended)
      .map((k) => committeeCells(k, Object.fromEntries(areas)));
    return { name: '调委会', columns: Object.values(COMMITTEE_COLUMNS), rows };
  }

  /**
   * Takes a sheet over: all of it, or nothing with every wrong cell named. What is as it was is left alone, so that a
   * file may be imported again.
   * @throws DomainError mediation.sheet-unreadable, mediation.sheet-no-heading, mediation.sheet-empty,
   *   mediation.sheet-too-long, mediation.committee-has-work
   */
  async import(actor: Actor, bytes: Buffer, dryRun: boolean): Promise<SheetImportView> {
    const rows = await readNetworkSheet(bytes, COMMITTEE_COLUMNS);
    const areas = Object.fromEntries(await this.queries.areas(this.clock.today()));
    const read = rows.map((row) => readCommittee(row, areas));
    return this.database.transaction(async (tx) => {
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('mediation.network', 0))`);
      const known = new Map((await sql<Known>(tx, KNOWN, [this.clock.today()])).map((k) => [k.code, k]));
      const planned = read.flatMap(({ entry }) => (entry ? [{ entry, known: known.get(entry.code) }] : []));
      const errors = [...read.flatMap((r) => r.errors), ...faultsOf(planned, known)].sort((a, b) => a.line - b.line);
      const fresh = planned.filter((p) => !p.known);
      const changed = planned.filter((p) => p.known && differs(p.entry, p.known));
      const counts = { total: rows.length, created: fresh.length, changed: changed.length };
      const unchanged = planned.length - fresh.length - changed.length;
      if (errors.length > 0)
        return { state: 'REFUSED', dryRun, total: rows.length, created: 0, changed: 0, unchanged: 0, errors };
      if (!dryRun) await this.write(tx, actor, inOrder(fresh), changed, known);
      return { state: 'DONE', dryRun, ...counts, unchanged, errors: [] };
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    fresh: readonly Planned[],
    changed: readonly Planned[],
    known: ReadonlyMap<string, Known>,
  ): Promise<void> {
    const ids = new Map([...known].map(([code, { id }]) => [code, id]));
    for (const { entry } of fresh) {
      const id = newId();
      const parentId = entry.parentCode === null ? undefined : ids.get(entry.parentCode);
      await this.editor.createCommitteeIn(tx, actor, id, { ...entry, ...(parentId ? { parentId } : {}) }, entry);
      ids.set(entry.code, id);
    }
    for (const { entry, known: before } of changed) {
      const renamed = before!.name !== entry.name || before!.shortName !== entry.shortName;
      await this.editor.changeCommitteeIn(tx, actor, before!.id, renamed ? entry : {}, entry, before!);
    }
    record(tx, actor, {
      action: 'mediation.import-committees',
      subjectType: 'import',
      subjectId: newId(),
      detail: { created: fresh.length, changed: changed.length },
    });
  }
}

/** What only the others, and the directory, can tell about a row. */
function faultsOf(planned: readonly Planned[], known: ReadonlyMap<string, Known>): SheetError[] {
  const lines = new Map<string, number>();
  const inFile = new Set(planned.map(({ entry }) => entry.code));
  const names = new Map([...known.values()].filter((k) => !k.ended).map((k) => [k.name, k.code]));
  const errors: SheetError[] = [];
  for (const { entry, known: before } of planned) {
    const wrong = (key: keyof typeof COMMITTEE_COLUMNS, code: string, detail: string) =>
      errors.push({ line: entry.line, column: COMMITTEE_COLUMNS[key].heading, code, detail });
    const earlier = lines.get(entry.code);
    if (earlier !== undefined) wrong('code', 'repeated', `与第 ${earlier} 行编码重复`);
    lines.set(entry.code, entry.line);
    const namesake = names.get(entry.name);
    if (namesake !== undefined && namesake !== entry.code)
      wrong('name', 'nameTaken', `已有同名机构（编码 ${namesake}）`);
    names.set(entry.name, entry.code);
    if (before) faultsOfKnown(entry, before, wrong);
    else if (entry.parentCode !== null) {
      const parent = known.get(entry.parentCode);
      if (!parent && !inFile.has(entry.parentCode)) wrong('parentCode', 'unknownParent', '没有这个上级编码');
      if (parent?.ended) wrong('parentCode', 'parentEnded', '上级机构已终止');
      if (entry.parentCode === entry.code) wrong('parentCode', 'ownParent', '上级不能是自己');
    }
  }
  return [...errors, ...circles(planned)];
}

function faultsOfKnown(
  entry: CommitteeEntry,
  before: Known,
  wrong: (key: keyof typeof COMMITTEE_COLUMNS, code: string, detail: string) => void,
): void {
  if (before.organKind !== 'MEDIATION_COMMITTEE') wrong('code', 'notACommittee', '该编码不是调委会');
  else if (before.ended) wrong('code', 'ended', '该调委会已撤销');
  else {
    if (entry.parentCode !== null && entry.parentCode !== before.parentCode)
      wrong('parentCode', 'cannotChange', '上级不能通过导入变更');
    if (entry.validFrom !== before.validFrom) wrong('validFrom', 'cannotChange', '成立日期不能通过导入变更');
  }
}

/** New committees that are above one another. */
function circles(planned: readonly Planned[]): SheetError[] {
  const fresh = planned.filter((p) => !p.known);
  const ordered = new Set(inOrder(fresh).map((p) => p.entry.line));
  return fresh
    .filter(({ entry }) => !ordered.has(entry.line) && entry.parentCode !== entry.code)
    .map(({ entry: { line } }) => ({
      line,
      column: COMMITTEE_COLUMNS.parentCode.heading,
      code: 'circle',
      detail: '上下级互为上级',
    }));
}

/** Those above before those below; who stands in a circle is left out. */
function inOrder(fresh: readonly Planned[]): Planned[] {
  let waiting = [...fresh];
  const done: Planned[] = [];
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const open = new Set(waiting.map(({ entry }) => entry.code));
    done.push(...waiting.filter(({ entry }) => entry.parentCode === null || !open.has(entry.parentCode)));
    waiting = waiting.filter(({ entry }) => entry.parentCode !== null && open.has(entry.parentCode));
  }
  return done;
}

const FIELDS = ['name', 'shortName', 'level', 'kind', 'industry', 'contractFrom', 'contractUntil'] as const;
const LISTS = ['matters', 'areas'] as const;

function differs(entry: CommitteeEntry, known: Known): boolean {
  return (
    FIELDS.some((field) => entry[field] !== known[field]) ||
    LISTS.some((field) => [...entry[field]].sort().join() !== [...known[field]].sort().join())
  );
}

const KNOWN = `SELECT o.id, o.code, o.name, o.short_name AS "shortName", o.kind AS "organKind", u.code AS "parentCode",
    o.valid_from AS "validFrom", o.valid_until IS NOT NULL AND o.valid_until <= $1 AS ended, c.level, c.kind, c.industry,
    coalesce(c.matters, '{}') AS matters, coalesce(c.areas, '{}') AS areas, c.contract_from AS "contractFrom",
    c.contract_until AS "contractUntil", o.version AS "organVersion", coalesce(c.version, 0) AS version
  FROM directory.organ o LEFT JOIN directory.organ u ON u.id = o.parent_id
  LEFT JOIN mediation.committee_profile c ON c.committee_id = o.id ORDER BY o.sort_order, o.id`;
