import type { DocumentKind } from '../src/domain/document-kind.js';
import { SERIES } from '../src/domain/series.js';
import { NUMBER_SHAPE } from '../src/numbering.js';
import { attribute, mmOf, openDocx, textIn, type DocxParagraph } from './docx-reader.js';
import { titleLines } from '../src/rendering/page.js';
import { docxOf, type PaperContent } from './renditions.js';

const SEAL_PLACE = '（印章位置）';
const TABLE = /<w:tbl>[\s\S]*?<\/w:tbl>/gu;
/** What must not be left on a paper that is signed. */
const LEFT_OPEN = /待填|undefined|null|NaN|\[object|\{\w*\}|(?<!＿)＿{4}(?!＿)|签发之日/u;

/** What holds of the .docx of every kind of paper. */
export function describeDocx(kind: DocumentKind, content: PaperContent): void {
  let docx: ReturnType<typeof openDocx>;
  /** Outside of tables. */
  let lines: DocxParagraph[];
  let texts: string[];
  beforeAll(async () => {
    docx = openDocx(await docxOf(content));
    const inTables = new Set((docx.body.match(TABLE) ?? []).flatMap((table) => table.match(/<w:p>[\s\S]*?<\/w:p>/gu)));
    lines = docx.paragraphs.filter(({ xml }) => !inTables.has(xml));
    texts = lines.map(({ text }) => text);
  });
  const line = (text: string): DocxParagraph => lines[texts.indexOf(text)]!;
  const sealed = kind.seal !== 'NONE';
  const inColumn = kind.layout !== 'FORM' && kind.layout !== 'LIST';

  it('is A4 with margins of 37, 35, 28 and 26 mm; a list lies across', () => {
    const sizes = ['w', 'h'].map((name) => Math.round(mmOf(attribute(docx.body, 'pgSz', name))));
    const sides = ['top', 'bottom', 'left', 'right'];
    const across = kind.layout === 'LIST';
    expect(sizes).toEqual(across ? [297, 210] : [210, 297]);
    expect(sides.map((name) => Math.round(mmOf(attribute(docx.body, 'pgMar', name))))).toEqual(
      across ? [28, 26, 35, 37] : [37, 35, 28, 26],
    );
  });

  it('has its title, under the organ’s name if that is not the head of the letter, in 2号小标宋, centred', () => {
    const title = kind.layout === 'LETTER' || !sealed ? [kind.name] : [...titleLines(content.issuer), kind.name];
    const at = texts.indexOf(title[0]!);
    expect(texts.slice(at, at + title.length)).toEqual(title);
    for (const { xml } of lines.slice(at, at + title.length)) {
      expect(attribute(xml, 'rFonts', 'eastAsia')).toBe('方正小标宋简体');
      expect([attribute(xml, 'sz', 'val'), attribute(xml, 'jc', 'val')]).toEqual(['44', 'center']);
    }
    const above = kind.layout === 'LETTER' ? content.number : kind.layout === 'LIST' ? '附件' : '';
    expect(texts.slice(0, at).join('')).toBe(above);
  });

  it('has its body in 3号仿宋 on lines of exactly 28.95 pt; a form in 4号', () => {
    const body = lines
      .slice(texts.indexOf(kind.name) + 1)
      .filter(({ text }) => text !== '' && (inColumn || text !== content.number));
    const [size, height] = inColumn ? ['32', '579'] : ['28', '440'];
    const fonts = new Set(body.map(({ xml }) => attribute(xml, 'rFonts', 'eastAsia')));
    expect([...fonts].filter((font) => font !== '仿宋_GB2312' && font !== '黑体')).toEqual([]);
    for (const { xml } of body) {
      expect(attribute(xml, 'sz', 'val')).toBe(size);
      expect([attribute(xml, 'spacing', 'line'), attribute(xml, 'spacing', 'lineRule')]).toEqual([height, 'exact']);
    }
    if (inColumn) expect(fonts).toContain('仿宋_GB2312');
    else expect(docx.body).toMatch(TABLE);
  });

  it('has a number, of its series and shape, exactly where its kind has a series', () => {
    const numbers = texts.filter((text) => NUMBER_SHAPE.test(text));
    const prefix = kind.series === null ? null : SERIES[kind.series as keyof typeof SERIES];
    expect(numbers).toEqual(prefix === null ? [] : [`${prefix}〔2026〕12号`]);
    if (numbers.length > 0) expect(attribute(line(numbers[0]!).xml, 'jc', 'val')).toBe('right');
  });

  it('names its addressees flush left before the body; a decision sets out the parties', () => {
    const to = `${content.addressees.join('、')}：`;
    const named = content.addressees.length > 0 && (kind.layout === 'NOTICE' || kind.layout === 'LETTER');
    expect(texts.includes(to)).toBe(named);
    if (named) expect(attribute(line(to).xml, 'ind', 'firstLine')).toBe('0');
    if (kind.layout === 'DECISION') {
      const [first, second] = texts.slice(texts.indexOf(content.number!) + 1);
      expect([first, second]).toEqual([expect.stringMatching(/^申请人：/), expect.stringMatching(/^被申请人：/)]);
    }
  });

  it('ends, under a seal, with place of the seal, organ and date, never parted from the text; else with none', () => {
    expect(texts.filter((text) => text === SEAL_PLACE)).toHaveLength(sealed ? 1 : 0);
    if (!sealed) return;
    expect(texts.slice(-3)).toEqual([SEAL_PLACE, content.issuer, '2026年9月4日']);
    const closing = lines.slice(
      texts.findLastIndex((text, at) => at < texts.length - 3 && text !== ''),
      -1,
    );
    for (const { xml } of closing) expect(xml).toContain('<w:keepNext/>');
    expect(docx.body).not.toMatch(/<w:(drawing|pict)/);
  });

  it('says the remedy last, exactly where its kind has one', () => {
    const relief = texts.findIndex((text) => /^如不服本决定/u.test(text));
    expect(relief).toBe(kind.relief === undefined ? -1 : texts.indexOf(SEAL_PLACE) - 1);
    if (relief >= 0) expect(texts[relief]).toBe(content.relief);
  });

  it('names its annex after a blank line, directly before the signature', () => {
    const named = content.blocks.filter((block) => block.type === 'paragraph' && /^附件：./u.test(block.text));
    const at = texts.findIndex((text) => /^附件：./u.test(text));
    expect(at >= 0).toBe(named.length > 0);
    if (at >= 0) expect([texts[at - 1], texts[at + 1]]).toEqual(['', SEAL_PLACE]);
  });

  it('leaves nothing open', () => {
    expect(textIn(docx.body)).not.toMatch(LEFT_OPEN);
  });
}
