import type { CalendarDate, Id } from '@app/kernel';

/** From a day, up to but not including another; `until` null while it lasts. */
export interface Validity {
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

export function isValidOn({ validFrom, validUntil }: Validity, on: CalendarDate): boolean {
  return validFrom <= on && (validUntil === null || on < validUntil);
}

/** True if some day belongs to both. */
export function overlap(a: Validity, b: Validity): boolean {
  return (b.validUntil === null || a.validFrom < b.validUntil) && (a.validUntil === null || b.validFrom < a.validUntil);
}

export interface SucceedingOrgan extends Validity {
  readonly id: Id;
  readonly successorId: Id | null;
}

/**
 * The organ that answers on a day for what `organ` did: itself while it exists, else its successor, or that one's
 * (复议法 2023 第19条第5款). Null if there is none, or the chain closes on itself.
 */
export function answeringOn<T extends SucceedingOrgan>(
  organ: T,
  on: CalendarDate,
  byId: (id: Id) => T | undefined,
): T | null {
  const seen = new Set<Id>();
  for (let current: T | undefined = organ; current && !seen.has(current.id);) {
    if (isValidOn(current, on)) return current;
    seen.add(current.id);
    current = current.successorId === null ? undefined : byId(current.successorId);
  }
  return null;
}
