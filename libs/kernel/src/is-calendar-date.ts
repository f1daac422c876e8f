import { ValidateBy } from 'class-validator';
import { isCalendarDate } from './calendar-date.js';

/** class-validator: the property is a legal day that exists, `YYYY-MM-DD`. */
export function IsCalendarDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isCalendarDate',
    validator: {
      validate: isCalendarDate,
      defaultMessage: () => '应为实际存在的日期，格式 YYYY-MM-DD',
    },
  });
}
