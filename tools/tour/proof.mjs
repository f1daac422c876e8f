// What was done can be read, and proved.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { address, call, get, must, say, seen } from './client.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

export const PROOF = [
  ['the whole history in plain Chinese', history],
  ['the audit trail has it all, and proves it', audit],
];

async function history() {
  const entries = await get('zhongxin', `disputes/${seen.dispute.id}/history?limit=200`);
  must(
    entries.some((e) => e.sentence.includes('视为受理') && e.actorName === '系统'),
    'deemed acceptance is missing',
  );
  for (const { at, actorName, sentence } of entries.toReversed()) say(`${at.slice(0, 10)} ${actorName} ${sentence}`);
}

async function audit() {
  await trailOf(seen.dispute.id, ['cases.register', 'mediation.assign-committee', 'reconsideration.accept-deemed']);
  await trailOf(seen.online.disputeId, [
    'reconsideration.accept',
    'documents.sign-paper',
    'reconsideration.record-service',
  ]);
  await refusedView('shenji', `disputes/${seen.dispute.id}`);
  verifyTrail();
}

async function trailOf(disputeId, expected) {
  const entries = await get('shenji', `audit?scopeId=${disputeId}&limit=200`);
  const actions = new Set(entries.map((entry) => entry.action));
  for (const each of expected) must(actions.has(each), `${each} is not in the trail, only ${[...actions].join(' ')}`);
  say(`${entries.length} entries of a dispute, read by the auditor, who sees no case`);
}

async function refusedView(login, url) {
  const problem = await call(url, { as: login, expect: 403 });
  say(`the dispute itself, for the auditor: ${problem.code}`);
}

/** The operator's proof reads the database itself, so it runs where the service does. */
function verifyTrail() {
  const url = process.env.DATABASE_URL || embeddedDatabase();
  if (!url) {
    say('heyi audit verify, rebuild: to be run on the machine of the service');
    return;
  }
  for (const proof of ['verify', 'rebuild']) {
    const result = spawnSync(process.execPath, [path.join(root, 'tools', 'heyi.mjs'), 'audit', proof], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
    });
    must(result.status === 0, `heyi audit ${proof}: ${result.stdout}${result.stderr}`);
    say(`heyi audit ${proof}: ${result.stdout.trim()}`);
  }
}

/** Where the embedded database of this very service listens. */
function embeddedDatabase() {
  const dir = path.resolve(root, process.env.DATA_DIR || '.data');
  const files = ['running.json', 'pg-password', path.join('pgdata', 'postmaster.pid')].map((f) => path.join(dir, f));
  if (!files.every((file) => existsSync(file))) return undefined;
  const [running, password, pid] = files.map((file) => readFileSync(file, 'utf8'));
  if (!running.includes(JSON.stringify(address))) return undefined;
  return `postgres://heyi:${password.trim()}@127.0.0.1:${pid.split('\n')[3]}/heyi`;
}
