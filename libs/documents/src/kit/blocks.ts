import type { Block } from '../domain/document-kind.js';
import { enumerate, operative } from './chinese.js';

export const p = (line: string): Block => ({ type: 'paragraph', text: line });
/** Whom a letter addresses, flush left. */
export const to = (name: string): Block => ({ type: 'paragraph', text: name, flush: true });
export const h = (line: string): Block => ({ type: 'heading', level: 1, text: line });
export const paragraphs = (lines: readonly string[]): Block[] => lines.map(p);
export const numbered = (items: readonly string[]): Block[] => paragraphs(enumerate(items));
export const resolved = (items: readonly string[]): Block[] => paragraphs(operative(items));
export const signatures = (...slots: string[]): Block => ({ type: 'signatures', slots });
/** Their day stands under the signatures. */
export const signedOn = (on: string, ...slots: string[]): Block[] => [
  { type: 'signatures', slots, undated: true },
  p(on),
];
export const grid = (...rows: (readonly [string, string])[]): Block => ({ type: 'fields', rows });

/** In a form: room for somebody to write an opinion, then to sign. */
export const OPINION_SPACE = `\n\n签名：${'\u3000'.repeat(9)}年\u3000\u3000月\u3000\u3000日`;
