import { DEMO_PASSWORD, startApp, type TestApp } from '../support/app.js';
import { cloneDatabase } from '../support/database.js';
import { heyiOn } from './heyi.js';
import pg from 'pg';

const PEOPLE = ['--sysadmin', 'Xi.Tong:甲系统', '--security-admin', 'anquan:乙安全', '--auditor', 'shenji:丙审计'];
const ORGAN = ['--organ', '某区司法局'];

let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await cloneDatabase());
});
afterAll(() => drop());

async function rows<R>(text: string): Promise<R[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows as R[];
  } finally {
    await client.end();
  }
}

describe('heyi setup', () => {
  it('says what is missing and writes nothing', async () => {
    const { code, errors } = await heyiOn(url, 'setup', ...ORGAN, ...PEOPLE.slice(0, 4));
    expect(code).toBe(2);
    expect(errors).toContain('--auditor');
    expect((await heyiOn(url, 'setup', ...ORGAN, '--organ-kind', 'CASTLE', ...PEOPLE)).code).toBe(2);
    expect(await rows('SELECT 1 FROM identity.account')).toEqual([]);
  });

  it('opens the three accounts once, each with a password of its own that must be changed', async () => {
    const both = await Promise.all([
      heyiOn(url, 'setup', ...ORGAN, ...PEOPLE),
      heyiOn(url, 'setup', '--organ', '另一单位', '--organ-code', 'B-2', ...PEOPLE),
    ]);
    expect(both.map((b) => b.code).sort()).toEqual([0, 1]);
    const passwords = both
      .find((b) => b.code === 0)!
      .out.split('\n')
      .slice(0, 3)
      .map((line) => line.split('\t')[2]);
    expect(new Set(passwords).size).toBe(3);
    expect(both.find((b) => b.code === 1)!.errors).toContain('初始化只能进行一次');
    expect(
      await rows(
        `SELECT a.login, p.role, a.must_change_password AS change FROM identity.account a
         JOIN directory.post p ON p.person_id = a.person_id ORDER BY 1`,
      ),
    ).toEqual([
      { login: 'anquan', role: 'security_admin', change: true },
      { login: 'shenji', role: 'auditor', change: true },
      { login: 'xi.tong', role: 'sysadmin', change: true },
    ]);
    expect(await rows('SELECT 1 FROM directory.organ')).toHaveLength(1);
    expect(await rows(`SELECT 1 FROM audit.entry WHERE action = 'identity.create-account'`)).toHaveLength(3);
  });

  it('is refused in a service in use', async () => {
    const t: TestApp = await startApp();
    try {
      const { code, errors } = await heyiOn(t.databaseUrl, 'setup', ...ORGAN, ...PEOPLE);
      expect([code, errors]).toEqual([1, expect.stringContaining('初始化只能进行一次')]);
      expect(errors).not.toContain(DEMO_PASSWORD);
    } finally {
      await t.close();
    }
  });
});
