import { MEDIATION } from '@app/mediation';
import { OWNERSHIP } from '@app/ownership';
import { RECONSIDERATION } from '@app/reconsideration';
import { readFileSync } from 'node:fs';
import { startApp, type TestApp } from '../support/app.js';
import { routesOf } from './route-table.js';

interface Operation {
  operationId: string;
  requestBody?: unknown;
  responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** As it is committed; `npm run check` proves that the service serves the same. */
const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;

const OPERATIONS = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`,
    operation,
  ]),
);

let t: TestApp;

beforeAll(async () => {
  t = await startApp();
});

afterAll(() => t.close());

describe('the OpenAPI document', () => {
  it('has every route, and no other', () => {
    const routes = routesOf(t.app)
      .map((route) => route.key)
      .filter((key) => !/ \/(health|metrics)/.test(key));
    expect(OPERATIONS.map(([key]) => key).sort()).toEqual(routes.sort());
  });

  it('names every operation once, as <controller>_<method>', () => {
    const ids = OPERATIONS.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+_[A-Za-z]+$/.test(id))).toEqual([]);
  });

  it('says of every operation that what is refused is answered as application/problem+json', () => {
    const silent = OPERATIONS.filter(
      ([, { responses }]) =>
      Object.entries(responses).every(([status, { content }]) => !/^(default|[45])/.test(status) || !content?.['application/problem+json']), // prettier-ignore
    );
    expect(silent.map(([key]) => key)).toEqual([]);
    expect(document.components.schemas['Problem']).toBeDefined();
  });

  it('says of every operation what it answers: a schema, a media type, or nothing', () => {
    const silent = OPERATIONS.filter(
      ([, { responses }]) => !Object.entries(responses).some(([status, { content }]) => status === '204' || (status.startsWith('2') && content)), // prettier-ignore
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('has no schema that is an object of nothing', () => {
    const empty = Object.entries(document.components.schemas).filter(
      ([, schema]) => JSON.stringify(schema) === '{"type":"object","properties":{}}',
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('has the input of every step under a name of its own', () => {
    const inputs = [RECONSIDERATION, MEDIATION, OWNERSHIP].flatMap(({ transitions }) =>
      (transitions as readonly { input?: new () => object }[]).flatMap(({ input }) => (input ? [input] : [])),
    );
    const classes = [...new Set(inputs)];
    expect(new Set(classes.map((input) => input.name)).size).toBe(classes.length);
    expect(classes.map((input) => input.name).filter((name) => !document.components.schemas[name])).toEqual([]);
  });
});

it.each(['/disputes', '/nothing', '/cases/nobody', '/disputes/%'])('answers 4xx at %s as a problem', async (path) => {
  const answer = await t.anonymous().get(path);
  expect([answer.type, (answer.body as { status: number }).status]).toEqual([
    'application/problem+json',
    answer.status,
  ]);
  expect(Object.keys(answer.body as object)).toEqual(
    expect.arrayContaining(['type', 'title', 'detail', 'code', 'traceId']),
  );
});
