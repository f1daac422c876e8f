import { StreamableFile } from '@nestjs/common';
import type { Format } from './rendering/rendition.entity.js';

const TYPE: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A file as an answer, to be saved under its Chinese name (RFC 5987) where the reader can. */
export function download(file: Buffer, name: string, format: Format): StreamableFile {
  const encoded = encodeURIComponent(`${name}.${format}`).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return new StreamableFile(file, {
    type: TYPE[format],
    disposition: `attachment; filename="paper.${format}"; filename*=UTF-8''${encoded.replace(/%[\da-f]{2}/g, (c) => c.toUpperCase())}`,
    length: file.length,
  });
}
