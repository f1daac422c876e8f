import type { Actor, Id, Page } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { codeName, FIELDS } from '../domain/codes.js';
import { Organs } from '../organs.js';
import { DisputeQueries } from '../views/dispute.queries.js';
import { Lights } from './lights.js';
import { filterValues, isPlain, keywordValues, listFilter, type ListFilter } from './list-filter.js';
import { queuePageSql, ROWS_SQL, type ListRow } from './list-rows.js';
import { collectSql, countSql, hitSource, scopeSizeSql, walkSql, type HitSource } from './list-sql.js';
import type { DisputeFilterRequest, DisputeListItem, ListDisputesRequest } from './list.dto.js';

/** Totals are exact up to here. */
export const COUNT_CAP = 1000;
/** Rows of the queue looked at first: a keyword that fills the page from so few is common. */
const GLANCE = 500;
/** Hits of an index looked at before what is asked for is taken for common. */
const HITS = 3000;
/** A scope as small as this is looked through whole; for a common keyword, walking it is quicker. */
const SMALL_SCOPE = { any: 12_000, common: 2000 } as const;
const SCOPE = 20_000;
/** Rows of the scope gone through in order: first few, then many. */
const WALKS = [2000, 20_000] as const;
/** The last resort: as many hits as this are sorted, and any number of the scope's. */
const ALL = 100_000;
const WHOLE_SCOPE = 10_000_000;

interface Found {
  ids: Id[];
  total: number;
  /** There may be more. */
  capped: boolean;
}

interface Slice {
  skip: number;
  take: number;
}

/** Queues, lists and searches of disputes, within what the actor may see; see list-sql.ts for how. */
@Injectable()
export class ListQueries {
  constructor(
    private readonly database: Database,
    private readonly organs: Organs,
    private readonly disputes: DisputeQueries,
    private readonly lights: Lights,
  ) {}

  /** @throws DomainError cases.bad-list if what is asked contradicts itself */
  async list(actor: Actor, request: ListDisputesRequest): Promise<Page<DisputeListItem>> {
    const filter = this.filter(actor, request);
    const { page, size } = request;
    const slice = { skip: (page - 1) * size, take: size };
    if (filter.impossible || filter.principals.length === 0)
      return { items: [], page, size, total: 0, totalIsCapped: false };
    const plain = isPlain(filter) && request.count === 'capped';
    const { rows, total, capped } = plain ? await this.queue(filter, slice) : await this.searched(filter, slice);
    const items = await this.items(rows);
    if (request.count === 'exact') return { items, page, size, total: await this.count(filter), totalIsCapped: false };
    const totalIsCapped = capped || total > COUNT_CAP;
    return { items, page, size, total: Math.min(total, COUNT_CAP), totalIsCapped };
  }

  filter(actor: Actor, request: DisputeFilterRequest): ListFilter {
    return listFilter(actor, request, this.lights.bounds(), (day) => this.lights.dayBefore(day));
  }

  /** At most `most` ids that match, in order. */
  async ids(filter: ListFilter, most: number): Promise<Id[]> {
    if (filter.impossible || filter.principals.length === 0) return [];
    return (await this.find(filter, { skip: 0, take: most })).ids;
  }

  /** List items of given disputes, in their order. */
  async itemsOf(ids: readonly Id[]): Promise<DisputeListItem[]> {
    return this.items(await this.database.read<ListRow>(ROWS_SQL, [ids]));
  }

  private async queue(f: ListFilter, { skip, take }: Slice) {
    const direction = f.sort.startsWith('-') ? 'DESC' : 'ASC';
    const rows = await this.database.read<ListRow & { total: number }>(queuePageSql(direction, COUNT_CAP), [
      f.principals,
      f.dueFrom,
      f.dueTo,
      take,
      skip,
      f.personId,
    ]);
    // A page behind the end has no row to carry the total.
    const total = rows[0]?.total ?? (skip === 0 ? 0 : (await this.find(f, { skip: 0, take: 1 })).total);
    return { rows, total, capped: false };
  }

  private async searched(f: ListFilter, slice: Slice) {
    const { ids, total, capped } = await this.find(f, slice);
    return { rows: await this.database.read<ListRow>(ROWS_SQL, [ids]), total, capped };
  }

  /** Few matches are collected and sorted; many are walked to in order, until the page is full. */
  private async find(f: ListFilter, slice: Slice): Promise<Found> {
    const source = hitSource(f);
    const common = await this.isCommon(f, source, slice);
    let known = 0;
    if (!common) {
      const hits = source === 'scope' ? SCOPE : HITS;
      const few = await this.collect(f, source, slice, hits, COUNT_CAP + 1);
      if (few.found <= COUNT_CAP && few.examined < hits) return { ids: few.ids, total: few.found, capped: false };
      known = few.found;
    }
    if (known <= COUNT_CAP && source !== 'scope') {
      const most = common && !f.sort.endsWith('number') ? SMALL_SCOPE.common : SMALL_SCOPE.any;
      if ((await this.scopeSize(f, most + 1)) <= most) {
        const { ids, found } = await this.collect(f, 'scope', slice, SCOPE, SCOPE);
        return { ids, total: found, capped: false };
      }
    }
    if (common) known = await this.glance(f, COUNT_CAP + 1, WALKS[0]);
    for (const rows of WALKS) {
      const ids = await this.walk(f, slice, rows);
      if (ids.length === slice.take) return { ids, total: Math.max(known, slice.skip + slice.take), capped: true };
    }
    const all = await this.collect(f, source, slice, source === 'scope' ? WHOLE_SCOPE : ALL, ALL);
    return { ids: all.ids, total: all.found, capped: all.examined >= ALL };
  }

  /**
   * True if the head of the queue, whatever is sorted by, already holds a page of the keyword: its index would have too
   * much to tell. Only a guess; either way leads to the same page.
   */
  private async isCommon(f: ListFilter, source: HitSource, { take }: Slice): Promise<boolean> {
    if (source !== 'keyword') return false;
    return (await this.glance({ ...f, status: null }, take, GLANCE)) === take;
  }

  /** How many match among the first `rows` of the queue, at most `most`. */
  private async glance(f: ListFilter, most: number, rows: number): Promise<number> {
    return (await this.walk({ ...f, sort: 'dueOn' }, { skip: 0, take: most }, rows)).length;
  }

  /** How much there is to see at all, at most `most`. */
  private async scopeSize(f: ListFilter, most: number): Promise<number> {
    const [row] = await this.database.read<{ size: number }>(scopeSizeSql(f.status === 'REGISTERED', most), [
      f.principals,
    ]);
    return row!.size;
  }

  private async collect(f: ListFilter, source: HitSource, slice: Slice, hits: number, matches: number) {
    const [row] = await this.database.read<{ ids: Id[]; found: number; examined: number }>(
      collectSql(source, f.sort, f.keyword !== null, hits, matches),
      values(f, slice),
    );
    return row!;
  }

  private async walk(f: ListFilter, slice: Slice, rows: number): Promise<Id[]> {
    const [row] = await this.database.read<{ ids: Id[] }>(walkSql(f.sort, f.keyword !== null, rows), values(f, slice));
    return row!.ids;
  }

  private async count(f: ListFilter): Promise<number> {
    const [row] = await this.database.read<{ found: number }>(countSql(hitSource(f)), values(f, { skip: 0, take: 0 }));
    return row!.found;
  }

  /** Adds the names, which one question answers for all rows, and the lamps. */
  private async items(rows: readonly ListRow[]): Promise<DisputeListItem[]> {
    const ids = rows.flatMap((r) => [r.respondentOrganId, r.handlerId]).filter((id): id is Id => id !== null);
    const names = await this.organs.names(ids);
    return rows.map((r) => ({
      id: r.id,
      number: r.number,
      status: r.status,
      version: r.version,
      title: r.title,
      channel: r.channel,
      fieldCode: r.fieldCode,
      fieldName: codeName(FIELDS, r.fieldCode),
      receivedOn: r.receivedOn,
      registeredOn: r.registeredOn,
      applicantName: r.applicantName ?? '',
      applicants: r.applicants,
      respondentOrganId: r.respondentOrganId,
      respondentOrganName: r.respondentOrganId === null ? null : (names.get(r.respondentOrganId) ?? ''),
      handlerId: r.handlerId,
      handlerName: r.handlerId === null ? null : (names.get(r.handlerId) ?? ''),
      nextDueOn: r.nextDueOn,
      light: this.lights.of(r.nextDueOn),
      cases: (r.cases ?? []).map((c) => ({ ...c, stateName: this.disputes.stateName(c.procedure, c.state) })),
    }));
  }
}

function values(f: ListFilter, { skip, take }: Slice): unknown[] {
  return [...filterValues(f), ...keywordValues(f), take, skip, f.personId];
}
