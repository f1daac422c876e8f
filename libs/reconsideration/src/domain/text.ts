import { Length, Matches } from 'class-validator';

/**
 * class-validator: text of 1 to `most` characters that is not blank; with `each`, a list of such. `what` names it in the
 * message.
 */
export function Text(most: number, what: string, { each = false } = {}): PropertyDecorator {
  const length = Length(1, most, { each, message: `${what}应为1至${most}字` });
  const solid = Matches(/\S/, { each, message: `${what}不能为空白` });
  return (target, property) => {
    length(target, property);
    solid(target, property);
  };
}
