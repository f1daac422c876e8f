import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { DirectoryStorage } from './directory-storage.js';
import type { FileStorage } from './file-storage.js';
import { S3Storage } from './s3-storage.js';

const dir = mkdtempSync(path.join(tmpdir(), 'heyi-storage-'));
/** A server of its own that speaks S3; it knows one key, and does not check what is signed with it. */
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: path.join(dir, 'buckets'),
  configureBuckets: [{ name: 'heyi', configs: [] }],
});
let endpoint: string;

beforeAll(async () => {
  const address = await server.run();
  endpoint = `http://127.0.0.1:${address.port}`;
});

afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

const bucket = (over = {}) =>
  new S3Storage({ kind: 's3', endpoint, bucket: 'heyi', region: 'us-east-1', accessKey: 'S3RVER', secretKey: 'S3RVER', ...over }); // prettier-ignore

function local(content: Buffer): { file: string; sha256: string } {
  const file = path.join(dir, 'upload');
  writeFileSync(file, content);
  return { file, sha256: createHash('sha256').update(content).digest('hex') };
}

describe.each<[string, () => FileStorage]>([
  ['a directory', () => new DirectoryStorage(path.join(dir, 'files'))],
  ['a bucket', () => bucket()],
])('%s', (_kind, make) => {
  const content = Buffer.from('一份材料'.repeat(100_000));

  it('keeps bytes, gives them whole and in part, and lets them go', async () => {
    const storage = make();
    await storage.check();
    const { file, sha256 } = local(content);
    await storage.put(sha256, file);
    await storage.put(sha256, file);
    expect((await buffer(await storage.open(sha256))).equals(content)).toBe(true);
    const part = await buffer(await storage.open(sha256, { start: 100, end: 1099 }));
    expect(part.equals(content.subarray(100, 1100))).toBe(true);
    await storage.remove(sha256);
    await storage.remove(sha256);
    await expect(storage.open(sha256).then(buffer)).rejects.toThrow();
  });

  it('keeps the same bytes put by two at once', async () => {
    const storage = make();
    const { file, sha256 } = local(Buffer.from('同时'));
    await Promise.all(Array.from({ length: 8 }, () => storage.put(sha256, file)));
    expect((await buffer(await storage.open(sha256))).toString()).toBe('同时');
  });
});

it('leaves no half of a file in a directory', async () => {
  const storage = new DirectoryStorage(path.join(dir, 'half'));
  await storage.check();
  await expect(storage.put('ab'.repeat(32), path.join(dir, 'nothing'))).rejects.toThrow();
  expect(readdirSync(path.join(dir, 'half'), { recursive: true }).filter((name) => String(name).includes('part'))).toEqual([]); // prettier-ignore
});

it('says at start that a directory cannot be written, that a bucket is not there, that a key is not known', async () => {
  writeFileSync(path.join(dir, 'a-file'), '');
  await expect(new DirectoryStorage(path.join(dir, 'a-file')).check()).rejects.toThrow();
  await expect(bucket({ bucket: 'nowhere' }).check()).rejects.toThrow('404');
  await expect(bucket({ accessKey: 'unknown' }).check()).rejects.toThrow('403');
});
