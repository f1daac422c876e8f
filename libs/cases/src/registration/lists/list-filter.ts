import { DomainError, organsOf, personsOf, type Actor, type CalendarDate, type Id } from '@app/kernel';
import { principalsOf } from '../../engine/scope.js';
import { normaliseDocumentNo } from '../domain/normalise.js';
import { foldForSearch, likePattern } from '../domain/search-text.js';
import type { DisputeFilterRequest, ListLight, ListScope, ListSort } from './list.dto.js';

/** A list as the database is asked for it. */
export interface ListFilter {
  /** Empty: nothing is to be seen. */
  principals: Id[];
  /** Who asks: what he is shut out of does not exist for him. */
  personId: Id;
  status: string | null;
  channel: string | null;
  field: string | null;
  respondentOrganId: Id | null;
  procedure: string | null;
  state: string | null;
  /** Bounds of the nearest due date, both included; a record without one counts as `infinity`. */
  dueFrom: CalendarDate;
  dueTo: CalendarDate;
  /** Folded; not empty. */
  keyword: string | null;
  /** A whole number of a dispute or case. */
  number: string | null;
  sort: ListSort;
  /** Nothing can match, e.g. a keyword without letters and digits. */
  impossible: boolean;
}

/** First days on which a due date is no longer red, and no longer yellow. */
export interface LightBounds {
  yellowFrom: CalendarDate;
  greenFrom: CalendarDate;
}

const NUMBER = /^\p{Script=Han}{2,12}〔(?:19|20)\d{2}〕[1-9]\d*号?$/u;

/**
 * @param bounds where the lamps change, for today
 * @throws DomainError cases.bad-list if filters contradict each other
 */
export function listFilter(
  actor: Actor,
  request: DisputeFilterRequest,
  bounds: LightBounds,
  dayBefore: (day: CalendarDate) => CalendarDate,
): ListFilter {
  const open = request.status === 'REGISTERED';
  const sort = request.sort ?? (open ? 'dueOn' : '-registeredOn');
  if (!open && (sort === 'dueOn' || sort === '-dueOn'))
    throw badList('sort', '按期限排序只适用于在办争议（status=REGISTERED）');
  if (request.state !== undefined && request.procedure === undefined)
    throw badList('procedure', '按案件状态筛选时请同时给出程序');
  const due = dueRange(request.light, request.dueBefore, bounds, dayBefore);
  const words = searched(request.keyword);
  return {
    principals: principals(actor, request.scope),
    personId: actor.personId,
    status: request.status === 'ALL' ? null : request.status,
    channel: request.channel ?? null,
    field: request.field ?? null,
    respondentOrganId: request.respondentOrganId ?? null,
    procedure: request.procedure ?? null,
    state: request.state ?? null,
    ...due,
    keyword: words.keyword,
    number: words.number,
    sort,
    impossible: words.impossible,
  };
}

/** What a keyword asks for: a whole number, or text; nothing at all if it has neither letters nor digits. */
function searched(keyword: string | undefined): Pick<ListFilter, 'keyword' | 'number' | 'impossible'> {
  if (keyword === undefined || keyword.trim() === '') return { keyword: null, number: null, impossible: false };
  const number = normaliseDocumentNo(keyword);
  if (NUMBER.test(number))
    return {
      keyword: foldForSearch(keyword),
      number: number.endsWith('号') ? number : `${number}号`,
      impossible: false,
    };
  const folded = foldForSearch(keyword);
  return { keyword: folded || null, number: null, impossible: folded === '' };
}

/** Within the actor's principals: his own person, his organs, or all of them. */
function principals(actor: Actor, scope: ListScope): Id[] {
  const all = principalsOf(actor);
  if (all.length === 0 || scope === 'all') return all;
  return scope === 'mine' ? personsOf(actor) : organsOf(actor);
}

function dueRange(
  light: ListLight | undefined,
  dueBefore: CalendarDate | undefined,
  bounds: LightBounds,
  dayBefore: (day: CalendarDate) => CalendarDate,
): { dueFrom: CalendarDate; dueTo: CalendarDate } {
  const ranges: Record<ListLight, [CalendarDate, CalendarDate]> = {
    red: ['-infinity', dayBefore(bounds.yellowFrom)],
    yellow: [bounds.yellowFrom, dayBefore(bounds.greenFrom)],
    green: [bounds.greenFrom, '9999-12-31'],
    grey: ['infinity', 'infinity'],
  };
  const [from, to] = light === undefined ? ['-infinity', 'infinity'] : ranges[light];
  if (dueBefore === undefined) return { dueFrom: from, dueTo: to };
  const last = dayBefore(dueBefore);
  return { dueFrom: from, dueTo: to === 'infinity' || last < to ? last : to };
}

/** The values of $1 to $9 in every query of a list. */
export function filterValues(f: ListFilter): unknown[] {
  return [f.principals, f.status, f.channel, f.field, f.respondentOrganId, f.procedure, f.state, f.dueFrom, f.dueTo];
}

/** The values of $10 to $12: the keyword, its LIKE pattern, the number. */
export function keywordValues(f: ListFilter): unknown[] {
  return [f.keyword, f.keyword === null ? null : likePattern(f.keyword), f.number];
}

/** True if nothing but scope, due dates and order is asked for: the plain queue. */
export function isPlain(f: ListFilter): boolean {
  return (
    f.status === 'REGISTERED' &&
    (f.sort === 'dueOn' || f.sort === '-dueOn') &&
    [f.channel, f.field, f.respondentOrganId, f.procedure, f.keyword, f.number].every((v) => v === null)
  );
}

function badList(field: string, detail: string): DomainError {
  return new DomainError('cases.bad-list', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: `#/${field}`, code: 'contradiction', detail }],
  });
}
