import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';

/** class-validator: the id of `what`. */
export function IdOf(what: string): PropertyDecorator {
  return IsUUID('all', { message: `${what}标识不正确` });
}

/** class-validator: a list of ids of `what`, none twice. */
export function IdsOf(what: string, least: number, most: number): PropertyDecorator {
  return both(
    ...listOf(what, least, most),
    ArrayUnique({ message: `${what}不能重复` }),
    IsUUID('all', { each: true, message: `${what}标识不正确` }),
  );
}

/** class-validator: one of the codes of `table`. */
export function OneOf(table: object, what: string): PropertyDecorator {
  return IsIn(Object.keys(table), { message: `请选择${what}` });
}

/** class-validator: several of the codes of `table`, none twice. */
export function SomeOf(table: object, what: string, least: number): PropertyDecorator {
  const codes = Object.keys(table);
  return both(
    ...listOf(what, least, codes.length),
    ArrayUnique({ message: `${what}不能重复` }),
    IsIn(codes, { each: true, message: `请选择${what}` }),
  );
}

/** class-validator: yes or no. */
export function Flag(what: string): PropertyDecorator {
  return IsBoolean({ message: `${what}应为是或者否` });
}

function listOf(what: string, least: number, most: number): PropertyDecorator[] {
  return [
    IsArray({ message: `${what}应为列表` }),
    ArrayMinSize(least, { message: `${what}至少${least}项` }),
    ArrayMaxSize(most, { message: `${what}最多${most}项` }),
  ];
}

function both(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
