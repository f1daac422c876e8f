/** The value below which a share of the sorted values lies. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** What one load reached. Times in milliseconds. */
export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
  max: number;
}

/** @param milliseconds of each operation, in any order */
export function rateOf(milliseconds: number[], seconds: number): Rate {
  const sorted = Float64Array.from(milliseconds).sort();
  return {
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** Of several runs of the same load, each figure's median; of the longest time, the longest. */
export function medianRate(rates: readonly Rate[]): Rate {
  const of = (figure: keyof Rate) => median(rates.map((r) => r[figure]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), max: Math.max(...rates.map((r) => r.max)) };
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
