import { newId } from '@app/kernel';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

export interface Bad {
  /** What is wrong, and where. */
  what: string;
  body: Json;
  /** The status it must have, if that is certain. */
  status?: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Fields for which any text is as good as another: a password, a link, a hash to compare with. */
const OPAQUE = new Set(['password', 'currentPassword', 'newPassword', 'hash', 'url']);
/** Fields that name no record that must exist: the probe for duplicates only searches. */
const SEARCHED = new Set(['/respondentOrganId of duplicates']);
/** A draft may lack everything but its channel, or its kind. */
const MAY_BE_EMPTY = /^\/(disputes|portal)\/drafts|\/papers\/:paperId$/;

/** Every way in which a valid body can be made wrong, one at a time. */
export function badBodies(valid: unknown, route: string): Bad[] {
  const body = valid as Json;
  return [...walk(body)].flatMap(([path, value]) => [
    ...unknownField(body, path, value),
    ...wrongTypes(body, path, value),
    ...wrongText(body, path, value, route),
    ...wrongId(body, path, value, route),
    ...staleVersion(body, path, value),
  ]);
}

function* walk(value: Json, path: Path = []): Generator<[Path, Json]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* walk(item, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
}

/** The body with the value at `path` replaced. */
function replaced(body: Json, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(body)) return body.map((item, i) => (i === key ? replaced(item, rest, value) : item));
  const object = body as Record<string, Json>;
  return { ...object, [key]: replaced(object[key]!, rest, value) };
}

const at = (path: Path): string => `/${path.join('/')}`;

function unknownField(body: Json, path: Path, value: Json): Bad[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [
    { what: `unknown field in ${at(path)}`, body: replaced(body, path, { ...value, unexpected: 1 }), status: 422 },
  ];
}

function wrongTypes(body: Json, path: Path, value: Json): Bad[] {
  const others: Json[] = Array.isArray(value)
    ? ['text', { a: 1 }, 7]
    : typeof value === 'object'
      ? ['text', [], 7]
      : typeof value === 'number'
        ? ['text', {}, [[]], 1e300, 1.5]
        : typeof value === 'boolean'
          ? ['maybe', {}, 7]
          : [{ a: 1 }, ['text'], 7, true];
  return others.map((other) => ({
    what: `${JSON.stringify(other)} at ${at(path)}`,
    body: replaced(body, path, other),
  }));
}

function wrongText(body: Json, path: Path, value: Json, route: string): Bad[] {
  if (typeof value !== 'string') return [];
  const field = String(path.at(-1));
  const bad = (what: string, text: string): Bad => ({
    what: `${what} at ${at(path)}`,
    body: replaced(body, path, text),
  });
  const list: Bad[] = [];
  if (field !== 'newPassword') list.push(bad('a NUL', `${value}\u0000`));
  if (!OPAQUE.has(field)) list.push(bad('far too long a text', 'x'.repeat(300_000)));
  if (!MAY_BE_EMPTY.test(route) && !OPAQUE.has(field)) list.push(bad('nothing', ''));
  if (DATE.test(value))
    list.push(
      bad('a day that does not exist', '2026-02-30'),
      bad('no day', 'tomorrow'),
      bad('a moment', `${value}T00:00:00Z`),
    );
  return list;
}

function wrongId(body: Json, path: Path, value: Json, route: string): Bad[] {
  if (typeof value !== 'string' || !UUID.test(value)) return [];
  const nobody = { what: `an id of nobody at ${at(path)}`, body: replaced(body, path, newId()) };
  const noId = { what: `no id at ${at(path)}`, body: replaced(body, path, `${value}'--`) };
  return SEARCHED.has(`${at(path)} of ${route.split('/').at(-1)}`) ? [noId] : [nobody, noId];
}

function staleVersion(body: Json, path: Path, value: Json): Bad[] {
  if (path.at(-1) !== 'version' || typeof value !== 'number') return [];
  return [{ what: 'a stale version', body: replaced(body, path, value + 900), status: 409 }];
}
