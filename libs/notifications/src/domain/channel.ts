/** Ways out of the house, besides the inbox. */
export const CHANNELS = ['email', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What became of one attempt. `retry` is worth another one; `failed` is for good. */
export type Outcome =
  | { readonly result: 'sent' }
  | { readonly result: 'retry'; readonly code: string }
  | { readonly result: 'failed'; readonly code: string };

/** How often a delivery is tried before it is given up. */
export const MAX_ATTEMPTS = 8;

/** The outcome of the `attempt`-th attempt (from 1): the last one has no next. */
export function settled(outcome: Outcome, attempt: number): Outcome {
  return outcome.result === 'retry' && attempt >= MAX_ATTEMPTS ? { result: 'failed', code: outcome.code } : outcome;
}
