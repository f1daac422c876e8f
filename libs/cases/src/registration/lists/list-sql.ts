import { maySee, notShutOut } from '../../engine/scope.js';
import type { ListFilter } from './list-filter.js';
import type { ListSort } from './list.dto.js';

/*
 * How lists stay quick whatever is asked. Two ways lead to a page, and each is bad where the other is good:
 *
 * - `collect`: go through the hits of an index (a keyword's, a state's, an organ's, or those of the scope), keep those that
 *   are permitted and match the other filters, sort them. Good if few match.
 * - `walk`: go through the scope in the order asked for, and stop when the page is full. Good if many match.
 *
 * `collect` stops at its caps and says so; then many match, and `walk` is quick. Every statement is one constant text for
 * each sort and source. Parameters: $1 principals, $2 status, $3 channel, $4 field, $5 respondent, $6 procedure, $7 state,
 * $8 and $9 due dates from and to, $10 keyword, $11 its LIKE pattern, $12 number, $13 rows wanted, $14 rows skipped, $15 the
 * person who asks.
 */

/** Where `collect` takes its hits from. */
export type HitSource = 'keyword' | 'number' | 'state' | 'respondent' | 'field' | 'scope';

const KEYWORD = `SELECT s.dispute_id AS id FROM cases.dispute_search s
  WHERE cases.trigrams(s.content) @@ cases.trigram_query($10::text) AND s.content LIKE $11::text`;

/** The scope's disputes, of each principal at most `limit`; closed ones only if they are asked for. */
const SCOPE = (limit: number) => `SELECT DISTINCT q.id FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
    SELECT a.dispute_id AS id FROM cases.access a
    WHERE a.principal_id = p.id AND (a.open OR $2::text IS DISTINCT FROM 'REGISTERED') LIMIT ${limit}) AS q`;

/**
 * How many disputes the scope ($1) has, or the open ones of it, each counted for every principal, at most `most`; `size`.
 * It is ordered as the index is, so that no plan reads more of it.
 */
export function scopeSizeSql(open: boolean, most: number): string {
  const [where, order] = open ? ['AND a.open', 'a.due_on, a.dispute_id'] : ['', 'a.dispute_id'];
  return `SELECT least(count(*), ${most})::int AS size FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
    SELECT 1 FROM cases.access a WHERE a.principal_id = p.id ${where} ORDER BY ${order} LIMIT ${most}) AS q`;
}

const HITS: Readonly<Record<Exclude<HitSource, 'scope'>, string>> = {
  keyword: KEYWORD,
  number: `SELECT id FROM cases.dispute WHERE number = $12::text
    UNION SELECT dispute_id FROM cases.case_file WHERE number = $12::text UNION ${KEYWORD}`,
  state: `SELECT c.dispute_id AS id FROM cases.case_file c WHERE c.procedure = $6::text AND c.state = $7::text`,
  respondent: `SELECT d.id FROM cases.dispute d WHERE d.respondent_organ_id = $5::uuid`,
  field: `SELECT d.id FROM cases.dispute d WHERE d.field_code = $4::text`,
};

const hitsOf = (source: HitSource, limit: number) => (source === 'scope' ? SCOPE(limit) : HITS[source]);

/** Names every parameter once, so that a statement that does not use one still has a type for it. */
const TYPES = `SELECT 1 WHERE $1::uuid[] IS NULL AND $2::text IS NULL AND $3::text IS NULL AND $4::text IS NULL
  AND $5::uuid IS NULL AND $6::text IS NULL AND $7::text IS NULL AND $8::date IS NULL AND $9::date IS NULL
  AND $10::text IS NULL AND $11::text IS NULL AND $12::text IS NULL AND $13::int IS NULL AND $14::int IS NULL AND $15::uuid IS NULL`;

const PERMITTED = (id: string) => maySee(id, '$1', '$15');

/** The filters on a dispute `d`. */
const MATCHES = `d.status <> 'DRAFT' AND ($2::text IS NULL OR d.status = $2) AND ($3::text IS NULL OR d.channel = $3)
  AND ($4::text IS NULL OR d.field_code = $4) AND ($5::uuid IS NULL OR d.respondent_organ_id = $5)
  AND coalesce(d.next_due_on, 'infinity') BETWEEN $8::date AND $9::date
  AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM cases.case_file c
    WHERE c.dispute_id = d.id AND c.procedure = $6 AND ($7::text IS NULL OR c.state = $7)))`;

/** The keyword itself, where the hits do not come from its index. */
const CONTAINS = (id: string) => `CROSS JOIN LATERAL (
  SELECT 1 FROM cases.dispute_search s WHERE s.dispute_id = ${id} AND s.content LIKE $11::text OFFSET 0) AS t`;

/** The columns a list is sorted by, then the id; all in one direction. */
const KEYS: Readonly<Record<'dueOn' | 'registeredOn' | 'number', readonly string[]>> = {
  dueOn: [`coalesce(d.next_due_on, 'infinity')`],
  registeredOn: ['d.registered_on'],
  number: [`split_part(d.number, '〕', 1)`, 'length(d.number)', 'd.number'],
};

function sorting(sort: ListSort): { keys: readonly string[]; direction: 'ASC' | 'DESC'; by: keyof typeof KEYS } {
  const by = sort.replace('-', '') as keyof typeof KEYS;
  return { keys: KEYS[by], direction: sort.startsWith('-') ? 'DESC' : 'ASC', by };
}

const orderBy = (columns: readonly string[], direction: string) =>
  `ORDER BY ${columns.map((c) => `${c} ${direction}`).join(', ')}`;

/**
 * The page from at most `hits` hits, of which at most `matches` are kept; answers `ids`, `found`, and `examined`, the
 * number of hits. `searching`: there is a keyword.
 */
export function collectSql(
  source: HitSource,
  sort: ListSort,
  searching: boolean,
  hits: number,
  matches: number,
): string {
  const { keys, direction } = sorting(sort);
  const contains = searching && source !== 'keyword' && source !== 'number' ? CONTAINS('hit.id') : '';
  const names = keys.map((_, i) => `k${i}`);
  return `WITH types AS (${TYPES}), hit AS MATERIALIZED (${hitsOf(source, hits)} LIMIT ${hits}), found AS MATERIALIZED (
      SELECT DISTINCT hit.id, ${names.join(', ')} FROM (
        SELECT hit.id, ${names.map((n) => `m.${n}`).join(', ')} FROM hit ${contains}
        CROSS JOIN LATERAL (SELECT ${keys.map((k, i) => `${k} AS k${i}`).join(', ')} FROM cases.dispute d
          WHERE d.id = hit.id AND ${MATCHES} OFFSET 0) AS m
        WHERE ${PERMITTED('hit.id')} LIMIT ${matches}) AS hit)
    SELECT ARRAY(SELECT id FROM found ${orderBy([...names, 'id'], direction)} LIMIT $13 OFFSET $14) AS ids,
      (SELECT count(*) FROM found)::int AS found, (SELECT count(*) FROM hit)::int AS examined`;
}

/** The page by going through at most `rows` rows of the scope in order; answers `ids`. */
export function walkSql(sort: ListSort, searching: boolean, rows: number): string {
  const { direction, by } = sorting(sort);
  const walked = WALKS[by](direction, rows);
  const contains = searching ? CONTAINS('w.id') : '';
  return `WITH types AS (${TYPES}), page AS (
      SELECT w.id, row_number() OVER () AS n FROM (${walked}) AS w ${contains}
      CROSS JOIN LATERAL (SELECT 1 FROM cases.dispute d WHERE d.id = w.id AND ${MATCHES} OFFSET 0) AS m
      LIMIT $13 OFFSET $14)
    SELECT ARRAY(SELECT id FROM page ORDER BY n) AS ids`;
}

/** The scope's open disputes by due date: one index range for each principal. */
function queueSql(direction: string, rows: number): string {
  return `SELECT DISTINCT q.due_on, q.dispute_id AS id FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
      SELECT a.due_on, a.dispute_id FROM cases.access a
      WHERE a.principal_id = p.id AND a.open AND a.due_on BETWEEN $8::date AND $9::date
        AND ${notShutOut('a.dispute_id', '$15')}
      ORDER BY a.due_on ${direction}, a.dispute_id ${direction} LIMIT ${rows}) AS q
    ORDER BY q.due_on ${direction}, q.dispute_id ${direction} LIMIT ${rows}`;
}

/** The scope's disputes by day of registration: one index range for each principal. */
function registerSql(direction: string, rows: number): string {
  return `SELECT DISTINCT q.registered_on, q.dispute_id AS id FROM unnest($1::uuid[]) AS p(id) CROSS JOIN LATERAL (
      SELECT a.registered_on, a.dispute_id FROM cases.access a
      WHERE a.principal_id = p.id AND ${notShutOut('a.dispute_id', '$15')}
      ORDER BY a.registered_on ${direction}, a.dispute_id ${direction} LIMIT ${rows}) AS q
    ORDER BY q.registered_on ${direction}, q.dispute_id ${direction} LIMIT ${rows}`;
}

/** The scope's disputes by number: that index, looking up whether each is permitted. */
function numberSql(direction: string, rows: number): string {
  return `SELECT d.id FROM cases.dispute d WHERE d.registered_on IS NOT NULL AND d.number IS NOT NULL AND ${PERMITTED('d.id')}
    ${orderBy(KEYS.number, direction)} LIMIT ${rows}`;
}

const WALKS = { dueOn: queueSql, registeredOn: registerSql, number: numberSql } as const;

/** How many match, all of them; for an exact count. */
export function countSql(source: HitSource): string {
  return `WITH types AS (${TYPES}) SELECT count(DISTINCT hit.id)::int AS found FROM (${hitsOf(source, Number.MAX_SAFE_INTEGER)}) AS hit
    JOIN cases.dispute d ON d.id = hit.id WHERE ${MATCHES} AND ${PERMITTED('d.id')}`;
}

/** The index whose hits are fewest, as far as can be told from what is asked. */
export function hitSource(f: ListFilter): HitSource {
  if (f.number !== null) return 'number';
  if (f.keyword !== null) return 'keyword';
  if (f.state !== null) return 'state';
  if (f.respondentOrganId !== null) return 'respondent';
  return f.field === null ? 'scope' : 'field';
}
