import { randomBytes } from 'node:crypto';
import type { Agent } from '../support/app.js';
import type { Test } from 'supertest';

/** A form as a browser sends it, byte for byte: libraries would tidy the names that are to be refused. */
export function form(
  fields: Record<string, string>,
  name: string | null,
  content: Buffer,
): { type: string; body: Buffer } {
  const boundary = `----form${randomBytes(8).toString('hex')}`;
  const parts: Buffer[] = Object.entries(fields).map(([key, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`),
  );
  if (name !== null) parts.push(Buffer.from(fileHead(boundary, name)), content, Buffer.from('\r\n'));
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

export function fileHead(boundary: string, name: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
}

/** Fields of an applicant's evidence. */
export function evidence(partyId: string, over: Record<string, string> = {}): Record<string, string> {
  return {
    category: 'EVIDENCE',
    side: 'APPLICANT',
    partyId,
    submittedOn: '2026-11-24',
    evidenceKind: 'DOCUMENTARY',
    proves: '证明已经缴纳罚款',
    ...over,
  };
}

export function upload(
  agent: Agent,
  path: string,
  fields: Record<string, string>,
  content: Buffer,
  name: string | null = '缴费凭证.pdf',
): Test {
  const { type, body } = form(fields, name, content);
  return agent
    .post(path)
    .set('content-type', type)
    .send(body as never);
}
