import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { dataSourceOptions } from '../../libs/platform/src/database/data-source-options.js';

/** A message of the PostgreSQL protocol. */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

const WELCOME = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const CUT = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

let server: Server;

/** Lets everybody in, and throws him out in the same breath, as a server that is being stopped does. */
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([...WELCOME, CUT])));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

it('a connection cut the moment it is made fails its query and ends no process', async () => {
  const { extra } = dataSourceOptions({ url: '', poolSize: 1, applicationName: 'test' });
  const { port } = server.address() as AddressInfo;
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'x', database: 'x', onConnect: extra.onConnect });
  pool.on('error', () => undefined);
  // Promised, the connection comes a moment after what the server says next; nobody listens to it in between.
  const client = await pool.connect();
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release(true);
  await sleep(50);
  await pool.end();
});
