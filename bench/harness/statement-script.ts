import pg from 'pg';
import type { Sent } from './wire-tap.js';

export interface ScriptOptions {
  databaseUrl: string;
  /** Ids made from this moment on (ms since 1970) are new in every transaction. */
  since: number;
  /** Text that was unique to the recorded request; twelve digits. */
  serial?: string;
  /** Values of the recorded request that a client replaces by its own: value → name of a pgbench variable. */
  given?: ReadonlyMap<string, string>;
  /** Statements that set the variables of `given`, for client `:client_id`; done once in so many transactions. */
  choose?: string;
  chooseEvery?: number;
  /** Everything in one round trip. */
  pipelined?: boolean;
}

/*
 * pgbench can make numbers, not texts. What must differ from one transaction to the next is therefore put together in SQL
 * from two of them, in place of the parameter: eight digits that grow, and four of the client. An id keeps the place in its
 * index that ours has: after all others, those of one transaction side by side.
 */
const NUMBERS = [
  '\\set n :n + 1',
  '\\set hi 90000000 + :base + :n',
  '\\set lo 1000 + :client_id',
  '\\set chain random(0, 63)',
];

/** A pgbench script of the very statements recorded, with their values, in their order. */
export async function statementScript(sent: readonly Sent[], options: ScriptOptions): Promise<string> {
  const client = new pg.Client(options.databaseUrl);
  await client.connect();
  const fresh = new Map<string, string>();
  const lines: string[] = [...NUMBERS];
  if (options.choose !== undefined)
    lines.push(`\\if (:n % ${options.chooseEvery ?? 1}) = 1 % ${options.chooseEvery ?? 1}`, options.choose, '\\endif');
  if (options.pipelined) lines.push('\\startpipeline');
  try {
    for (const { text, values } of sent) {
      const types = values.length === 0 ? [] : await parameterTypes(client, text);
      const pieces = values.map((value, i) => expression(value, types[i]!, fresh, options));
      lines.push(`${text.replace(/\$(\d+)/g, (_, n) => pieces[Number(n) - 1]!)};`);
    }
  } finally {
    await client.end();
  }
  if (options.pipelined) lines.push('\\endpipeline');
  return `${lines.join('\n')}\n`;
}

async function parameterTypes(client: pg.Client, text: string): Promise<string[]> {
  await client.query(`PREPARE recorded AS ${text}`);
  const { rows } = await client.query<{ types: string[] }>(
    `SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = 'recorded'`,
  );
  await client.query('DEALLOCATE recorded');
  return rows[0]!.types;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What stands in place of a parameter: its recorded value, with what must be new made new. */
function expression(
  value: Sent['values'][number],
  type: string,
  fresh: Map<string, string>,
  options: ScriptOptions,
): string {
  if (value === null) return `NULL::${type}`;
  if (Buffer.isBuffer(value)) return `${literal(`\\x${value.toString('hex')}`)}::${type}`;
  const { serial, given } = options;
  const wanted = new RegExp(
    [
      `${UUID}`,
      `"chain":\\d+`,
      `(?<=\\\\\\\\x[0-9a-f]{20,})[0-9a-f]{12}(?![0-9a-f])`,
      ...(serial ? [serial] : []),
    ].join('|'),
    'g',
  );
  const parts: string[] = [];
  let at = 0;
  for (const { 0: found, index } of value.matchAll(wanted)) {
    const made = given?.has(found) ? [`:${given.get(found)}::text`] : madeAnew(found, fresh, options.since);
    if (!made) continue;
    parts.push(literal(value.slice(at, index)), ...made);
    at = index + found.length;
  }
  parts.push(literal(value.slice(at)));
  return parts.length === 1 ? `${parts[0]}::${type}` : `(${parts.filter((p) => p !== "E''").join(' || ')})::${type}`;
}

/** The parts that make a value new in every transaction; undefined if it is to stay. */
function madeAnew(found: string, fresh: Map<string, string>, since: number): string[] | undefined {
  if (found.startsWith('"chain":')) return [literal('"chain":'), ':chain::text'];
  if (!found.includes('-')) return [':hi::text', ':lo::text'];
  if (found[14] !== '7' || Number.parseInt(found.slice(0, 8) + found.slice(9, 13), 16) < since) return undefined;
  const mark = fresh.get(found) ?? String(fresh.size + 100);
  fresh.set(found, mark);
  return [':hi::text', literal('-'), ':lo::text', literal(`-7${mark}-8000-000000000000`)];
}

/** pgbench takes a colon before a letter for a variable, in quotes too. */
function literal(text: string): string {
  const quoted = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', '\\n').replaceAll(':', '\\x3a');
  return `E'${quoted}'`;
}
