import { ValidationPipe } from '@nestjs/common';
import { DomainError, type FieldError } from '@app/kernel';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

/** Strict on every request: unknown fields are refused, every wrong field is named by its pointer. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({ ...OPTIONS, transform: true, exceptionFactory: (errors) => invalid(errors) });
}

/** The same for data that do not come as a whole request body, under the pointer `at`. @throws DomainError request.invalid */
export async function validated<T extends object>(type: new () => T, data: unknown, at = ''): Promise<T> {
  const plain = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  const value = plainToInstance(type, plain);
  const errors = await validate(value, OPTIONS);
  if (errors.length > 0) throw invalid(errors, at);
  return value;
}

function invalid(errors: ValidationError[], at = ''): DomainError {
  return new DomainError('request.invalid', {
    kind: 'invalid',
    detail: '提交的内容有误，请按提示修改。',
    errors: errors.flatMap((e) => fieldErrors(e, `#${at}`)),
  });
}

function fieldErrors(error: ValidationError, base: string): FieldError[] {
  // A value of no known class has no property to name.
  const property = (error as Partial<ValidationError>).property;
  const pointer = property === undefined ? base : `${base}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({
    pointer,
    code: code === 'whitelistValidation' ? 'unknownField' : code,
    detail: code === 'whitelistValidation' ? '不允许的字段' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}
