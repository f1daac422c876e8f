import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { DomainError } from '@app/kernel';
import { shippedCalendar } from '../../../../libs/deadlines/src/calendar-data.js';
import { computePeriod, type PeriodInput, type WorkingCalendar } from '../../../../libs/deadlines/src/domain/index.js';
import { type Line, type LineFault, LineSplitter } from './json-lines.js';

// The pure part of the lib is imported past its door: the door brings Nest and TypeORM, a second of start-up.

/** Longest line read, in bytes. */
const MAX_LINE_BYTES = 1_000_000;
const FIELDS: ReadonlySet<string> = new Set(['id', 'from', 'amount', 'unit', 'roll', 'excluded']);

const FAULTS: Readonly<Record<LineFault['fault'], string>> = {
  'line-too-long': '超过1MB，未读取。',
  'not-utf8': '不是UTF-8编码的文本。',
};

/**
 * `heyi periods`: computes one period for each line of JSON, on the shipped calendar. Lines stream through; memory does
 * not grow with their number.
 *
 * In: `{"id","from","amount","unit","roll"?,"excluded"?}`, out in the same order:
 * `{"id","due","rawDue","provisional","steps"}`, or `{"id","error":{"code","detail"}}` for a line that cannot be answered
 * (`id` is null if it could not be read). Blank lines are passed over.
 *
 * @returns exit code: 0, or 1 if any line was answered with an error
 */
export async function periods(input: Readable, output: Writable): Promise<number> {
  const answering = new Answering(shippedCalendar());
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  const out = new Outlet(output);
  for await (const chunk of input) await out.write(answering.answer(splitter.push(Buffer.from(chunk as Uint8Array))));
  await out.write(answering.answer(splitter.end()));
  return answering.failed ? 1 : 0;
}

/** Turns lines into answers, and remembers whether one was an error. */
class Answering {
  failed = false;
  private line = 0;

  constructor(private readonly calendar: WorkingCalendar) {}

  answer(lines: readonly Line[]): string {
    let answers = '';
    for (const line of lines) {
      this.line++;
      // A byte order mark may begin a file.
      const text = this.line === 1 && typeof line === 'string' && line.startsWith('\ufeff') ? line.slice(1) : line;
      if (typeof text === 'string' && text.trim() === '') continue;
      answers += `${this.one(text)}\n`;
    }
    return answers;
  }

  private one(line: Line): string {
    let id: string | number | null = null;
    try {
      const fields = this.parsed(line);
      id = this.idOf(fields);
      const { due, rawDue, provisional, steps } = computePeriod(this.calendar, periodOf(fields));
      return JSON.stringify({ id, due, rawDue, provisional, steps });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.failed = true;
      return JSON.stringify({ id, error: { code: error.code, detail: error.detail } });
    }
  }

  private parsed(line: Line): Record<string, unknown> {
    if (typeof line !== 'string') throw wrong(line.fault, `第${this.line}行${FAULTS[line.fault]}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw wrong('bad-line', `第${this.line}行不是有效的JSON。`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrong('bad-line', `第${this.line}行应为一个JSON对象。`);
    }
    return value as Record<string, unknown>;
  }

  private idOf(fields: Record<string, unknown>): string | number {
    if (typeof fields.id === 'string' || Number.isFinite(fields.id)) return fields.id as string | number;
    throw wrong('bad-id', `第${this.line}行缺少id，或者id不是文字或数字。`);
  }
}

/** Only the shape is judged here; the values are `computePeriod`'s, which trusts no type. */
function periodOf(fields: Record<string, unknown>): PeriodInput {
  for (const field of Object.keys(fields)) {
    if (!FIELDS.has(field)) throw wrong('unknown-field', `不认识的字段：${field.slice(0, 50)}。`);
  }
  const { from, amount, unit, roll = true, excluded = [] } = fields;
  if (typeof roll !== 'boolean') throw wrong('bad-roll', 'roll应为true或false。');
  if (!Array.isArray(excluded)) throw wrong('bad-interval', 'excluded应为[起日, 止日]的数组。');
  return { from, amount, unit, roll, excluded } as PeriodInput;
}

function wrong(code: string, detail: string): DomainError {
  return new DomainError(`deadlines.${code}`, { kind: 'invalid', detail });
}

/** A writable that is waited for when it is full, and whose failure ends the work. */
class Outlet {
  private failure: Error | undefined;

  constructor(private readonly output: Writable) {
    output.on('error', (error) => (this.failure = error));
  }

  async write(text: string): Promise<void> {
    if (this.failure) throw this.failure;
    if (text === '' || this.output.write(text)) return;
    const waiting = new AbortController();
    const { signal } = waiting;
    await Promise.race([once(this.output, 'drain', { signal }), once(this.output, 'close', { signal })]).finally(() =>
      waiting.abort(),
    );
    if (this.output.destroyed) throw this.failure ?? new Error('output closed');
  }
}
