import {
  drop,
  normaliseFileName,
  stage,
  tooLarge,
  typeByContent,
  type FileTypeCode,
  type Staged,
} from '@app/documents';
import { DomainError } from '@app/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a form brought: its fields as text, and one file, staged. */
export interface Upload {
  fields: Record<string, unknown>;
  staged: Staged;
  name: string;
  type: FileTypeCode;
}

/** Boundaries and fields around the file. */
const FORM_BYTES = 64 * 1024;

/**
 * Takes a form with one file, hands it on, and drops what was staged, whatever becomes of it. Of a refused upload no
 * more is read: the connection closes with the answer.
 * @throws DomainError documents.file-missing, documents.file-too-large, documents.file-type, … and what `use` throws
 */
export async function withUpload<T>(
  http: { request: FastifyRequest; reply: FastifyReply },
  maxBytes: number,
  before: () => Promise<void>,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  let upload: Partial<Upload> = {};
  try {
    await before();
    if (Number(http.request.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw tooLarge(maxBytes);
    upload = await received(http.request, maxBytes);
    if (!upload.staged || upload.name === undefined) throw missing();
    const type = await typeByContent(upload.staged, upload.name);
    return await use({ fields: upload.fields ?? {}, staged: upload.staged, name: upload.name, type });
  } catch (error) {
    void http.reply.header('connection', 'close');
    throw error;
  } finally {
    if (upload.staged) await drop(upload.staged);
  }
}

async function received(request: FastifyRequest, maxBytes: number): Promise<Partial<Upload>> {
  if (!request.isMultipart()) throw missing();
  const fields: Record<string, unknown> = {};
  let file: Pick<Upload, 'staged' | 'name'> | undefined;
  try {
    // Our own meter stops first; a path in the name is to be refused, not cut off.
    for await (const part of request.parts({ preservePath: true, limits: { fileSize: maxBytes + 1024, files: 1 } })) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else file = { name: normaliseFileName(part.filename ?? ''), staged: await stage(part.file, maxBytes) };
    }
  } catch (error) {
    if (file) await drop(file.staged);
    throw error;
  }
  return { fields, ...file };
}

function missing(): DomainError {
  return new DomainError('documents.file-missing', {
    kind: 'invalid',
    detail: '请以 multipart/form-data 上传文件（字段 file）。',
  });
}
