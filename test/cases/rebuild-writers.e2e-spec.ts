import { LedgerService } from '@app/cases';
import { actorOf } from '@app/identity';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { Rebuild1764000001700 } from '../../apps/cli/src/migrations/index.js';
import { heyiOn } from '../cli/heyi.js';
import { Story } from '../journeys/story.js';
import { startApp, type TestApp } from '../support/app.js';
import { COMMITTEE_UNIT, UNIT } from '../support/given.js';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/ledger-2024-2026.xlsx');

let t: TestApp;
let story: Story;

beforeAll(async () => {
  t = await startApp();
  story = new Story(t);
});

afterAll(() => t.close());

const proved = () => heyiOn(t.databaseUrl, 'audit', 'rebuild');

/** Every case proves equal, and there are so many of them. */
async function expectProof(least: number): Promise<void> {
  const { code, out } = await proved();
  const [, cases] = /案件 (\d+) 件，不一致 0 处/.exec(out) ?? [];
  expect({ code, out: cases === undefined ? out : '', enough: Number(cases) >= least }).toEqual({ code: 0, out: '', enough: true }); // prettier-ignore
}

describe('whoever writes a case leaves a trail from which it can be rebuilt:', () => {
  it('the import of a ledger, and the time that passes then', async () => {
    const actor = await actorOf(t.database, 'lian', t.clock.today());
    const ledger = t.app.get(LedgerService, { strict: false });
    const { state } = await ledger.import(actor!, await readFile(SAMPLE), false);
    expect(state).toBe('DONE');
    await expectProof(10);
    await story.on('2026-12-08');
    await expectProof(10);
  }, 120_000);

  it('mediations: committees and mediators that come and go', async () => {
    const dispute = await story.dispute({ actOn: '2026-12-04', actKnownOn: '2026-12-07' });
    const id = await story.confirmedMediation(dispute);
    await expectProof(11);
    await story.step('zhongxin', id, 'reassign-committee', {
      committeeId: await story.committeeOf('仓前街道'),
      reason: '调解员不足',
    });
    await story.on('2026-12-09');
    await expectProof(11);
  });

  it('ownerships, and several cases of one dispute', async () => {
    const dispute = await story.dispute();
    await story.mediation(dispute.id);
    const id = await story.ownership(dispute.id);
    await story.step('quzhang', id, 'list', { basis: 'JOINT_MEETING', opinion: '同意' });
    await story.reconsideration(dispute.id);
    await story.on('2026-12-10');
    await expectProof(14);
  });

  it('a change of the respondent, and of what a dispute says', async () => {
    const dispute = await story.dispute();
    await story.reconsideration(dispute.id);
    const body = { version: 1, respondentOrganId: await story.organId(COMMITTEE_UNIT), claims: '请求变更。' };
    expect((await (await t.as('lian')).patch(`/disputes/${dispute.id}`).send(body)).status).toBe(200);
    await expectProof(15);
    expect(await story.organId(UNIT)).not.toBe(body.respondentOrganId);
  });
});

describe('the upgrade from a release that kept less in the trail', () => {
  it('puts there what disputes and cases are, so that they prove equal, and so do their later steps', async () => {
    const owner = await new DataSource({ type: 'postgres', url: t.databaseUrl }).initialize();
    const runner = owner.createQueryRunner();
    const upgrade = new Rebuild1764000001700();
    try {
      await runner.query('ALTER TABLE audit.entry DISABLE TRIGGER USER');
      await runner.query(`UPDATE audit.entry SET detail = detail - 'changes' - 'after'`);
      await runner.query('ALTER TABLE audit.entry ENABLE TRIGGER USER');
      expect((await proved()).code).toBe(1);
      await upgrade.down(runner);
      await upgrade.up(runner);
      await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON cases.rebuild_proof TO heyi_app');
    } finally {
      await runner.release();
      await owner.destroy();
    }
    await expectProof(15);
    const dispute = await story.dispute();
    await story.reconsideration(dispute.id);
    await story.on('2027-01-08');
    await expectProof(16);
  });
});
