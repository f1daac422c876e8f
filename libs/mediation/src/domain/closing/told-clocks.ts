import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { AcknowledgedClock } from '../intake/inputs.js';

/** class-validator: the citizen's own periods that run on, of each of which the party was told, as they stand today. */
export function ToldClocks(): PropertyDecorator {
  const rules = [
    IsOptional(),
    IsArray({ message: '期限告知应为列表' }),
    ArrayMaxSize(20, { message: '期限告知最多20项' }),
    IsObject({ each: true, message: '列表中每项应为对象' }),
    ValidateNested({ each: true, message: '列表中每项应为对象' }),
    Type(() => AcknowledgedClock),
  ];
  return (target, property) => {
    for (const rule of rules) rule(target, property);
  };
}
