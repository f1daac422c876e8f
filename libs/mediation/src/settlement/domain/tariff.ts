import type { CalendarDate, Id } from '@app/kernel';
import { ANY, type Complexity, type SettledResult } from './codes.js';

/** A line of the tariff: what a case earns, from a day, up to but not including another. */
export interface TariffLine {
  readonly id: Id;
  /** Or {@link ANY}. */
  readonly stage: string;
  /** Or {@link ANY}. */
  readonly matter: string;
  readonly result: SettledResult;
  readonly complexity: Complexity;
  readonly amountFen: number;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
}

export interface Priced {
  readonly stage: string;
  readonly matter: string;
  readonly result: SettledResult;
  readonly complexity: Complexity;
  readonly endedOn: CalendarDate;
}

/**
 * The line that holds for a case on the day it closed; of several the one that says most: stage and matter, then matter,
 * then stage, then all. Undefined if there is none.
 */
export function tariffFor(lines: readonly TariffLine[], priced: Priced): TariffLine | undefined {
  const weight = (line: TariffLine): number => (line.matter === ANY ? 0 : 2) + (line.stage === ANY ? 0 : 1);
  return lines
    .filter(
      (line) =>
        line.result === priced.result &&
        line.complexity === priced.complexity &&
        (line.stage === ANY || line.stage === priced.stage) &&
        (line.matter === ANY || line.matter === priced.matter) &&
        line.validFrom <= priced.endedOn &&
        (line.validUntil === null || priced.endedOn < line.validUntil),
    )
    .sort((a, b) => weight(b) - weight(a))[0];
}

/**
 * What each of several mediators gets of a case's amount: equal parts, and what does not divide goes to the first, who
 * presides. In fen.
 */
export function shareOf(amountFen: number, sharing: number, isFirst: boolean): number {
  const part = Math.floor(amountFen / sharing);
  return isFirst ? amountFen - part * (sharing - 1) : part;
}
