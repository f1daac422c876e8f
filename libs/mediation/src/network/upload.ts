import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/** The bytes of the field `file`. @throws DomainError mediation.sheet-missing */
export async function uploadedSheet(request: FastifyRequest): Promise<Buffer> {
  const file = request.isMultipart() ? await request.file() : undefined;
  if (file) return file.toBuffer();
  throw new DomainError('mediation.sheet-missing', {
    kind: 'invalid',
    detail: '请以 multipart/form-data 上传文件（字段 file）。',
  });
}
