import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the only signature finds. */
export const MARKER = 'HEYI-TEST-VIRUS-5f1b2c';
export const SIGNATURE = 'Heyi.Test.Marker';
const CLAMD = '/usr/sbin/clamd';

export interface Scanner {
  address: string;
  stop(): Promise<void>;
}

/** ClamAV's own daemon with one signature of ours; where it is not installed, a test double of its protocol. */
export async function startScanner(): Promise<Scanner> {
  const dir = mkdtempSync(path.join(tmpdir(), 'heyi-clamd-'));
  const socket = path.join(dir, 'clamd.sock');
  const end = existsSync(CLAMD) ? await startClamd(dir, socket) : await startDouble(socket);
  return {
    address: `unix:${socket}`,
    stop: async () => {
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startClamd(dir: string, socket: string): Promise<() => Promise<void>> {
  mkdirSync(path.join(dir, 'db'));
  writeFileSync(path.join(dir, 'db', 'test.ndb'), `${SIGNATURE}:0:*:${Buffer.from(MARKER).toString('hex')}\n`);
  const config = path.join(dir, 'clamd.conf');
  writeFileSync(
    config,
    [
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${path.join(dir, 'db')}`,
      'Foreground yes',
      'StreamMaxLength 8M',
      '',
    ].join('\n'),
  );
  const child = spawn(CLAMD, ['--config-file', config], { stdio: 'ignore' });
  for (let i = 0; !existsSync(socket); i++) {
    if (i > 400 || child.exitCode !== null) throw new Error('clamd does not start');
    await sleep(50);
  }
  return async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
}

/** Reads INSTREAM as clamd does, and knows the marker. */
async function startDouble(socket: string): Promise<() => Promise<void>> {
  const server = createServer((connection) => void answer(connection));
  server.listen(socket);
  await once(server, 'listening');
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

async function answer(connection: Socket): Promise<void> {
  let received = Buffer.alloc(0);
  for await (const chunk of connection) {
    received = Buffer.concat([received, chunk as Buffer]);
    if (!received.subarray(-4).equals(Buffer.alloc(4))) continue;
    const found = received.includes(MARKER) ? `${SIGNATURE}.UNOFFICIAL FOUND` : 'OK';
    connection.end(`stream: ${found}\0`);
    return;
  }
}
