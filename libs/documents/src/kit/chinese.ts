const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Four digits in capitals: `1050` is 壹仟零伍拾. Leading zeros are left to the caller. */
function group(four: string): string {
  return [...four]
    .map((digit, i) => (digit === '0' ? '零' : DIGITS[Number(digit)] + PLACES[four.length - 1 - i]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}

function integerInCapitals(yuan: string): string {
  const padded = yuan.padStart(Math.ceil(yuan.length / 4) * 4, '0');
  const fours = padded.match(/\d{4}/g) ?? [];
  const joined = fours.map((four, i) => {
    const words = group(four);
    // A group of zeros has no unit, but keeps a zero between what stands before and after it.
    return words === '' ? '零' : words + GROUPS[fours.length - 1 - i]!;
  });
  return joined
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

/**
 * An amount of money as legal papers write it: `1050.2` is 壹仟零伍拾元贰角整, `300` is 叁佰元整. Rounded to 分.
 * @param yuan not negative, below 10^15
 * @throws RangeError outside of that
 */
export function inCapitals(yuan: number): string {
  if (!(yuan >= 0 && yuan < 1e15)) throw new RangeError(`not an amount: ${yuan}`);
  const [integer = '0', cents = '00'] = yuan.toFixed(2).split('.');
  const whole = integerInCapitals(integer);
  const [jiao, fen] = [Number(cents[0]), Number(cents[1])];
  const parts = [
    whole === '' ? '' : `${whole}元`,
    jiao > 0 ? `${DIGITS[jiao]}角` : fen > 0 && whole !== '' ? '零' : '',
    fen > 0 ? `${DIGITS[fen]}分` : '',
  ].join('');
  if (parts === '') return '零元整';
  return fen > 0 ? parts : `${parts}整`;
}

const NUMERALS = '零一二三四五六七八九';

/** 1 to 999 in Chinese numerals, as articles and first-level items are numbered: 四十八, 二百零五. */
export function inNumerals(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) throw new RangeError(`not 1 to 999: ${n}`);
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  return [
    hundreds > 0 ? `${NUMERALS[hundreds]}百` : '',
    tens > 0 ? `${tens > 1 || hundreds > 0 ? NUMERALS[tens] : ''}十` : hundreds > 0 && ones > 0 ? '零' : '',
    ones > 0 ? NUMERALS[ones] : '',
  ].join('');
}

/** 第六十四条第一款第二项. */
function place(article: number, paragraph?: number, item?: number): string {
  return [
    `第${inNumerals(article)}条`,
    paragraph === undefined ? '' : `第${inNumerals(paragraph)}款`,
    item === undefined ? '' : `第${inNumerals(item)}项`,
  ].join('');
}

/** Citations of one text, named as it stands in them: 《中华人民共和国行政复议法》第六十四条第一款第二项, counted as in the text. */
export const citing =
  (title: string) =>
  (article: number, paragraph?: number, item?: number): string =>
    title + place(article, paragraph, item);

/** Citations one after another: each text is named once, in the order of its first citation. */
export function cite(citations: readonly string[]): string {
  const places = new Map<string, string[]>();
  for (const [, title = '', place = ''] of citations.join('、').matchAll(/(《[^》]+》)([^《、]+)/gu)) {
    places.set(title, [...(places.get(title) ?? []), place]);
  }
  return [...places].map(([title, cited]) => title + cited.join('、')).join('、');
}

/** Names joined by 、; of more than five, the first and the number of all. */
export function nameAll(names: readonly string[]): string {
  return names.length > 5 ? `${names[0]}等${names.length}人` : names.join('、');
}

/** Without what closes it, to be gone on with. */
export const bare = (text: string): string => text.trim().replace(/[；。，;,.]+$/u, '');

/** One sentence: ends with a full stop, once. */
export function sentence(text: string): string {
  return /[。！？]”?$/u.test(text.trim()) ? text.trim() : `${bare(text)}。`;
}

/** Items of one enumeration, numbered `1. `, closed by ； and the last by 。. */
export function enumerate(items: readonly string[]): string[] {
  return items.map((item, i) => `${i + 1}. ${bare(item)}${i < items.length - 1 ? '；' : '。'}`);
}

/** Items numbered 一、 of an operative part, each a sentence. */
export function operative(items: readonly string[]): string[] {
  return items.map((item, i) => (items.length > 1 ? `${inNumerals(i + 1)}、${sentence(item)}` : sentence(item)));
}
