import { sampleContent } from '../../testing/sample-content.js';
import { widthOf } from './gb9704.js';
import { setPaper, type TextLine } from './page.js';

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
