import { ValidateBy } from 'class-validator';

/** What no text of ours may hold: control characters (except tab and line ends where lines are allowed), half characters. */
const FORBIDDEN_IN_LINE = /[\p{Cc}\p{Cs}]/u;
const FORBIDDEN_IN_LINES = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/**
 * class-validator: a text of at most `max` characters (code points) without control characters; `lines` allows line
 * ends. Not blank, unless `blank`. `each` judges the members of a list.
 */
export function IsText(name: string, max: number, options: { lines?: boolean; blank?: boolean; each?: boolean } = {}) {
  const forbidden = options.lines ? FORBIDDEN_IN_LINES : FORBIDDEN_IN_LINE;
  const wrong = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return `${name}应为文字`;
    if (value.length > max * 2 || [...value].length > max) return `${name}不能超过 ${max} 字`;
    if (forbidden.test(value)) return `${name}含有不允许的控制字符`;
    if (!options.blank && value.trim() === '') return `请填写${name}`;
    return undefined;
  };
  const wrongIn = (value: unknown): string | undefined =>
    options.each && Array.isArray(value) ? value.map(wrong).find((detail) => detail !== undefined) : wrong(value);
  return ValidateBy({
    name: 'isText',
    validator: {
      validate: (value) => wrongIn(value) === undefined,
      defaultMessage: (args) => wrongIn(args?.value) ?? `${name}不正确`,
    },
  });
}
