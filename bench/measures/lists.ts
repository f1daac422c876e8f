import { compare, lean } from '../harness/compare.js';
import { CONNECTIONS, type Bench } from '../harness/context.js';
import { query } from '../harness/databases.js';
import { httpLoad } from '../harness/http-load.js';
import { median, type Rate } from '../harness/numbers.js';
import { logIn, Service } from '../harness/processes.js';
import { perSecond } from '../harness/report.js';
import { DISTRICT_WIDE } from '../harness/work.js';

const REFERENCE_SIZE = 100_000;
const QUEUE = '/disputes?size=20';

/** Who sees least: a liaison of one organ, the one with the most to see among them. */
async function mostRestricted(databaseUrl: string): Promise<string> {
  const [row] = await query<{ login: string }>(
    databaseUrl,
    `SELECT a.login FROM directory.post p JOIN identity.account a ON a.person_id = p.person_id
     WHERE p.role = 'dept_liaison' AND p.valid_until IS NULL
     ORDER BY (SELECT count(*) FROM cases.access x WHERE x.principal_id = p.organ_id AND x.open) DESC, a.login LIMIT 1`,
  );
  return row!.login;
}

/** The queue everybody opens first, beside the lean shape; who sees least beside who sees all; much beside little. */
export async function measureQueue(bench: Bench): Promise<void> {
  const { options, report } = bench;
  const sizes = [...new Set([Math.min(REFERENCE_SIZE, options.size), options.size])];
  const rates: Rate[] = [];
  for (const size of sizes) rates.push(await queueAt(bench, size));
  if (rates.length > 1)
    report.add(
      slowdown(
        `queue, ${sizes[1]!.toLocaleString('en')} beside ${sizes[0]!.toLocaleString('en')} disputes`,
        rates[1]!,
        rates[0]!,
      ),
    );
}

async function queueAt(bench: Bench, size: number): Promise<Rate> {
  const { databases, options, report } = bench;
  const databaseUrl = await databases.filled(size);
  const leanUrl = await databases.lean(size);
  const api = await Service.start('api', databaseUrl);
  try {
    const of = async (login: string) => {
      const token = await logIn(api.port, login);
      return () =>
        httpLoad({
          port: api.port,
          token,
          connections: CONNECTIONS,
          seconds: options.seconds,
          next: () => ({ method: 'GET', path: QUEUE }),
        });
    };
    const restricted = await of(await mostRestricted(databaseUrl));
    const everything = await of(DISTRICT_WIDE);
    const rate = await compare(bench, {
      what: `queue of one organ, ${size.toLocaleString('en')} disputes`,
      ours: restricted,
      limits: [{ name: 'the lean shape', databaseUrl: leanUrl, script: lean('queue.sql'), target: 0.08 }],
      p99Ms: 60,
    });
    const pairs: [Rate, Rate][] = [];
    for (let round = 0; round < options.rounds; round++) pairs.push([await restricted(), await everything()]);
    const times = pairs.map(([one, all]) => all.perSecond / one.perSecond);
    report.add({
      what: `queue, ${size.toLocaleString('en')} disputes: who sees least beside who sees all`,
      ours: perSecond(median(pairs.map(([one]) => one.perSecond))),
      limit: perSecond(median(pairs.map(([, all]) => all.perSecond))),
      ratio: median(times),
      target: '≤ 1.30 of the time',
      met: median(times) <= 1.3,
    });
    return rate;
  } finally {
    await api.stop();
  }
}

function slowdown(what: string, large: Rate, small: Rate) {
  const ratio = small.perSecond / large.perSecond;
  const target = '≤ 1.30 of the time';
  return {
    what,
    ours: perSecond(large.perSecond),
    limit: perSecond(small.perSecond),
    ratio,
    target,
    met: ratio <= 1.3,
  };
}

/** Words of the invented disputes; those that are rare are put there first. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'common, 2 characters': ['处罚', '被申', '请求', '行政'],
  'common, 3 characters': ['申请人', '行政处', '被申请'],
  'common, 6 to 8 characters': ['被申请人区市', '程序违法且事实不清', '工伤认定决定提出'],
  'rare, 2 characters': ['琉璃', '鹭鸶'],
  'rare, 3 characters': ['琉璃瓦', '鹭鸶湾'],
  'rare, 6 to 8 characters': ['琉璃瓦作坊搬迁', '鹭鸶湾游船码头'],
  'absent, 2 characters': ['鲲鹏', '犄角'],
  'absent, 3 characters': ['鲲鹏展', '犄角旮'],
  'absent, 6 to 8 characters': ['鲲鹏展翅九万里', '犄角旮旯的角落'],
  'absent, of common pairs': ['处罚被申请人处', '工伤认定公开信', '许可撤销请求'],
};
const RARE = ['琉璃瓦作坊搬迁', '鹭鸶湾游船码头'];
const SEARCHERS = 8;

/** Keyword search by who sees all and by who sees least. */
export async function measureSearch(bench: Bench): Promise<void> {
  const { databases, options } = bench;
  const databaseUrl = await databases.copy(options.size, 'search');
  await query(
    databaseUrl,
    `UPDATE cases.dispute_search SET content = content || E'\\n' || $1
     WHERE dispute_id IN (SELECT dispute_id FROM cases.dispute_search ORDER BY dispute_id OFFSET 1000 LIMIT 7)`,
    [RARE.join('\n')],
  );
  const api = await Service.start('api', databaseUrl);
  try {
    for (const [who, login] of [
      ['all', DISTRICT_WIDE],
      ['one organ', await mostRestricted(databaseUrl)],
    ] as const)
      await searchAs(bench, api.port, who, await logIn(api.port, login));
  } finally {
    await api.stop();
  }
}

async function searchAs({ options, report }: Bench, port: number, who: string, token: string): Promise<void> {
  for (const [kind, words] of Object.entries(WORDS)) {
    let turn = 0;
    const next = () => {
      const word = words[turn++ % words.length]!;
      const status = turn % 2 === 0 ? 'ALL' : 'REGISTERED';
      return { method: 'GET' as const, path: `/disputes?status=${status}&keyword=${encodeURIComponent(word)}` };
    };
    const rate = await httpLoad({ port, token, connections: SEARCHERS, seconds: Math.min(options.seconds, 5), next });
    report.add({
      what: `search, ${options.size.toLocaleString('en')} disputes, within ${who}: ${kind}`,
      ours: `${perSecond(rate.perSecond)}, longest ${rate.max.toFixed(0)} ms`,
      p50: rate.p50,
      p99: rate.p99,
      target: 'p99 ≤ 200 ms, none over 1 s',
      met: rate.p99 <= 200 && rate.max <= 1000,
    });
  }
}
