import type { Rebuilt, RebuiltClock, RebuiltParticipant } from './rebuild.js';

/** A case as its rows have it now; papers are of another lib. */
export type Stored = Omit<Rebuilt, 'documents'>;

/**
 * The fields in which the rows and the rebuild are not the same, by name and, within a clock or a participant, its id;
 * `clock <id>` alone is on one side only. Ids and names of fields, no values.
 */
export function differences(stored: Stored, rebuilt: Rebuilt): string[] {
  return [
    ...CASE.filter((field) => stored[field] !== rebuilt[field]),
    ...pairwise('clock', CLOCK, stored.clocks, rebuilt.clocks),
    ...pairwise('participant', PARTICIPANT, stored.participants, rebuilt.participants),
  ];
}

const CASE = ['state', 'open', 'version', 'handlerId', 'openedOn', 'closedOn'] as const;
const CLOCK: readonly (keyof RebuiltClock)[] = [
  'concernsId',
  'rule',
  'variant',
  'ruleName',
  'article',
  'responsible',
  'startsOn',
  'amount',
  'unit',
  'roll',
  'backward',
  'state',
  'suspensions',
  'exclusions',
  'extensions',
  'rawDueOn',
  'dueOn',
  'excludedDays',
  'provisional',
  'calendarVersion',
  'closedOn',
];
const PARTICIPANT: readonly (keyof RebuiltParticipant)[] = ['caseId', 'role', 'personId', 'organId', 'since', 'until'];

function pairwise<T extends { readonly id: string }>(
  name: string,
  fields: readonly (keyof T & string)[],
  stored: readonly T[],
  rebuilt: readonly T[],
): string[] {
  const expected = new Map(rebuilt.map((each) => [each.id, each]));
  const found = stored.flatMap((row) => {
    const other = expected.get(row.id);
    expected.delete(row.id);
    if (!other) return [`${name} ${row.id}`];
    return fields.filter((field) => !same(row[field], other[field])).map((field) => `${name} ${row.id} ${field}`);
  });
  return [...found, ...[...expected.keys()].map((id) => `${name} ${id}`)];
}

/** Of plain values, and of lists of spans and extensions, whatever the order of their fields. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && written(a) === written(b));
}

function written(list: readonly object[]): string {
  return JSON.stringify(list.map((each) => Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))));
}
