import type { Factor } from './factors.js';

/** How much each factor counts, whole numbers from 0 to 100. */
export type WeightValues = Readonly<Record<Factor, number>>;

export interface Weights {
  readonly version: number;
  readonly values: WeightValues;
}
