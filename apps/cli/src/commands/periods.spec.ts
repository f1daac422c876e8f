import { PassThrough, Readable, Writable } from 'node:stream';
import { periods } from './periods.js';

interface Answer {
  id: unknown;
  due?: string;
  steps?: unknown[];
  error?: { code: string; detail: string };
}

const line = { id: 'a', from: '2026-03-02', amount: 60, unit: 'calendar-day' };

async function answered(input: string | Buffer | Readable): Promise<{ code: number; answers: Answer[] }> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const code = await periods(input instanceof Readable ? input : Readable.from([Buffer.from(input)]), output);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return {
    code,
    answers: text
      .split('\n')
      .slice(0, -1)
      .map((each) => JSON.parse(each) as Answer),
  };
}

const one = async (value: unknown): Promise<Answer> => (await answered(JSON.stringify(value))).answers[0]!;

describe('heyi periods', () => {
  it('answers a line with exactly the fields of the contract', async () => {
    const { code, answers } = await answered(`${JSON.stringify(line)}\n`);
    expect(code).toBe(0);
    expect(Object.keys(answers[0]!)).toEqual(['id', 'due', 'rawDue', 'provisional', 'steps']);
    expect(answers[0]).toMatchObject({ id: 'a', due: '2026-05-06', rawDue: '2026-05-01', provisional: false });
    expect(answers[0]!.steps!.length).toBeGreaterThan(1);
  });

  it('counts excluded time once, does not roll if told so, and marks an unpublished year', async () => {
    const excluded = [
      ['2026-04-10', '2026-05-11'],
      ['2026-04-20', '2026-05-01'],
    ];
    expect(await one({ ...line, excluded })).toMatchObject({ due: '2026-06-01' });
    expect(await one({ ...line, roll: false })).toMatchObject({ due: '2026-05-01' });
    expect(await one({ ...line, from: '2026-11-10' })).toMatchObject({ due: '2027-01-11', provisional: true });
  });

  it.each([
    ['an unknown field', { ...line, note: 'x' }, 'a', 'unknown-field'],
    ['a field that is not for a line', { ...line, extension: 30 }, 'a', 'unknown-field'],
    ['an impossible date', { ...line, from: '2026-02-30' }, 'a', 'bad-date'],
    ['no date', { id: 7, amount: 60, unit: 'calendar-day' }, 7, 'bad-date'],
    ['an amount as text', { ...line, amount: '60' }, 'a', 'bad-amount'],
    ['a negative amount', { ...line, amount: -1 }, 'a', 'bad-amount'],
    ['an unknown unit', { ...line, unit: 'days' }, 'a', 'bad-unit'],
    ['roll as text', { ...line, roll: 'true' }, 'a', 'bad-roll'],
    ['roll null', { ...line, roll: null }, 'a', 'bad-roll'],
    ['excluded as an object', { ...line, excluded: {} }, 'a', 'bad-interval'],
    ['a reversed interval', { ...line, excluded: [['2026-05-01', '2026-04-01']] }, 'a', 'bad-interval'],
    ['an interval without end', { ...line, excluded: [['2026-05-01', null]] }, 'a', 'open-interval'],
    ['a result out of range', { ...line, from: '2100-12-01' }, 'a', 'out-of-range'],
    ['no id', { from: '2026-03-02', amount: 60, unit: 'calendar-day' }, null, 'bad-id'],
    ['an id that is a list', { ...line, id: [] }, null, 'bad-id'],
    ['a list', [line], null, 'bad-line'],
    ['null', null, null, 'bad-line'],
  ])('answers %s with an error', async (_what, value, id, code) => {
    const { code: exit, answers } = await answered(JSON.stringify(value));
    expect(exit).toBe(1);
    expect(answers).toEqual([{ id, error: { code: `deadlines.${code}`, detail: expect.stringMatching(/[\u4e00-\u9fff]/) as string } }]); // prettier-ignore
  });

  it('answers the other lines when some are bad, in order, and exits 1', async () => {
    const good = (id: number): string => JSON.stringify({ ...line, id });
    const tooLong = `{"id":"x","from":"${'9'.repeat(1_100_000)}"}`;
    const input = Buffer.concat([
      Buffer.from(`\ufeff${good(1)}\r\n{broken\n\n   \n${good(2)}\n${tooLong}\n${good(3)}\n`),
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
      Buffer.from(good(4)),
    ]);
    // In small pieces, so that lines and characters are cut anywhere.
    const pieces = Array.from({ length: Math.ceil(input.length / 997) }, (_, i) =>
      input.subarray(i * 997, (i + 1) * 997),
    );
    const { code, answers } = await answered(Readable.from(pieces));
    expect(code).toBe(1);
    expect(answers.map(({ id, error }) => error?.code ?? id)).toEqual([
      1,
      'deadlines.bad-line',
      2,
      'deadlines.line-too-long',
      3,
      'deadlines.not-utf8',
      4,
    ]);
    expect(answers[1]!.error!.detail).toBe('第2行不是有效的JSON。');
  });

  it('answers nothing to nothing', async () => {
    expect(await answered('')).toEqual({ code: 0, answers: [] });
    expect(await answered('\n \r\n')).toEqual({ code: 0, answers: [] });
  });

  it('answers 100,000 lines, each once and in order', async () => {
    const lines = function* (): Generator<string> {
      for (let id = 0; id < 100_000; id += 500) {
        yield Array.from({ length: 500 }, (_, i) => `{"id":${id + i},"from":"2025-08-05","amount":60,"unit":"calendar-day"}\n`).join(''); // prettier-ignore
      }
    };
    let next = 0;
    let rest = '';
    const output = new PassThrough();
    const reading = (async () => {
      for await (const chunk of output) {
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop()!;
        for (const each of lines) if (each.startsWith(`{"id":${next},"due":"2025-10-09"`)) next++;
      }
    })();
    const code = await periods(Readable.from(lines()), output);
    output.end();
    await reading;
    expect([code, next, rest]).toEqual([0, 100_000, '']);
  });

  it('waits for a slow reader instead of filling memory', async () => {
    let waiting = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        waiting = Math.max(waiting, slow.writableLength);
        setImmediate(done);
      },
    });
    const chunk = `${JSON.stringify(line)}\n`.repeat(10);
    await periods(Readable.from(Array.from({ length: 200 }, () => chunk)), slow);
    expect(waiting).toBeLessThan(20_000);
  });

  it('stops when the reader goes away', async () => {
    const output = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const chunks = Array.from({ length: 50 }, () => `${JSON.stringify(line)}\n`);
    await expect(periods(Readable.from(chunks), output)).rejects.toThrow('EPIPE');
  });
});
