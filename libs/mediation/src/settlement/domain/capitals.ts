const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** An amount in fen as accounts write it: `105020` is 壹仟零伍拾元贰角整; less than nothing begins with 负. */
export function fenInCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  if (fen < 0) return `负${fenInCapitals(-fen)}`;
  const yuan = integerInCapitals(Math.floor(fen / 100));
  const [jiao, rest] = [Math.floor((fen % 100) / 10), fen % 10];
  const whole = yuan === '' ? '' : `${yuan}元`;
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : rest > 0 && whole !== '' ? '零' : '';
  const text = `${whole}${tenth}${rest > 0 ? `${DIGITS[rest]}分` : ''}`;
  return text === '' ? '零元整' : rest > 0 ? text : `${text}整`;
}

function integerInCapitals(value: number): string {
  let text = '';
  for (let [rest, group] = [value, 0]; rest > 0; rest = Math.floor(rest / 10_000), group += 1) {
    const four = rest % 10_000;
    // A group of zeros has no unit, but keeps a zero between what stands before and after it.
    text =
      (four === 0 ? '零' : `${four < 1000 && rest >= 10_000 ? '零' : ''}${fourDigits(four)}${GROUPS[group]}`) + text;
  }
  return text.replace(/零+/g, '零').replace(/零$/, '');
}

function fourDigits(four: number): string {
  const digits = String(four);
  return [...digits]
    .map((digit, i) => (digit === '0' ? '零' : DIGITS[Number(digit)]! + PLACES[digits.length - 1 - i]!))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
