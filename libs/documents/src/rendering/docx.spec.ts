import { strFromU8, unzipSync } from 'fflate';
import { attribute, mmOf, openDocx, paragraphWith, textIn, type OpenedDocx } from '../../testing/docx-reader.js';
import { sampleContent } from '../../testing/sample-content.js';
import { SAMPLE_KINDS } from '../../testing/sample-kinds.js';
import { NUMBER_SHAPE } from '../numbering.js';
import { toDocx } from './docx.js';
import { setPaper } from './page.js';

async function sample(code: string): Promise<OpenedDocx> {
  return openDocx(await toDocx(setPaper(sampleContent(code))));
}

const codes = SAMPLE_KINDS.map((kind) => kind.code);
const SEALED = ['Z01', 'Z02', 'Z03'];

describe.each(codes)('the .docx of %s', (code) => {
  let paper: OpenedDocx;
  beforeAll(async () => {
    paper = await sample(code);
  });

  it('is A4 with a type area of 156 by 225 mm: 37 above, 28 left (each within 1 mm)', () => {
    const page = (element: string, name: string) => mmOf(attribute(paper.body, element, name));
    expect(page('pgSz', 'w')).toBeCloseTo(210, 0);
    expect(page('pgSz', 'h')).toBeCloseTo(297, 0);
    expect(page('pgMar', 'top')).toBeCloseTo(37, 0);
    expect(page('pgMar', 'left')).toBeCloseTo(28, 0);
    expect(page('pgMar', 'right')).toBeCloseTo(26, 0);
    expect(page('pgMar', 'bottom')).toBeCloseTo(35, 0);
  });

  it('has its title in 2号 of 小标宋, centred', () => {
    const { xml } = paragraphWith(paper, /样例(通知书|决定书|函|笔录|审批表)/);
    expect(attribute(xml, 'rFonts', 'eastAsia')).toBe('方正小标宋简体');
    expect(attribute(xml, 'sz', 'val')).toBe('44');
    expect(attribute(xml, 'jc', 'val')).toBe('center');
  });

  it('has page numbers in 4号宋体, right on odd pages and left on even ones', () => {
    expect(paper.parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
    const footers = Object.entries(paper.parts).filter(
      ([name, xml]) => /footer\d\.xml$/.test(name) && xml.includes('PAGE'),
    );
    expect(footers.map(([, xml]) => attribute(xml, 'jc', 'val')).sort()).toEqual(['left', 'right']);
    for (const [, xml] of footers) {
      expect(textIn(xml)).toBe('—  —');
      expect(attribute(xml, 'rFonts', 'eastAsia')).toBe('宋体');
      expect(attribute(xml, 'sz', 'val')).toBe('28');
    }
  });

  it('names only fonts that office computers have', () => {
    const used = new Set([...paper.body.matchAll(/w:eastAsia="([^"]+)"/g)].map((match) => match[1]));
    expect(
      [...used].filter((font) => !['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312', '宋体'].includes(font!)),
    ).toEqual([]);
  });

  it('draws no seal, and is the same file whenever it is made', async () => {
    expect(Object.keys(paper.parts).filter((name) => name.includes('media'))).toEqual([]);
    expect(paper.body).not.toMatch(/<w:(drawing|pict)/);
    const [one, two] = [await toDocx(setPaper(sampleContent(code))), await toDocx(setPaper(sampleContent(code)))];
    expect(one.equals(two)).toBe(true);
  });
});

describe('the body', () => {
  it('is 3号仿宋 on lines of exactly 28.95 pt, first line indented by two characters, each drawn in by a quarter point', async () => {
    const paper = await sample('Z01');
    const { xml } = paragraphWith(paper, '材料不齐全');
    expect(attribute(xml, 'rFonts', 'eastAsia')).toBe('仿宋_GB2312');
    expect(attribute(xml, 'rFonts', 'ascii')).toBe('仿宋_GB2312');
    expect(attribute(xml, 'sz', 'val')).toBe('32');
    expect([attribute(xml, 'spacing', 'line'), attribute(xml, 'spacing', 'lineRule')]).toEqual(['579', 'exact']);
    expect(Number(attribute(xml, 'ind', 'firstLine'))).toBe(2 * 315);
    expect(xml).toContain('<w:spacing w:val="-5"/>');
  });

  it('has 28 characters on a line and 22 lines on a page', () => {
    expect(28 * 15.75).toBeLessThanOrEqual((156 * 72) / 25.4);
    expect(29 * 15.75).toBeGreaterThan((156 * 72) / 25.4);
    expect(Math.floor((225 * 72) / 25.4 / 28.95)).toBe(22);
  });

  it('has headings in 黑体 and 楷体, kept with what they head', async () => {
    const paper = await sample('Z01');
    for (const [text, font] of [
      ['一、事由', '黑体'],
      ['（一）材料', '楷体_GB2312'],
    ] as const) {
      const { xml } = paragraphWith(paper, text);
      expect(attribute(xml, 'rFonts', 'eastAsia')).toBe(font);
      expect(xml).toMatch(/<w:keepNext\/>/);
    }
  });

  it('leaves no gaps between digits and 汉字', async () => {
    const { body } = await sample('Z02');
    expect(body).toContain('<w:autoSpaceDE w:val="false"/><w:autoSpaceDN w:val="false"/>');
  });
});

describe('what must stand on it', () => {
  it.each(SEALED)('%s: number in its form, date without leading zeros, organ, place of the seal', async (code) => {
    const paper = await sample(code);
    const texts = paper.paragraphs.map((p) => p.text);
    expect(texts.filter((text) => NUMBER_SHAPE.test(text))).toEqual(['余政复决〔2026〕12号']);
    const at = texts.indexOf('（印章位置）');
    expect(texts.slice(at, at + 3)).toEqual(['（印章位置）', '杭州市余杭区人民政府', '2026年11月24日']);
  });

  it.each(SEALED)('%s: the signature never stands alone on a page', async (code) => {
    const paper = await sample(code);
    const at = paper.paragraphs.findIndex((p) => p.text === '（印章位置）');
    for (const { xml } of paper.paragraphs.slice(at - 1, at + 2)) expect(xml).toMatch(/<w:keepNext\/>/);
  });

  it('NOTICE: its addressee flush left, with a full-width colon', async () => {
    const { xml } = paragraphWith(await sample('Z01'), /^测试申请人：$/);
    expect([attribute(xml, 'jc', 'val'), attribute(xml, 'ind', 'firstLine')]).toEqual(['left', '0']);
  });

  it('DECISION: the parties set out instead of an addressee, and the remedy before the signature', async () => {
    const paper = await sample('Z02');
    expect(paper.paragraphs.map((p) => p.text)).not.toContain('测试申请人：');
    const texts = paper.paragraphs.map((p) => p.text);
    expect(texts[texts.indexOf('（印章位置）') - 1]).toBe(
      '如不服本决定，可以自收到之日起十五日内向人民法院提起行政诉讼。',
    );
  });

  it('LETTER: the organ in red over a double line, no number on the first page', async () => {
    const { parts, body } = await sample('Z03');
    const [head] = Object.entries(parts)
      .filter(([name]) => /header\d\.xml$/.test(name))
      .map(([, xml]) => xml);
    expect(textIn(head!)).toBe('杭州市余杭区人民政府');
    expect(attribute(head!, 'color', 'val')).toBe('FF0000');
    expect(attribute(head!, 'bottom', 'val')).toBe('thickThinMediumGap');
    expect(body).toContain('<w:titlePg');
    const first = Object.entries(parts).filter(
      ([name, xml]) => /footer\d\.xml$/.test(name) && xml.includes('thinThick'),
    );
    expect(first.map(([, xml]) => xml.includes('PAGE'))).toEqual([false]);
  });

  it('RECORD: fields, words, places to sign; FORM: a table', async () => {
    const texts = (await sample('Z04')).paragraphs.map((p) => p.text);
    expect(texts).toEqual(expect.arrayContaining(['地点：区行政复议局听证室', '问：你的请求是什么？']));
    expect(texts.filter((text) => /^(被询问人|记录人)：＿+/.test(text))).toHaveLength(2);
    const { body } = await sample('Z05');
    expect(body.match(/<w:tbl>/g)).toHaveLength(3);
    expect(body).toContain('承办人意见');
    expect(body).not.toContain('（印章位置）');
  });
});

it('every addressee’s own text is a section of its own, numbered from 1, under the one number', async () => {
  const copies = ['甲', '乙'].map((name) => ({
    addressees: [name],
    blocks: [{ type: 'paragraph', text: `${name}的内容` } as const],
  }));
  const { body } = openDocx(await toDocx(setPaper(sampleContent('Z01', { copies }))));
  expect(body.match(/<w:pgNumType w:start="1"/g)).toHaveLength(2);
  expect(textIn(body).match(/余政复决〔2026〕12号/g)).toHaveLength(2);
  expect(textIn(body)).toMatch(/甲：甲的内容[\s\S]*乙：乙的内容/);
});

it('what XML cannot hold does not break the file', async () => {
  const files = unzipSync(await toDocx(setPaper(sampleContent('Z01', { issuer: '甲\u0001乙\ud800丙<&>' }))));
  const xml = strFromU8(files['word/document.xml']!);
  expect(xml).toContain('甲乙丙&lt;&amp;&gt;');
});
