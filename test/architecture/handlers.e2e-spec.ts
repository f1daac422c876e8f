import { HandlerRegistry } from '@app/platform';
import { startApp, type TestApp } from '../support/app.js';
import { HANDLERS } from '../support/handlers.js';
import { eventsDefinedIn, LIBS, sourcesOf } from './sources.js';

/** Facts that nobody here answers; for those who come later. */
const UNANSWERED = [
  'dispute.ended',
  'document.drafted',
  'document.signed',
  'document.voided',
  'proposal.moved',
  'reconsideration.sued',
];
const TICKS = [
  'cases.prove-rebuild',
  'deadlines.expire',
  'deadlines.recount',
  'documents.clear-contents',
  'integrity.check',
  'liaison.digest',
  'mediation.tell-orphaned',
  'ownership.mark',
  'platform.purge',
  'platform.reconcile',
  'platform.relay',
  'portal.expire-drafts',
  'reminders.sweep',
];

let t: TestApp;
let registry: HandlerRegistry;

beforeAll(async () => {
  t = await startApp();
  registry = t.app.get(HandlerRegistry, { strict: false });
});

afterAll(() => t.close());

const EVENTS = LIBS.flatMap(eventsDefinedIn);

it('every event is declared once, as <noun>.<past-tense>', () => {
  expect(EVENTS.length).toBe(new Set(EVENTS).size);
  expect(EVENTS.filter((name) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

it('every event has the handlers that are known here, and no others', () => {
  const found = Object.fromEntries(
    EVENTS.map((event) => [event, registry.handlersOf(event).map((h) => h.name).sort()]).filter(([, h]) => h!.length > 0), // prettier-ignore
  );
  expect(found).toEqual(HANDLERS);
  const unanswered = EVENTS.filter((event) => registry.handlersOf(event).length === 0);
  expect(unanswered.sort()).toEqual(UNANSWERED);
});

it('every handler and tick of the sources is part of the worker, once, under a name of its lib', () => {
  const known = [...Object.values(HANDLERS).flat(), ...TICKS];
  const written = LIBS.flatMap((lib) =>
    sourcesOf(lib).flatMap(({ text }) =>
      [...text.matchAll(/@OnEvent\([^)]*name:\s*'([^']+)'|@Every\([\d_]+, '([^']+)'/g)].map((m) => [
        lib,
        m[1] ?? m[2]!,
      ]),
    ),
  );
  expect(written.map(([, name]) => name).sort()).toEqual(known.sort());
  expect(written.filter(([lib, name]) => !name!.startsWith(`${lib}.`))).toEqual([]);
});

it('every tick is known', () => {
  expect(registry.ticks.map((tick) => tick.name).sort()).toEqual(TICKS);
});
