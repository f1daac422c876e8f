import { byteRange, contentDisposition, FILE_TYPES, type ByteRange, type FileTypeCode } from '@app/documents';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

export interface Sendable {
  name: string;
  type: FileTypeCode;
  bytes: number;
  open: (range?: ByteRange) => Promise<Readable>;
}

/**
 * Answers with a file's bytes, or the range of them that was asked for (RFC 9110 §14). What somebody uploaded is never
 * run as a page of ours: its type is what we found, it is not sniffed, and may load nothing. Browsers show no PDF in a
 * sandbox, so that one goes without.
 */
export async function sendFile(reply: FastifyReply, range: string | undefined, file: Sendable): Promise<void> {
  const { mime, inline } = FILE_TYPES[file.type];
  const part = byteRange(range, file.bytes);
  void reply
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', `default-src 'none'${file.type === 'pdf' ? '' : '; sandbox'}`)
    .header('content-disposition', contentDisposition(inline ? 'inline' : 'attachment', file.name));
  if (part === 'unsatisfiable') {
    void reply
      .status(416)
      .header('content-range', `bytes */${file.bytes}`)
      .type('application/problem+json; charset=utf-8');
    return void reply.send(UNSATISFIABLE);
  }
  const body = await file.open(part);
  if (part) void reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`);
  void reply.header('content-length', part ? part.end - part.start + 1 : file.bytes).type(mime);
  void reply.send(body);
}

const UNSATISFIABLE = {
  type: 'urn:problem:documents.range-unsatisfiable',
  title: 'Range not satisfiable',
  status: 416,
  detail: '请求的范围超出了文件的大小。',
  code: 'documents.range-unsatisfiable',
};
