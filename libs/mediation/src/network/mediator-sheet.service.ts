import { record } from '@app/audit';
import { Clock, newId, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { SheetContent } from '../sheet-file.js';
import { DEFAULT_CAP } from './domain/codes.js';
import { MEDIATOR_COLUMNS, mediatorCells, readMediator, type MediatorEntry } from './domain/mediator-row.js';
import type { SheetError } from './domain/sheet-cells.js';
import type { SheetImportView } from './sheets.dto.js';
import { MembersEditor } from './members.editor.js';
import { NetworkEditor } from './network.editor.js';
import { readNetworkSheet } from './network-file.js';

interface Committee {
  id: Id;
  code: string;
}

interface Serving extends Omit<MediatorEntry, 'line' | 'personId' | 'termFrom'> {
  personId: Id;
  /** Of the post. */
  from: CalendarDate;
  /** Null while there is no profile. */
  termFrom: CalendarDate | null;
  formerOrganIds: Id[];
  version: number;
}

interface Planned {
  entry: MediatorEntry;
  committeeId: Id;
  /** Null for somebody new. */
  personId: Id | null;
  post: Serving | undefined;
  /** The profile of today, by whatever post. */
  profile: Serving | undefined;
}

/** The mediators as a sheet: a row is known by committee and person, or by committee and name if that is one alone. */
@Injectable()
export class MediatorSheet {
  constructor(
    private readonly database: Database,
    private readonly editor: NetworkEditor,
    private readonly members: MembersEditor,
    private readonly clock: Clock,
  ) {}

  async content(): Promise<SheetContent> {
    const serving = await this.database.read<Serving>(SERVING, [this.clock.today()]);
    const rows = serving.map((s) => mediatorCells({ ...s, termFrom: s.termFrom ?? s.from }));
    return { name: '调解员', columns: Object.values(MEDIATOR_COLUMNS), rows };
  }

  /**
   * Takes a sheet over: all of it, or nothing with every wrong cell named. Whoever is not in it stays as he is.
   * @throws DomainError mediation.sheet-unreadable, mediation.sheet-no-heading, mediation.sheet-empty,
   *   mediation.sheet-too-long
   */
  async import(actor: Actor, bytes: Buffer, dryRun: boolean): Promise<SheetImportView> {
    const rows = await readNetworkSheet(bytes, MEDIATOR_COLUMNS);
    const read = rows.map((row) => readMediator(row));
    return this.database.transaction(async (tx) => {
      await sql(tx, `SELECT pg_advisory_xact_lock(hashtextextended('mediation.network', 0))`);
      const entries = read.flatMap(({ entry }) => (entry ? [entry] : []));
      const { planned, errors: faults } = await this.plan(tx, entries);
      const errors = [...read.flatMap((r) => r.errors), ...faults].sort((a, b) => a.line - b.line);
      if (errors.length > 0)
        return { state: 'REFUSED', dryRun, total: rows.length, created: 0, changed: 0, unchanged: 0, errors };
      const fresh = planned.filter((p) => !p.post);
      const changed = planned.filter((p) => p.post && differs(p.entry, p.post));
      if (!dryRun) await this.write(tx, actor, fresh, changed);
      const unchanged = planned.length - fresh.length - changed.length;
      const counts = { total: rows.length, created: fresh.length, changed: changed.length, unchanged };
      return { state: 'DONE', dryRun, ...counts, errors: [] };
    });
  }

  private async plan(tx: Tx, entries: readonly MediatorEntry[]): Promise<{ planned: Planned[]; errors: SheetError[] }> {
    const today = this.clock.today();
    const [committees, serving, people] = await Promise.all([
      sql<Committee>(tx, COMMITTEES, [today]),
      sql<Serving>(tx, SERVING, [today]),
      sql<{ id: Id; name: string }>(tx, PEOPLE, [entries.flatMap((e) => e.personId ?? [])]),
    ]);
    const ids = new Map(committees.map((c) => [c.code, c.id]));
    const names = new Map(people.map((p) => [p.id, p.name]));
    const profiles = new Map(serving.map((s) => [s.personId, s]));
    const planned: Planned[] = [];
    const errors: SheetError[] = [];
    for (const entry of entries) {
      const wrong = (key: keyof typeof MEDIATOR_COLUMNS, code: string, detail: string) =>
        errors.push({ line: entry.line, column: MEDIATOR_COLUMNS[key].heading, code, detail });
      const committeeId = ids.get(entry.committeeCode);
      if (committeeId === undefined) wrong('committeeCode', 'unknownCommittee', '没有这个调委会，或者已撤销');
      if (entry.personId !== null && names.get(entry.personId) !== entry.name)
        wrong('personId', 'unknownPerson', '人员编号不存在，或者与姓名不符');
      const there = serving.filter((s) => s.committeeCode === entry.committeeCode && isHe(s, entry));
      if (there.length > 1) wrong('name', 'ambiguous', '该调委会有同名调解员，请填写人员编号');
      const personId = entry.personId ?? there[0]?.personId ?? null;
      const profile = personId === null ? undefined : profiles.get(personId);
      if (committeeId !== undefined) planned.push({ entry, committeeId, personId, post: there[0], profile });
    }
    return { planned, errors: [...errors, ...repeated(planned)] };
  }

  private async write(tx: Tx, actor: Actor, fresh: readonly Planned[], changed: readonly Planned[]): Promise<void> {
    /** Who stands in several rows is one person with one profile; the rows say the same of him. */
    const saved = new Set<Id>();
    for (const { entry, committeeId, personId, profile } of [...fresh, ...changed]) {
      const isNew = fresh.some((p) => p.entry === entry);
      const who = personId === null ? { name: entry.name } : { personId };
      const member = { ...who, role: 'mediator' as const, from: entry.termFrom };
      const term = entry.termUntil === null ? {} : { until: entry.termUntil };
      const id = isNew
        ? await this.members.addMemberIn(tx, actor, committeeId, { ...member, ...term }, newId())
        : personId!;
      if (saved.has(id)) continue;
      saved.add(id);
      const { formerOrganIds = [], version = 0 } = profile ?? {};
      await this.editor.saveMediatorIn(tx, actor, id, { ...contentOf(entry), formerOrganIds }, version);
    }
    record(tx, actor, {
      action: 'mediation.import-mediators',
      subjectType: 'import',
      subjectId: newId(),
      detail: { created: fresh.length, changed: changed.length },
    });
  }
}

const isHe = (serving: Serving, { personId, name }: MediatorEntry): boolean =>
  personId === null ? serving.name === name : serving.personId === personId;

/** Two rows of one committee for one person, or two rows that say different things of him. */
function repeated(planned: readonly Planned[]): SheetError[] {
  const errors: SheetError[] = [];
  const seen = new Map<string, Planned>();
  const said = new Map<Id, Planned>();
  for (const row of planned) {
    const { entry, personId } = row;
    const key = `${entry.committeeCode} ${personId ?? entry.name}`;
    const wrong = (code: string, detail: string) =>
      errors.push({ line: entry.line, column: MEDIATOR_COLUMNS.name.heading, code, detail });
    const twin = seen.get(key);
    if (twin) wrong('repeated', `与第 ${twin.entry.line} 行重复`);
    seen.set(key, row);
    if (personId === null) continue;
    const other = said.get(personId);
    if (other && !twin && contentKey(other.entry) !== contentKey(entry))
      wrong('contradiction', `与第 ${other.entry.line} 行同一人员的内容不一致`);
    said.set(personId, row);
  }
  return errors;
}

function contentOf({ expertise, languages, engagement, cap, termFrom, termUntil }: MediatorEntry) {
  return { expertise, languages, engagement, cap, termFrom, termUntil };
}

function contentKey(entry: Omit<MediatorEntry, 'line' | 'personId' | 'termFrom'> & { termFrom: CalendarDate | null }) {
  const { expertise, languages, engagement, cap, termFrom, termUntil } = entry;
  return JSON.stringify([[...expertise].sort(), [...languages].sort(), engagement, cap, termFrom, termUntil]);
}

/** A post without a profile is shown with what holds for it then: saying the same changes nothing. */
function differs(entry: MediatorEntry, serving: Serving): boolean {
  return contentKey(entry) !== contentKey({ ...serving, termFrom: serving.termFrom ?? serving.from });
}

const COMMITTEES = `SELECT id, code FROM directory.organ WHERE kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
  AND (valid_until IS NULL OR valid_until > $1)`;
const PEOPLE = 'SELECT id, name FROM directory.person WHERE id = ANY ($1::uuid[])';
const SERVING = `SELECT o.code AS "committeeCode", p.person_id AS "personId", n.name, p.valid_from AS "from",
    coalesce(q.expertise, '{}') AS expertise, coalesce(q.languages, '{PUTONGHUA}') AS languages,
    coalesce(q.engagement, 'FULL_TIME') AS engagement, coalesce(q.cap, ${DEFAULT_CAP}) AS cap, q.term_from AS "termFrom",
    q.term_until AS "termUntil", coalesce(q.former_organ_ids, '{}') AS "formerOrganIds", coalesce(q.version, 0) AS version
  FROM directory.post p JOIN directory.organ o ON o.id = p.organ_id JOIN directory.person n ON n.id = p.person_id
  LEFT JOIN mediation.mediator_profile q ON q.person_id = p.person_id
  WHERE p.role = 'mediator' AND o.kind IN ('MEDIATION_CENTRE', 'MEDIATION_COMMITTEE')
    AND (p.valid_until IS NULL OR p.valid_until > $1)
  ORDER BY o.sort_order, p.sort_order, p.id`;
