import { IsBoolean, IsIn } from 'class-validator';

/** class-validator: a code of this table. */
export const oneOf = (table: object, what: string): PropertyDecorator =>
  IsIn(Object.keys(table), { message: `请选择${what}` });

/** class-validator: yes or no. */
export const yesNo = (what: string): PropertyDecorator => IsBoolean({ message: `${what}应为是或者否` });
