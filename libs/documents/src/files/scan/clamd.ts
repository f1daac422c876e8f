import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A scan may take this long between two signs of life. */
const SILENCE_MS = 60_000;

export type Verdict = { clean: true } | { clean: false; signature: string };

/**
 * Has a ClamAV daemon look at a stream (`INSTREAM` of clamd's protocol).
 * @param address `unix:/path` or `tcp://host:port`
 * @throws Error if the daemon cannot be reached, or answers anything but a verdict (its `StreamMaxLength` exceeded)
 */
export async function scan(address: string, content: Readable): Promise<Verdict> {
  const socket = socketTo(address);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('clamd does not answer')));
  const answer = answerOf(socket);
  answer.catch(() => undefined);
  socket.write('zINSTREAM\0');
  // It may refuse midway and hang up: what it said then is the reason, not the broken pipe.
  await pipeline(content, chunked, socket, { end: false }).then(
    () => socket.write(Buffer.alloc(4)),
    () => content.destroy(),
  );
  return verdictOf(await answer);
}

function socketTo(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length));
  const { hostname, port } = new URL(address);
  return connect(Number(port || 3310), hostname);
}

/** Each chunk after its length, four bytes, big-endian. */
async function* chunked(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    if (chunk.length === 0) continue; // a length of nothing would end the stream
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    yield length;
    yield chunk;
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (data) => {
      text += data.toString('utf8');
      if (text.includes('\0')) socket.destroy();
    });
    socket.once('error', (error) => (text === '' ? reject(error) : undefined));
    socket.once('close', () =>
      text === '' ? reject(new Error('clamd hung up')) : resolve(text.replace(/\0.*$/s, '')),
    );
  });
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found) return { clean: false, signature: found[1]! };
  throw new Error(`clamd answers: ${answer.slice(0, 100)}`);
}
