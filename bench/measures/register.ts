import { compare, lean } from '../harness/compare.js';
import { CONNECTIONS, type Bench } from '../harness/context.js';
import { Connection, httpLoad } from '../harness/http-load.js';
import { logIn, Service } from '../harness/processes.js';
import { statementScript } from '../harness/statement-script.js';
import { CENTRE_STAFF, newSerial, registration, respondent } from '../harness/work.js';
import { WireTap, type Sent } from '../harness/wire-tap.js';

/** Registering disputes over HTTP, beside the lean shape and beside the very statements a registration sends. */
export async function measureRegister(bench: Bench): Promise<void> {
  const { databases, options, report } = bench;
  const databaseUrl = await databases.copy(options.size, 'register');
  const leanUrl = await databases.lean(options.size);
  const organId = await respondent(databaseUrl);
  const recorded = await record(databaseUrl, organId);
  const script = await statementScript(recorded.sent, { databaseUrl, ...recorded });
  const pipelined = await statementScript(recorded.sent, { databaseUrl, ...recorded, pipelined: true });
  const api = await Service.start('api', databaseUrl);
  try {
    const token = await logIn(api.port, CENTRE_STAFF);
    const load = () =>
      httpLoad({
        port: api.port,
        token,
        connections: CONNECTIONS,
        seconds: options.seconds,
        next: () => registration(organId, newSerial()),
      });
    report.add({ what: 'register: statements sent', ours: String(recorded.sent.length) });
    await compare(bench, {
      what: 'register',
      ours: load,
      limits: [
        { name: 'the lean shape', databaseUrl: leanUrl, script: lean('register.sql'), target: 0.25 },
        { name: 'the very statements', databaseUrl, script: { text: script }, ours: true, target: 0.4 },
        { name: 'the same in one round trip', databaseUrl, script: { text: pipelined }, ours: true },
      ],
      p99Ms: 80,
    });
    report.add({
      what: 'api memory under load',
      ours: `${api.residentMb().toFixed(0)} MB`,
      target: '≤ 400 MB',
      met: api.residentMb() <= 400,
    });
  } finally {
    await api.stop();
  }
}

/** What one registration sends, once the process has warmed up. */
async function record(databaseUrl: string, organId: string): Promise<{ sent: Sent[]; since: number; serial: string }> {
  const tap = await WireTap.open(databaseUrl);
  const api = await Service.start('api', tap.url, { DB_POOL_SIZE: '2' });
  try {
    const connection = await Connection.open(api.port, await logIn(api.port, CENTRE_STAFF));
    for (let i = 0; i < 5; i++) await connection.call(registration(organId, newSerial()));
    const since = Date.now();
    const serial = newSerial();
    const sent = await tap.record(async () => {
      await connection.call(registration(organId, serial));
    });
    connection.close();
    return { sent, since, serial };
  } finally {
    await api.stop();
    tap.close();
  }
}
