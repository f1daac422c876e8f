import { connect, type Socket } from 'node:net';
import { rateOf, type Rate } from './numbers.js';

export interface HttpCall {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Load {
  port: number;
  token: string;
  connections: number;
  seconds: number;
  /** Not counted, before it begins. */
  warmUpSeconds?: number;
  /** The next request of a connection. */
  next(connection: number): HttpCall;
  /** Looks at an answer; the body is bytes because most are not looked at. */
  answered?(connection: number, body: Buffer): void;
}

/**
 * Keeps every connection busy with one request at a time. Written on sockets because the generator shares the processors
 * with what it measures: a general client would take a good part of them.
 * @throws Error if an answer is not a 2xx
 */
export async function httpLoad(load: Load): Promise<Rate> {
  const start = performance.now() + (load.warmUpSeconds ?? 1) * 1000;
  const end = start + load.seconds * 1000;
  const times: number[] = [];
  const run = async (connection: number): Promise<void> => {
    const client = await Connection.open(load.port, load.token);
    for (let sent = performance.now(); sent < end;) {
      const body = await client.call(load.next(connection));
      const now = performance.now();
      if (sent >= start && now <= end) times.push(now - sent);
      load.answered?.(connection, body);
      sent = performance.now();
    }
    client.close();
  };
  await Promise.all(Array.from({ length: load.connections }, (_, i) => run(i)));
  return rateOf(times, load.seconds);
}

/** One keep-alive connection. */
export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (body: Buffer) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly token: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the connection was closed')));
  }

  static open(port: number, token: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket, token)));
    });
  }

  call({ method, path, headers = {}, body }: HttpCall): Promise<Buffer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const lines = [`${method} /api/v1${path} HTTP/1.1`, 'host: bench', `authorization: Bearer ${this.token}`];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n${text}`);
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.received.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.received.length < end) return;
    const body = this.received.subarray(headEnd + 4, end);
    this.received = this.received.subarray(end);
    const status = head.slice(9, 12);
    if (status.startsWith('2')) this.waiting?.resolve(body);
    else this.waiting?.reject(new Error(`answer ${status}: ${body.toString()}`));
  }
}
