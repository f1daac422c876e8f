import { DisputesService } from '@app/cases';
import { SYSTEM, type Actor } from '@app/kernel';
import { disputeRequest, startRegistration, type RegistrationApp } from './registration-app.js';

let app: RegistrationApp;
beforeAll(async () => {
  app = await startRegistration();
});
afterAll(() => app.close());

const numbers = async () =>
  (
    await app.sql<{ n: number }>(
      `SELECT regexp_replace(number, '^.*〕(\\d+)号$', '\\1')::int AS n FROM cases.dispute WHERE number IS NOT NULL ORDER BY 1`,
    )
  ).map((row) => row.n);

describe('numbers', () => {
  it('have no gap and no double under fifty at a time with random rollbacks', async () => {
    const service = app.app.get(DisputesService, { strict: false });
    const actor: Actor = { ...SYSTEM, permissions: new Set(['cases.register']) };
    const organId = app.ids['测试区司法局'];
    const attempt = async (i: number) => {
      const registration = await service.prepare(actor, disputeRequest(app, { organId }) as never);
      await app.database.transaction(async (tx) => {
        await service.registerIn(tx, actor, registration);
        if (i % 3 === 1) throw new Error('changed my mind');
      });
    };
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => attempt(i)));
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(17);
    expect(await numbers()).toEqual(Array.from({ length: 33 }, (_, i) => i + 1));
  });

  it('are given to several of one transaction, and back if its last statement fails', async () => {
    const service = app.app.get(DisputesService, { strict: false });
    const organId = app.ids['测试区司法局'];
    const prepare = (ledgerNo: string) =>
      service.prepare(SYSTEM, disputeRequest(app, { organId }) as never, { ledgerNo, registeredOn: '2026-03-02' });
    const [a, b, again] = [await prepare('台账1'), await prepare('台账2'), await prepare('台账1')];
    const both = await app.database.transaction(async (tx) => [
      await service.registerIn(tx, SYSTEM, a),
      await service.registerIn(tx, SYSTEM, b),
    ]);
    expect(await Promise.all(both.map((r) => r.number()))).toEqual(['余争〔2026〕34号', '余争〔2026〕35号']);
    const failed = app.database.transaction((tx) => service.registerIn(tx, SYSTEM, again));
    await expect(failed).rejects.toMatchObject({ constraint: 'ux_dispute_ledger_no' });
    await app.call('登记员甲', 'post', '/disputes').send(disputeRequest(app)).expect(201);
    expect((await numbers()).at(-1)).toBe(36);
  });

  it('say so if the series is not set up', async () => {
    await app.sql(`ALTER TABLE documents.counter DROP CONSTRAINT fk_counter_series`);
    await app.sql(`ALTER TABLE documents.series_prefix DROP CONSTRAINT fk_series_prefix_series`);
    await app.sql(`UPDATE documents.series SET code = 'none' WHERE code = 'dispute'`);
    const answer = await app.call('登记员甲', 'post', '/disputes').send(disputeRequest(app));
    expect(answer.status).toBe(500);
    await app.sql(`UPDATE documents.series SET code = 'dispute' WHERE code = 'none'`);
    await app.call('登记员甲', 'post', '/disputes').send(disputeRequest(app)).expect(201);
    expect((await numbers()).at(-1)).toBe(37);
  });
});
