import { HandlerRegistry } from '@app/platform';
import { startApp, type TestApp } from '../support/app.js';
import { eventsDefinedIn, LIBS, readmeOf } from './sources.js';

let t: TestApp;
let tables: string[];
let schemas: Set<string>;
/** Tables, functions and events. */
let known: Set<string>;

beforeAll(async () => {
  t = await startApp();
  const rows = await t.database.read<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' ORDER BY 1`,
  );
  tables = rows.map((row) => row.name);
  schemas = new Set(tables.map((table) => table.split('.')[0]!));
  const functions = await t.database.read<{ name: string }>(
    `SELECT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace`,
  );
  known = new Set([...tables, ...functions.map((f) => f.name), ...LIBS.flatMap(eventsDefinedIn)]);
});

afterAll(() => t.close());

/** Events that a lib's handlers answer. */
function eventsAnsweredBy(lib: string): string[] {
  const registry = t.app.get(HandlerRegistry, { strict: false });
  return LIBS.flatMap(eventsDefinedIn).filter((event) =>
    registry.handlersOf(event).some((handler) => handler.name.startsWith(`${lib}.`)),
  );
}

/** Kernel and platform are the ground; what they are is told in ARCHITECTURE.md. */
describe.each(LIBS.filter((lib) => lib !== 'kernel'))('the README of %s', (lib) => {
  it('names every event it publishes or answers', () => {
    const text = readmeOf(lib);
    const events = [...new Set([...eventsDefinedIn(lib), ...eventsAnsweredBy(lib)])];
    expect(events.filter((event) => !text.includes(`\`${event}\``))).toEqual([]);
  });

  it('names every table of its schema, and no other', () => {
    const text = readmeOf(lib);
    const own = tables.filter((table) => table.startsWith(`${lib}.`));
    expect(
      own.filter((table) => !text.includes(`\`${table}\``) && !text.includes(`\`${table.split('.')[1]}\``)),
    ).toEqual([]);
    const named = [...text.matchAll(/`([a-z]+\.[a-z_]+)`/g)].map((match) => match[1]!);
    const inDatabase = named.filter((name) => schemas.has(name.split('.')[0]!) && !known.has(name));
    expect(inDatabase).toEqual([]);
  });
});
