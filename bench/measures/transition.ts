import { compare, lean } from '../harness/compare.js';
import { CONNECTIONS, type Bench } from '../harness/context.js';
import { Connection, httpLoad } from '../harness/http-load.js';
import { query } from '../harness/databases.js';
import { logIn, Service } from '../harness/processes.js';
import { statementScript } from '../harness/statement-script.js';
import { askConsent, CENTRE_STAFF, openMediations, respondent, type OpenMediation } from '../harness/work.js';
import { WireTap, type Sent } from '../harness/wire-tap.js';

const CASES_OF_A_CONNECTION = 10;
const CASES = CONNECTIONS * CASES_OF_A_CONNECTION;

/** A step of a mediation over HTTP, beside the lean shape and beside the very statements the step sends. */
export async function measureTransition(bench: Bench): Promise<void> {
  const { databases, options, report } = bench;
  const databaseUrl = await databases.copy(options.size, 'transition');
  const leanUrl = await databases.lean(options.size);
  const organId = await respondent(databaseUrl);
  const api = await Service.start('api', databaseUrl);
  try {
    const token = await logIn(api.port, CENTRE_STAFF);
    // Whoever steps a case changes its version: pgbench has cases of its own, and so has the recording.
    const [first, ...opened] = await openMediations(api.port, token, organId, 1 + 2 * CASES);
    const cases = opened.splice(0, CASES);
    await keep(databaseUrl, opened);
    const recorded = await record(databaseUrl, first!);
    const script = await statementScript(recorded.sent, {
      databaseUrl,
      since: recorded.since,
      given: namesOf(first!),
      choose: CHOOSE,
      chooseEvery: 10,
    });
    report.add({ what: 'transition: statements sent', ours: String(recorded.sent.length) });
    await compare(bench, {
      what: 'transition',
      ours: () => load(api.port, token, cases, options.seconds),
      limits: [
        {
          name: 'the lean shape',
          databaseUrl: leanUrl,
          script: lean('transition.sql'),
          variables: { n: options.size },
          target: 0.25,
        },
        { name: 'the very statements', databaseUrl, script: { text: script }, ours: true, target: 0.4 },
      ],
      p99Ms: 80,
    });
  } finally {
    await api.stop();
  }
}

/** Each connection goes round its own cases, so that it always knows their version. */
function load(port: number, token: string, cases: OpenMediation[], seconds: number) {
  const turns = Array.from({ length: CONNECTIONS }, () => 0);
  const current = (connection: number): OpenMediation =>
    cases[connection * CASES_OF_A_CONNECTION + (turns[connection]! % CASES_OF_A_CONNECTION)]!;
  return httpLoad({
    port,
    token,
    connections: CONNECTIONS,
    seconds,
    next: (connection) => askConsent(current(connection)),
    answered: (connection, body) => {
      current(connection).version = Number(/"version":(\d+)/.exec(body.toString('latin1'))![1]);
      turns[connection]! += 1;
    },
  });
}

/** pgbench's clients go round their cases in the same way; it can read texts, but not make them. */
async function keep(databaseUrl: string, cases: OpenMediation[]): Promise<void> {
  await query(
    databaseUrl,
    'CREATE TABLE public.bench_case (n int PRIMARY KEY, case_id text, dispute_id text, party_id text)',
  );
  await query(
    databaseUrl,
    `INSERT INTO public.bench_case SELECT n - 1, c, d, p
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS t(c, d, p, n)`,
    [cases.map((c) => c.caseId), cases.map((c) => c.disputeId), cases.map((c) => c.partyIds[0])],
  );
  await query(databaseUrl, 'GRANT SELECT ON public.bench_case TO heyi_app');
}

const CHOOSE = `\\set which :client_id * ${CASES_OF_A_CONNECTION} + (:n / 10) % ${CASES_OF_A_CONNECTION}
SELECT case_id AS my_case, dispute_id AS my_dispute, party_id AS my_party FROM public.bench_case WHERE n = :which \\gset`;

const namesOf = (c: OpenMediation) =>
  new Map([
    [c.caseId, 'my_case'],
    [c.disputeId, 'my_dispute'],
    [c.partyIds[0]!, 'my_party'],
  ]);

/** What one step sends, once the process has warmed up. */
async function record(databaseUrl: string, mediation: OpenMediation): Promise<{ sent: Sent[]; since: number }> {
  const tap = await WireTap.open(databaseUrl);
  const api = await Service.start('api', tap.url, { DB_POOL_SIZE: '2' });
  try {
    const connection = await Connection.open(api.port, await logIn(api.port, CENTRE_STAFF));
    const step = async () => {
      const answer = await connection.call(askConsent(mediation));
      mediation.version = (JSON.parse(answer.toString()) as { version: number }).version;
    };
    for (let i = 0; i < 5; i++) await step();
    const since = Date.now();
    const sent = await tap.record(step);
    connection.close();
    return { sent, since };
  } finally {
    await api.stop();
    tap.close();
  }
}
