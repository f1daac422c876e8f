import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUUID, Length, Matches } from 'class-validator';

/** class-validator: text of 1 to `most` characters that is not blank; `what` names it in the message. */
export function Text(most: number, what: string): PropertyDecorator {
  return both(Length(1, most, { message: `${what}应为1至${most}字` }), Matches(/\S/, { message: `${what}不能为空白` }));
}

/** class-validator: the id of `what`. */
export function IdOf(what: string): PropertyDecorator {
  return IsUUID('all', { message: `${what}标识不正确` });
}

/** class-validator: a list of ids of `what`, none twice. */
export function IdsOf(what: string, least: number, most: number): PropertyDecorator {
  return both(
    IsArray({ message: `${what}应为列表` }),
    ArrayMinSize(least, { message: `${what}至少${least}项` }),
    ArrayMaxSize(most, { message: `${what}最多${most}项` }),
    ArrayUnique({ message: `${what}不能重复` }),
    IsUUID('all', { each: true, message: `${what}标识不正确` }),
  );
}

/** class-validator: one of the codes of `table`. */
export function OneOf(table: object, what: string): PropertyDecorator {
  return IsIn(Object.keys(table), { message: `请选择${what}` });
}

function both(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
