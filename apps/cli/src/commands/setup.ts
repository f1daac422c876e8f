import { ORGAN_KINDS, OrgansEditor, PostsEditor, type OrganKind } from '@app/directory';
import { newTemporaryPassword, openAccount } from '@app/identity';
import { DomainError, newId, ROLES, SYSTEM, SystemClock, type RoleCode } from '@app/kernel';
import { Database, dataSourceOptions, sql, type Tx } from '@app/platform';
import type { Writable } from 'node:stream';
import { DataSource } from 'typeorm';
import { UsageError } from '../command.js';

/** Whom an installation begins with: 系统管理员, 安全管理员, 审计管理员 must be three people. */
export const FIRST_ROLES = ['sysadmin', 'security_admin', 'auditor'] as const satisfies readonly RoleCode[];
export type FirstRole = (typeof FIRST_ROLES)[number];

export interface Setup {
  organ: { code: string; name: string; kind: OrganKind };
  people: Readonly<Record<FirstRole, { login: string; name: string }>>;
}

/** The command's options. @throws UsageError naming what is missing or wrong */
export function readSetup(values: Readonly<Record<string, string | undefined>>): Setup {
  const name = values['organ']?.trim() ?? '';
  const code = values['organ-code'] ?? '';
  const kind = values['organ-kind'] ?? '';
  if (name.length < 2 || name.length > 60) throw new UsageError('请用 --organ 给出首个单位的名称（2 至 60 字）');
  if (!/^[A-Za-z0-9-]{2,40}$/.test(code)) throw new UsageError('--organ-code 应为 2 至 40 位字母、数字或短横线');
  if (!Object.hasOwn(ORGAN_KINDS, kind))
    throw new UsageError(`--organ-kind 应为 ${Object.keys(ORGAN_KINDS).join('、')} 之一`);
  return {
    organ: { code, name, kind: kind as OrganKind },
    people: {
      sysadmin: person('sysadmin', values['sysadmin']),
      security_admin: person('security-admin', values['security-admin']),
      auditor: person('auditor', values['auditor']),
    },
  };
}

function person(option: string, value = ''): { login: string; name: string } {
  const [, login, name] = /^([a-zA-Z][a-zA-Z0-9.-]{2,39}):(.{2,30})$/u.exec(value.trim()) ?? [];
  if (login && name) return { login, name };
  throw new UsageError(`请用 --${option} 登录名:姓名 给出人员（登录名以字母开头，3 至 40 位字母、数字、点或短横线）`);
}

/**
 * `heyi setup`: the first organ and the first three accounts of an empty installation, in one transaction; everything
 * further they do in the service itself. Prints each temporary password once.
 * @returns exit code 0
 * @throws DomainError identity.already-set-up, and what OrgansEditor, PostsEditor and openAccount throw
 */
export async function setUp(databaseUrl: string, setup: Setup, output: Writable): Promise<number> {
  const options = dataSourceOptions({ url: databaseUrl, poolSize: 2, applicationName: 'heyi-setup' });
  const dataSource = await new DataSource(options).initialize();
  try {
    const database = new Database(dataSource);
    const lines = await database.transaction((tx) => write(tx, database, setup));
    output.write(
      `${lines.join('\n')}\n首次登录须修改密码。密码只显示这一次。/ Shown once; changed at the first login.\n`,
    );
    return 0;
  } finally {
    await dataSource.destroy();
  }
}

async function write(tx: Tx, database: Database, { organ, people }: Setup): Promise<string[]> {
  await mustBeEmpty(tx);
  const validFrom = new SystemClock().today();
  const organId = newId();
  const { code, name, kind } = organ;
  const fields = { code, name, shortName: name.slice(-30), kind, hasAuthorisation: false, validFrom, sortOrder: 0 };
  await new OrgansEditor(database).createIn(tx, SYSTEM, fields, organId);
  const posts = new PostsEditor(database);
  const lines: string[] = [];
  for (const role of FIRST_ROLES) {
    const { login, name: person } = people[role];
    const post = { name: person, organId, role, title: ROLES[role], validFrom };
    const personId = await posts.createIn(tx, SYSTEM, post, newId());
    const { password, hash } = await newTemporaryPassword();
    await openAccount(tx, SYSTEM, { id: newId(), personId, login, hash });
    lines.push(`${ROLES[role]}\t${login.toLowerCase()}\t${password}`);
  }
  return lines;
}

/** Two at a time wait for each other; the second finds the first's accounts. */
async function mustBeEmpty(tx: Tx): Promise<void> {
  await sql(tx, 'LOCK TABLE identity.account IN EXCLUSIVE MODE');
  const [account] = await sql(tx, 'SELECT 1 FROM identity.account LIMIT 1');
  if (!account) return;
  throw new DomainError('identity.already-set-up', {
    kind: 'conflict',
    detail: '已有账号，初始化只能进行一次；请由安全管理员开通账号、系统管理员维护人员。',
  });
}
