/**
 * How entered text is made comparable. Numbers, phones and document numbers are folded hard, since they are compared;
 * names softly, since they are written into documents; long texts only cleaned.
 */

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** Full-width ASCII and the ideographic space become half-width; nothing else changes. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');
}

/** One line: no invisible characters, no outer spaces, inner spaces collapsed. */
export function normaliseLine(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Several lines: line ends are `\n`, no spaces at the end of a line, at most one empty line in a row. */
export function normaliseLines(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u3000\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * A person's or organisation's name: half-width, one kind of middle dot (·) between parts of a name, no spaces between
 * Chinese characters, brackets around Chinese text full-width as in official names.
 */
export function normaliseName(text: string): string {
  const line = normaliseLine(halfWidth(text))
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han}) ?[•‧・․⋅∙.] ?(?=\p{Script=Han})/gu, '·')
    .replace(/(?<=\p{Script=Han}) ?· ?(?=\p{Script=Han})/gu, '·');
  return /\p{Script=Han}/u.test(line) ? line.replaceAll('(', '（').replaceAll(')', '）') : line;
}

/** Compatibility forms folded, without invisible characters and spaces; what their removal brings together is composed. */
function compact(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, '').normalize('NFKC');
}

/** An ID number or code: half-width, upper case, without spaces. */
export function normaliseNumber(text: string): string {
  return compact(text).toUpperCase().normalize('NFKC');
}

/** A phone number: half-width, without spaces; a Chinese mobile number without +86 and hyphens. */
export function normalisePhone(text: string): string {
  const plain = compact(text)
    .replace(/[.()]+/g, '')
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-');
  const mobile = /^(?:\+|00)?(?:86)?-?(1\d{2})-?(\d{4})-?(\d{4})$/.exec(plain);
  return mobile ? `${mobile[1]}${mobile[2]}${mobile[3]}` : plain;
}

/**
 * The number of a document, 余市监罚〔2026〕12号: half-width, hexagonal brackets around the year whatever was typed, no
 * spaces, no 第, no leading zero (GB/T 9704-2012). Numbers of other forms (courts') keep their brackets.
 */
export function normaliseDocumentNo(text: string): string {
  return compact(text).replace(/(?<=\p{Script=Han})[[【(〔〖]((?:19|20)\d{2})[\]】)〕〗]第?0*(?=\d)/gu, '〔$1〕');
}
