import { DomainError, type FieldError } from '@app/kernel';

// Refusals of the stored clocks and the calendar's import; those of the arithmetic are in domain/errors.ts.

/** A step wants to move a clock that is not open. */
export function noOpenClock(rule: string): DomainError {
  return new DomainError('deadlines.no-open-clock', {
    detail: '没有正在计算的该期限，无法变动。',
    params: { rule },
  });
}

/** The table sent does not hold together; one entry for each fault. */
export function badCalendar(errors: FieldError[]): DomainError {
  return new DomainError('deadlines.bad-calendar', {
    kind: 'invalid',
    detail: '放假安排的内容有误，请按提示修改。',
    errors,
  });
}

/** What was previewed is not what would happen now. */
export function stalePreview(): DomainError {
  return new DomainError('deadlines.stale-preview', {
    kind: 'conflict',
    detail: '预览之后日历或者期限已有变动，请重新预览后再确认。',
  });
}

export function unknownSetting(key: string): DomainError {
  return new DomainError('deadlines.unknown-setting', {
    kind: 'not-found',
    detail: '没有这项期限设置。',
    params: { key },
  });
}

/** One wrong field of a request that is well-formed otherwise. */
export function badField(pointer: string, code: string, detail: string): DomainError {
  return new DomainError('request.invalid', {
    kind: 'invalid',
    detail: '提交的内容有误，请按提示修改。',
    errors: [{ pointer, code, detail }],
  });
}
