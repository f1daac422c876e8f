import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import pg, { type FieldDef, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

// Inside pg, whose types leave it out: a value as the protocol takes it.
const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue(this: void, value: unknown): string | Buffer | null;
};

/** A prepared statement and its values; the name stands for the text. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

/** What pg knows of a connection, as far as it is used here. */
interface Wire {
  stream: Socket;
  parsedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(statement: { statement: string; values: readonly unknown[] }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: object): void;
  sync(): void;
}

/** Of a connection: the columns its statements answer with, once they were described; none for those without rows. */
const columns = new WeakMap<Wire, Map<string, FieldDef[]>>();

/**
 * Talks to PostgreSQL within a transaction. Statements said in one turn of the event loop, or while an answer is awaited,
 * leave as one message with one Sync: one system call here and one answer there, instead of one for each.
 */
export class Conversation {
  private next: Batch | undefined;
  private answering = false;

  constructor(private readonly client: PoolClient) {}

  /**
   * Answers when the whole message is answered. After a statement that fails, the server skips the rest of the message, and
   * they reject with the same error. @throws what the value cannot be written as, at once
   */
  say({ name, text, values }: Statement): Promise<QueryResult> {
    const written = values.map((value) => prepareValue(value));
    if (this.next === undefined) {
      this.next = new Batch(() => this.answered());
      if (!this.answering) process.nextTick(() => this.leave());
    }
    const answer = this.next.add({ name, text, values: written });
    // One that is looked at later must not count as unhandled meanwhile.
    answer.catch(() => undefined);
    return answer;
  }

  private leave(): void {
    this.answering = true;
    // pg takes whatever can submit itself; its types do not say so.
    void this.client.query(this.next as unknown as QueryConfig);
    this.next = undefined;
  }

  private answered(): void {
    this.answering = false;
    if (this.next !== undefined) process.nextTick(() => this.leave());
  }
}

interface Line extends Statement {
  result: QueryResult & Rows;
  resolve: (result: QueryResult) => void;
  reject: (error: Error) => void;
}

/** The part of pg's Result that fills it. */
interface Rows {
  addFields(fields: FieldDef[]): void;
  parseRow(fields: unknown[]): object;
  addRow(row: object): void;
  addCommandComplete(message: object): void;
}

/** One message, as pg takes it in place of a query: it calls these as the answer comes in. */
class Batch {
  private readonly lines: Line[] = [];
  private at = 0;

  constructor(private readonly done: () => void) {}

  /** pg keeps a statement's text under its name when it was parsed. */
  get name(): string | undefined {
    return this.lines[this.at]?.name;
  }
  get text(): string | undefined {
    return this.lines[this.at]?.text;
  }

  add(statement: Statement): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      const result = new pg.Result('', undefined as never) as unknown as Line['result'];
      this.lines.push({ ...statement, result, resolve, reject });
    });
  }

  submit(wire: Wire): null {
    const known = columns.get(wire) ?? new Map<string, FieldDef[]>();
    columns.set(wire, known);
    const parsed = new Set<string>();
    wire.stream.cork();
    for (const { name, text, values, result } of this.lines) {
      if (wire.parsedStatements[name] === undefined && !parsed.has(name)) wire.parse({ name, text });
      parsed.add(name);
      wire.bind({ statement: name, values });
      const fields = known.get(name);
      if (fields === undefined) wire.describe({ type: 'P' });
      else result.addFields(fields);
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.line.result.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown[] }): void {
    const { result } = this.line;
    result.addRow(result.parseRow(fields));
  }

  handleCommandComplete(message: object, wire: Wire): void {
    const { name, result } = this.line;
    columns.get(wire)!.set(name, result.fields);
    result.addCommandComplete(message);
    this.at += 1;
  }

  handleReadyForQuery(): void {
    for (const { resolve, result } of this.lines) resolve(result);
    this.done();
  }

  /**
   * Of a statement, of the connection, or of Sync itself, which commits what ran outside BEGIN and COMMIT: then the last
   * statement was answered and failed all the same.
   */
  handleError(error: Error): void {
    const failed = Math.min(this.at, this.lines.length - 1);
    this.lines.forEach(({ resolve, reject, result }, i) => (i < failed ? resolve(result) : reject(error)));
    this.done();
  }

  private get line(): Line {
    return this.lines[this.at]!;
  }
}
