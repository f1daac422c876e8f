/** A mediator's weighted load, and how much of it he may have. */
export interface Share {
  /** Tenths of an ordinary case. */
  readonly load: number;
  /** Open cases at most. */
  readonly cap: number;
}

/**
 * The Gini coefficient of load by cap, in thousandths: 0 if everybody carries as much of what he may carry, near 1000 if
 * one carries everything. Of the two usual figures it is this one because it stays within bounds when the mean is near
 * nothing, as it is in a new year, and does not leap with one outlier; by cap, because who is paid by the case and takes
 * five does not carry less than he should when others take twenty. Whoever may take none is left out.
 */
export function fairness(shares: readonly Share[]): number {
  const used = shares
    .filter((share) => share.cap > 0)
    .map(({ load, cap }) => Math.floor((load * 1000) / cap))
    .sort((a, b) => a - b);
  const sum = used.reduce((all, each) => all + each, 0);
  if (sum === 0) return 0;
  const spread = used.reduce((all, each, i) => all + (2 * (i + 1) - used.length - 1) * each, 0);
  return Math.round((spread * 1000) / (used.length * sum));
}
