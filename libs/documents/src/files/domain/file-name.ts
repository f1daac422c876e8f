import { DomainError } from '@app/kernel';
import { extensionOf } from './file-types.js';

const LONGEST = 120;
/** Separators of paths; what Windows forbids; controls, half characters and marks that turn text around. */
const FORBIDDEN = /[/\\:*?"<>|\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name as it is kept: composed characters (NFC), no outer spaces, inner spaces single.
 * @throws DomainError documents.bad-file-name if it names a path, is hidden, too long, or has no extension
 */
export function normaliseFileName(raw: string): string {
  const name = raw
    .normalize('NFC')
    .trim()
    .replace(/[^\S\r\n]+/gu, ' ');
  const wrong =
    name === '' ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    [...name].length > LONGEST ||
    FORBIDDEN.test(name) ||
    DEVICES.test(name) ||
    extensionOf(name) === '';
  if (!wrong) return name;
  throw new DomainError('documents.bad-file-name', {
    kind: 'invalid',
    detail: `文件名不符合要求：应带扩展名，不超过 ${LONGEST} 字，不含路径及 / \\ : * ? " < > | 等符号，请改名后重新上传。`,
  });
}

/** `Content-Disposition` for a name of any script (RFC 6266, RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const extended = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const extension = extensionOf(name).replace(/[^a-z0-9]/g, '');
  return `${kind}; filename="file.${extension || 'bin'}"; filename*=UTF-8''${extended}`;
}
