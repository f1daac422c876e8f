import { newId } from '@app/kernel';
import { startApp, type TestApp } from '../support/app.js';

describe('the purge of events', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  }, 60_000);
  afterAll(() => app.close());

  it('takes what is done for 30 days, with its notes, and nothing else', async () => {
    const [old, fresh, undone] = [newId(), newId(), newId()];
    const write = (id: string, age: string, pending: number) =>
      app.database.read(
        `INSERT INTO platform.outbox (id, name, payload, relayed_at, pending) VALUES ($1, 'test.done', '{}', now() - $2::interval, $3)`,
        [id, age, pending],
      );
    await write(old, '31 days', 0);
    await write(fresh, '29 days', 0);
    await write(undone, '31 days', 1);
    for (const id of [old, fresh]) {
      await app.database.read(`INSERT INTO platform.inbox (event_id, handler) VALUES ($1, 'test.handler')`, [id]);
    }
    await app.database.read(
      `INSERT INTO platform.idempotency_key (person_id, key, request_hash, result_id, created_at)
       VALUES ($1, 'old', '\\x00', $1, now() - interval '31 days'), ($1, 'new', '\\x00', $1, now())`,
      [old],
    );
    await app.tick('platform.purge');
    const events = await app.database.read<{ id: string }>(
      `SELECT id FROM platform.outbox WHERE name = 'test.done' ORDER BY id`,
    );
    expect(events.map((e) => e.id)).toEqual([fresh, undone].sort());
    const notes = await app.database.read<{ id: string }>(
      `SELECT event_id AS id FROM platform.inbox WHERE handler = 'test.handler'`,
    );
    expect(notes).toEqual([{ id: fresh }]);
    const keys = await app.database.read<{ key: string }>('SELECT key FROM platform.idempotency_key');
    expect(keys).toEqual([{ key: 'new' }]);
  });
});
