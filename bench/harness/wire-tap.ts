import { connect, createServer, type Server, type Socket } from 'node:net';

/** A statement as it went over the wire. */
export interface Sent {
  text: string;
  /** null: SQL's NULL. A buffer: sent in binary. */
  values: (string | Buffer | null)[];
}

/**
 * Stands between an app and PostgreSQL and writes down what the app sends: the very statements, in their order, with their
 * values. Not used while something is measured.
 */
export class WireTap {
  private recording: Sent[] | undefined;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(databaseUrl: string): Promise<WireTap> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as { port: number }).port);
    const tap = new WireTap(server, url.href);
    server.on('connection', (client) => {
      const upstream = connect(Number(target.port || 5432), target.hostname);
      const parser = new Frontend((sent) => tap.recording?.push(sent));
      client.on('data', (chunk) => {
        parser.take(chunk);
        upstream.write(chunk);
      });
      upstream.on('data', (chunk) => client.write(chunk));
      joinEnds(client, upstream);
    });
    return tap;
  }

  /** What is sent while `work` goes on. */
  async record(work: () => Promise<void>): Promise<Sent[]> {
    const sent: Sent[] = [];
    this.recording = sent;
    await work();
    this.recording = undefined;
    return sent;
  }

  close(): void {
    this.server.close();
  }
}

function joinEnds(a: Socket, b: Socket): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    one.on('close', () => other.destroy());
    one.on('error', () => other.destroy());
  }
}

/** Reads the messages of a client (PostgreSQL's protocol 3, without TLS). */
class Frontend {
  private buffer = Buffer.alloc(0);
  private started = false;
  private readonly statements = new Map<string, string>();

  constructor(private readonly sent: (sent: Sent) => void) {}

  take(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      // The first message has no type.
      const at = this.started ? 1 : 0;
      if (this.buffer.length < at + 4) return;
      const end = at + this.buffer.readInt32BE(at);
      if (this.buffer.length < end) return;
      if (this.started) this.message(String.fromCharCode(this.buffer[0]!), this.buffer.subarray(5, end));
      this.started = true;
      this.buffer = this.buffer.subarray(end);
    }
  }

  private message(type: string, body: Buffer): void {
    const read = new Reader(body);
    if (type === 'Q') this.sent({ text: read.string(), values: [] });
    if (type === 'P') this.statements.set(read.string(), read.string());
    if (type === 'B') {
      read.string();
      this.sent({ text: this.statements.get(read.string())!, values: read.values() });
    }
  }
}

class Reader {
  private at = 0;

  constructor(private readonly body: Buffer) {}

  string(): string {
    const end = this.body.indexOf(0, this.at);
    const text = this.body.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  /** The format codes and values of a Bind. */
  values(): (string | Buffer | null)[] {
    const formats = Array.from({ length: this.int16() }, () => this.int16());
    return Array.from({ length: this.int16() }, (_, i) => {
      const length = this.body.readInt32BE(this.at);
      this.at += 4;
      if (length < 0) return null;
      const bytes = this.body.subarray(this.at, this.at + length);
      this.at += length;
      const binary = formats.length === 1 ? formats[0] === 1 : formats[i] === 1;
      return binary ? Buffer.from(bytes) : bytes.toString('utf8');
    });
  }

  private int16(): number {
    this.at += 2;
    return this.body.readInt16BE(this.at - 2);
  }
}
