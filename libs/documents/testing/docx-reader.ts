import { strFromU8, unzipSync } from 'fflate';

export interface DocxParagraph {
  xml: string;
  text: string;
}

/** A .docx as its parts and, in order, the paragraphs of its body; those of tables among them. */
export interface OpenedDocx {
  parts: Record<string, string>;
  body: string;
  paragraphs: DocxParagraph[];
}

export function openDocx(docx: Buffer): OpenedDocx {
  const files = unzipSync(docx);
  const parts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const body = parts['word/document.xml']!;
  const paragraphs = (body.match(/<w:p>[\s\S]*?<\/w:p>|<w:p [\s\S]*?<\/w:p>/g) ?? []).map((xml) => ({
    xml,
    text: textIn(xml),
  }));
  return { parts, body, paragraphs };
}

/** All text of a piece of WordprocessingML. */
export function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
}

/** An attribute of the first element of that name. */
export function attribute(xml: string, element: string, name: string): string | undefined {
  return new RegExp(`<w:${element}\\b[^>]*\\bw:${name}="([^"]*)"`).exec(xml)?.[1];
}

/** @throws Error if there is no such paragraph */
export function paragraphWith(paper: OpenedDocx, text: string | RegExp): DocxParagraph {
  const found = paper.paragraphs.find((p) => (typeof text === 'string' ? p.text.includes(text) : text.test(p.text)));
  if (!found) throw new Error(`no paragraph with ${text}`);
  return found;
}

/** Twips (1/20 pt) in millimetres. */
export const mmOf = (twips: string | undefined): number => Number(twips) / (1440 / 25.4);
