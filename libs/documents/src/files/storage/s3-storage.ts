import { AwsClient } from 'aws4fetch';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { ByteRange } from '../domain/byte-range.js';
import type { StorageOptions } from '../options.js';
import { FileStorage } from './file-storage.js';

/** A bucket of anything that speaks S3, addressed by path; objects are called by their SHA-256. */
export class S3Storage extends FileStorage {
  private readonly client: AwsClient;
  private readonly base: string;

  constructor({ endpoint, bucket, region, accessKey, secretKey }: Extract<StorageOptions, { kind: 's3' }>) {
    super();
    this.base = `${endpoint}/${bucket}`;
    this.client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      retries: 3,
    });
  }

  async check(): Promise<void> {
    await this.call('HEAD', '', {});
  }

  async put(sha256: string, file: string): Promise<void> {
    const there = await this.client.fetch(`${this.base}/${sha256}`, { method: 'HEAD' });
    if (there.ok) return;
    // Read as it is sent; the server refuses bytes of another hash.
    await this.call('PUT', sha256, { body: await openAsBlob(file), headers: { 'x-amz-content-sha256': sha256 } });
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const init = range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {};
    const answer = await this.call('GET', sha256, init);
    return Readable.fromWeb(answer.body as ReadableStream);
  }

  async remove(sha256: string): Promise<void> {
    await this.call('DELETE', sha256, {});
  }

  private async call(method: string, key: string, init: RequestInit): Promise<Response> {
    const answer = await this.client.fetch(key === '' ? this.base : `${this.base}/${key}`, { method, ...init });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new Error(`the bucket answers ${answer.status} to ${method}`);
  }
}
