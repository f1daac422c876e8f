import pg from 'pg';
import { startApp, type TestApp } from '../support/app.js';
import { Given } from '../support/given.js';
import { heyiOn } from './heyi.js';

let t: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  t = await startApp();
  const given = new Given(t);
  for (let i = 0; i < 3; i++) await given.reconsideration((await given.dispute()).id);
  await t.drain();
  owner = new pg.Client(t.databaseUrl);
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await t.close();
});

interface Entry {
  id: string;
  chain: number;
  seq: number;
}

/** The first entry of the longest chain: others follow it. */
async function someEntry(): Promise<Entry> {
  const { rows } = await owner.query<Entry>(
    `SELECT id, chain, seq::int AS seq FROM audit.entry WHERE chain = (
       SELECT chain FROM audit.entry GROUP BY chain ORDER BY count(*) DESC LIMIT 1) ORDER BY seq LIMIT 1`,
  );
  return rows[0]!;
}

/** What somebody who owns the server can do, undone afterwards. */
async function tampered(statement: string, values: unknown[], look: () => Promise<void>): Promise<void> {
  await owner.query('CREATE TABLE kept AS TABLE audit.entry');
  await owner.query('ALTER TABLE audit.entry DISABLE TRIGGER USER');
  try {
    await owner.query(statement, values);
    await look();
  } finally {
    await owner.query('DELETE FROM audit.entry');
    await owner.query('INSERT INTO audit.entry SELECT * FROM kept');
    await owner.query('ALTER TABLE audit.entry ENABLE TRIGGER USER');
    await owner.query('DROP TABLE kept');
  }
}

const verify = () => heyiOn(t.databaseUrl, 'audit', 'verify');

describe('heyi audit verify', () => {
  it('finds nothing in an untouched trail (0)', async () => {
    const { code, out } = await verify();
    const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM audit.entry');
    expect(rows[0]!.n).toBeGreaterThan(6);
    expect([code, out]).toEqual([0, `审计日志 ${rows[0]!.n} 条，异常 0 处 / ${rows[0]!.n} entries, 0 faults\n`]);
  });

  it.each([
    ['a changed detail', `UPDATE audit.entry SET detail = detail || '{"number":"余争〔2026〕99号"}' WHERE id = $1`],
    ['another actor', `UPDATE audit.entry SET actor_id = gen_random_uuid() WHERE id = $1`],
    ['another moment', `UPDATE audit.entry SET at = at + interval '1 microsecond' WHERE id = $1`],
    ['another subject', `UPDATE audit.entry SET subject_id = gen_random_uuid() WHERE id = $1`],
    ['another action', `UPDATE audit.entry SET action = 'cases.view' WHERE id = $1`],
  ])('finds %s, with its chain, sequence and entry (1)', async (_what, statement) => {
    const { id, chain, seq } = await someEntry();
    await tampered(statement, [id], async () => {
      const { code, out } = await verify();
      expect(code).toBe(1);
      expect(out.split('\n').filter((line) => line.includes('chain='))).toEqual([
        expect.stringContaining(`changed chain=${chain} seq=${seq} entry=${id} `),
      ]);
    });
  });

  it('finds an entry that was made anew with a fitting hash: the next one does not follow it (1)', async () => {
    const { id, chain, seq } = await someEntry();
    const forged = `UPDATE audit.entry e SET detail = '{}', hash = audit.entry_hash(previous_hash, seq, id, at, actor_id,
      request_id, action, subject_type, subject_id, scope_id, '{}') WHERE id = $1`;
    await tampered(forged, [id], async () => {
      const { code, out } = await verify();
      expect([code, out]).toEqual([1, expect.stringContaining(`unlinked chain=${chain} seq=${seq + 1} `)]);
    });
  });

  it('finds an entry taken out of the middle, and a cut tail (1)', async () => {
    const { id, chain, seq } = await someEntry();
    await tampered('DELETE FROM audit.entry WHERE id = $1', [id], async () => {
      expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining(`missing chain=${chain} seq=${seq + 1} `) as string }); // prettier-ignore
    });
    await tampered('DELETE FROM audit.entry WHERE chain = $1 AND seq > $2', [chain, seq], async () => {
      expect(await verify()).toMatchObject({ code: 1, out: expect.stringMatching(`tail-cut chain=${chain} seq=\\d+ entry=- `) as string }); // prettier-ignore
    });
  });

  it('is not for the service’s own role to tamper with: trigger and rights refuse', async () => {
    const { id } = await someEntry();
    await expect(t.database.read('UPDATE audit.entry SET detail = $2 WHERE id = $1', [id, {}])).rejects.toThrow('permission denied'); // prettier-ignore
    await expect(t.database.read('DELETE FROM audit.entry WHERE id = $1', [id])).rejects.toThrow('permission denied');
    await expect(owner.query('DELETE FROM audit.entry')).rejects.toThrow('append-only');
    await expect(owner.query('TRUNCATE audit.entry')).rejects.toThrow('append-only');
  });

  it('is called wrongly without a database, or with more words (2)', async () => {
    expect(await heyiOn(undefined, 'audit', 'verify')).toMatchObject({ code: 2, out: '', errors: expect.stringContaining('DATABASE_URL') as string }); // prettier-ignore
    expect((await heyiOn(t.databaseUrl, 'audit', 'verify', '--fast')).code).toBe(2);
  });
});
