import { cloneDatabase } from '../support/database.js';
import { startDeadlines, type DeadlinesApp } from './deadlines-app.js';

describe('POST /deadlines/preview', () => {
  let drop: () => Promise<void>;
  let heyi: DeadlinesApp;

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    heyi = await startDeadlines(clone.url);
  });
  afterAll(async () => {
    await heyi.close();
    await drop();
  });
  beforeEach(() => heyi.database.read('DELETE FROM platform.rate_limit'));

  const ask = (body: object) => heyi.call('post', '/deadlines/preview').send(body);

  it.each([
    ['E1', { rule: 'RC_REVIEW', from: '2024-02-01' }, '2024-02-07', '2024-02-07', false],
    ['E5', { rule: 'RC_DECIDE', from: '2025-08-05' }, '2025-10-09', '2025-10-04', false],
    ['E6c', { rule: 'RC_DECIDE', variant: 'SIMPLIFIED', from: '2025-09-24' }, '2025-10-24', '2025-10-24', false],
    ['E14', { rule: 'RC_HEARING_NOTICE', from: '2026-02-27' }, '2026-02-12', '2026-02-12', false],
    [
      'E14 lenient',
      { rule: 'RC_HEARING_NOTICE', from: '2026-02-27', strict: false },
      '2026-02-13',
      '2026-02-13',
      false,
    ],
    ['E23', { rule: 'RC_DECIDE', from: '2026-07-01', extensionDays: 30 }, '2026-09-29', '2026-09-29', false],
    [
      'E12',
      { amount: 60, unit: 'calendar-day', from: '2026-03-02', excluded: [['2026-04-10', '2026-05-11']] },
      '2026-06-01',
      '2026-06-01',
      false,
    ],
    ['E15', { amount: 30, unit: 'calendar-day', from: '2026-01-20', roll: false }, '2026-02-19', '2026-02-19', false],
    ['E28', { amount: 60, unit: 'calendar-day', from: '2026-11-10' }, '2027-01-11', '2027-01-09', true],
    ['E34', { amount: 1, unit: 'month', from: '2026-01-31' }, '2026-02-28', '2026-02-28', false],
    [
      'backward',
      { amount: 3, unit: 'calendar-day', from: '2026-11-24', backward: true },
      '2026-11-20',
      '2026-11-20',
      false,
    ],
  ])('%s', async (_, body, dueOn, rawDueOn, provisional) => {
    const answer = await ask(body).expect(200);
    expect(answer.body).toMatchObject({ dueOn, rawDueOn, provisional, calendarVersion: 1 });
    expect(answer.body.steps.length).toBeGreaterThan(0);
    expect(answer.body.article).not.toBe('');
  });

  it.each([
    ['nothing', {}, 'request.invalid', '#/from'],
    ['a list', [], 'request.invalid', '#/from'],
    ['an impossible day', { rule: 'RC_REVIEW', from: '2026-02-30' }, 'request.invalid', '#/from'],
    ['a day of the wrong type', { rule: 'RC_REVIEW', from: 20260224 }, 'request.invalid', '#/from'],
    ['an unknown rule', { rule: 'RC_NOTHING', from: '2026-11-24' }, 'deadlines.unknown-rule', '#/rule'],
    ['an unknown variant', { rule: 'RC_REVIEW', variant: 'X', from: '2026-11-24' }, 'deadlines.unknown-rule', '#/rule'],
    ['a malformed rule', { rule: "RC' OR 1=1", from: '2026-11-24' }, 'request.invalid', '#/rule'],
    ['neither rule nor length', { from: '2026-11-24' }, 'request.invalid', '#/amount'],
    ['no unit', { amount: 5, from: '2026-11-24' }, 'request.invalid', '#/unit'],
    ['an unknown unit', { amount: 5, unit: 'week', from: '2026-11-24' }, 'request.invalid', '#/unit'],
    ['a rule with a unit', { rule: 'RC_REVIEW', unit: 'month', from: '2026-11-24' }, 'request.invalid', '#/unit'],
    ['a broken number', { amount: 1.5, unit: 'month', from: '2026-11-24' }, 'request.invalid', '#/amount'],
    ['a negative number', { amount: -1, unit: 'month', from: '2026-11-24' }, 'request.invalid', '#/amount'],
    ['a number too large', { amount: 1e9, unit: 'month', from: '2026-11-24' }, 'request.invalid', '#/amount'],
    ['a number as text', { amount: '5', unit: 'month', from: '2026-11-24' }, 'request.invalid', '#/amount'],
    [
      'an interval that ends first',
      { amount: 5, unit: 'month', from: '2026-11-24', excluded: [['2026-12-02', '2026-12-01']] },
      'request.invalid',
      '#/excluded',
    ],
    [
      'an interval without an end',
      { amount: 5, unit: 'month', from: '2026-11-24', excluded: [['2026-12-02', null]] },
      'request.invalid',
      '#/excluded',
    ],
    [
      'months counted back',
      { amount: 1, unit: 'month', from: '2026-11-24', backward: true },
      'request.invalid',
      '#/unit',
    ],
    ['an unknown field', { rule: 'RC_REVIEW', from: '2026-11-24', x: 1 }, 'request.invalid', '#/x'],
    ['a day beyond the tables', { amount: 900, unit: 'year', from: '2026-11-24' }, 'deadlines.out-of-range', undefined],
  ])('%s is refused (422)', async (_, body, code, pointer) => {
    const answer = await ask(body)
      .expect(422)
      .expect('content-type', /problem\+json/);
    expect(answer.body.code).toBe(code);
    if (pointer !== undefined) expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  it('an extension the rule does not permit is refused (409)', async () => {
    const simplified = { rule: 'RC_DECIDE', variant: 'SIMPLIFIED', from: '2026-11-24', extensionDays: 1 };
    expect((await ask(simplified).expect(409)).body.code).toBe('deadlines.not-extendable');
    const tooLong = { rule: 'RC_DECIDE', from: '2026-11-24', extensionDays: 31 };
    expect((await ask(tooLong).expect(409)).body).toMatchObject({
      code: 'deadlines.extension-too-long',
      article: '复议法 2023 第62条',
    });
  });

  it('malformed JSON is refused (400)', async () => {
    const answer = await heyi
      .call('post', '/deadlines/preview')
      .set('content-type', 'application/json')
      .send('{"from":');
    expect(answer.status).toBe(400);
  });

  it('somebody who asks too often is told when to come back (429), by every replica', async () => {
    const body = { rule: 'RC_REVIEW', from: '2026-11-24' };
    await heyi.database.read('UPDATE platform.rate_limit SET points = 0');
    await ask(body).expect(200);
    // As if another replica had served the rest.
    await heyi.database.read('UPDATE platform.rate_limit SET points = 120');
    const refused = await ask(body).expect(429).expect('retry-after', /^\d+$/);
    expect(refused.body).toMatchObject({ code: 'request.too-many' });
    const [row] = await heyi.database.read<{ key: string }>('SELECT key FROM platform.rate_limit');
    expect(row!.key).toMatch(/^deadlines\.preview:[\w-]{43}$/);
  });

  it('GET /deadlines/rules lists the rule book', async () => {
    const answer = await heyi.call('get', '/deadlines/rules').expect(200);
    expect(answer.body).toContainEqual(
      expect.objectContaining({ code: 'RC_DECIDE', variant: 'SIMPLIFIED', amount: 30, unit: 'calendar-day' }),
    );
  });
});
