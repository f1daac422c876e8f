import type { Block } from '../domain/document-kind.js';
import { sampleContent } from '../../testing/sample-content.js';
import { widthOf } from './gb9704.js';
import { setPaper, titleLines, type TextLine } from './page.js';
import { standsTogether, widthsFor } from './tables.js';

const closing = (change: object) =>
  setPaper(sampleContent('Z01', change))
    .copies[0]!.slice(-2)
    .map((line) => line as TextLine);

/** From the right edge of the type area to the middle of a line, in characters. */
const middle = ({ text, right }: TextLine): number => (right ?? 0) + widthOf(text) / 2;

describe('the signature (GB/T 9704-2012 7.3.5)', () => {
  it.each(['区政府', '杭州市余杭区人民政府', '杭州市余杭区人民政府行政复议办公室'])(
    'under a seal, %s is centred over the date',
    (issuer) => {
      const [name, date] = closing({ issuer });
      expect(middle(name!)).toBeCloseTo(middle(date!));
      expect(name!.right).toBeGreaterThanOrEqual(0);
    },
  );

  it('under a seal, the date is four characters from the right where the name is not longer by far', () => {
    expect(closing({ issuer: '区政府' })[1]!.right).toBeCloseTo(4);
  });

  it('without a seal, a long name is two characters from the right, and the date begins two to the right of it', () => {
    const [name, date] = closing({ seal: 'NONE', issuer: '杭州市余杭区人民政府' });
    const left = (line: TextLine) => (line.right ?? 0) + widthOf(line.text);
    expect(name!.right).toBe(2);
    expect(left(name!) - left(date!)).toBeCloseTo(2);
  });

  it('without a seal, a date longer than the name is two from the right', () => {
    const [name, date] = closing({ seal: 'NONE', issuer: '区政府' });
    expect(date!.right).toBe(2);
    expect((name!.right ?? 0) + widthOf('区政府')).toBeCloseTo(2 + widthOf(date!.text) + 2);
  });
});

it('a paragraph for each line of a text', () => {
  const texts = setPaper(sampleContent('Z04')).copies[0]!.map((line) => (line as TextLine).text);
  expect(texts).toEqual(expect.arrayContaining(['问：你的请求是什么？', '答：请求撤销处罚。']));
});

describe('what a paper is signed with', () => {
  const linesOf = (layout: 'NOTICE' | 'RECORD' | 'FORM', ...blocks: Block[]) =>
    setPaper(sampleContent('Z04', { layout, blocks })).copies[0]!;
  const textsOf = (...blocks: Block[]) => linesOf('RECORD', ...blocks).map((line) => (line as TextLine).text);

  it('a signature and its day stay on one line, or the day goes to the next with it', () => {
    expect(textsOf({ type: 'signatures', slots: ['记录人'] }).at(-1)).toBe('记录人：＿＿＿＿＿＿　　年　月　日');
    const [who, where] = textsOf({ type: 'signatures', slots: ['当事人或者其代理人（签名、盖章或者按指印）'] }).slice(
      -2,
    );
    expect([who, where]).toEqual(['当事人或者其代理人（签名、盖章或者按指印）：', '＿＿＿＿＿＿　　年　月　日']);
    const slots = Array.from({ length: 30 }, (_, length) => '字'.repeat(length + 1));
    const widest = textsOf({ type: 'signatures', slots: slots.slice(0, 27) }).map(widthOf);
    expect(Math.max(...widest)).toBeLessThanOrEqual(28);
    expect(textsOf({ type: 'signatures', slots: ['乙方'], undated: true }).at(-1)).toBe('乙方：＿＿＿＿＿＿');
  });

  it('a form is signed in its table; tables of another shape stand apart', () => {
    const form: Block = { type: 'fields', rows: [['案号', '1']] };
    const lines = linesOf(
      'FORM',
      form,
      { type: 'signatures', slots: ['甲', '乙'] },
      { type: 'table', columns: ['序号'], rows: [] },
    );
    expect(lines.slice(2).map((line) => (line.type === 'table' ? line.rows.map(([label]) => label) : line))).toEqual([
      ['案号', '甲', '乙'],
      expect.objectContaining({ type: 'text', text: '' }),
      [],
    ]);
  });

  it('whom a letter addresses stands flush left', () => {
    const [to] = linesOf('RECORD', { type: 'paragraph', text: '某委员会：', flush: true }).slice(-1) as TextLine[];
    expect([to!.first, to!.align]).toEqual([undefined, 'left']);
  });

  it('what leads up to others goes with the first of them', () => {
    const lines = linesOf(
      'RECORD',
      ...['本机关决定：', '一、维持。'].map((text): Block => ({ type: 'paragraph', text })),
    );
    expect(lines.slice(-2).map((line) => (line as TextLine).keepNext ?? false)).toEqual([true, false]);
  });

  it('the annex follows a blank line, and the last paragraph of the text is kept with both', () => {
    const paragraphs = ['一', '二', '附件：三'].map((text): Block => ({ type: 'paragraph', text }));
    const lines = setPaper(sampleContent('Z01', { blocks: paragraphs })).copies[0]! as TextLine[];
    const at = lines.findIndex(({ text }) => text === '一');
    expect(lines.slice(at, at + 5).map(({ text, keepNext }) => [text, keepNext ?? false])).toEqual([
      ['一', false],
      ['二', true],
      ['', true],
      ['附件：三', true],
      ['（印章位置）', true],
    ]);
  });
});

describe('a table', () => {
  it('gives narrow columns what they need, and parts the rest among the wide', () => {
    expect(widthsFor([['序号', '题名']])).toEqual([3, 3]);
    const [narrow, wide, wider] = widthsFor([['序号', '字'.repeat(20), '字'.repeat(40)]]);
    expect([narrow, wide, wider]).toEqual([3, 12, 12]);
    const shares = widthsFor([['序号', ...Array.from({ length: 5 }, () => '字'.repeat(9))]]);
    expect(shares[0]).toBe(3);
    expect(shares.reduce((sum, share) => sum + share)).toBeLessThanOrEqual(31);
  });

  it('parts by the end of a page only rows that are long', () => {
    expect([standsTogether(['短', '字'.repeat(400)]), standsTogether(['字'.repeat(401)])]).toEqual([true, false]);
  });
});

it.each([
  ['杭州市余杭区行政争议调解中心', ['杭州市余杭区行政争议调解中心']],
  ['杭州市余杭区市场监督管理局行政争议调解委员会', ['杭州市余杭区市场监督管理局', '行政争议调解委员会']],
  ['一'.repeat(24), ['一'.repeat(12), '一'.repeat(12)]],
])('the name of an organ is parted by sense where it needs two lines: %s', (name, lines) => {
  expect(titleLines(name)).toEqual(lines);
});
