import { sql, type Tx } from '@app/platform';
import type { Factor } from './domain/factors.js';
import type { Weights } from './domain/weights.js';

type Row = { version: number } & Record<Factor, number>;

/** The weights taken into effect last. */
export async function weightsInEffect(tx: Tx): Promise<Weights> {
  const [row] = await sql<Row>(tx, `${WEIGHTS} WHERE effective_at IS NOT NULL ORDER BY effective_at DESC LIMIT 1`);
  return weightsOf(row!);
}

export function weightsOf({ version, matter, area, load, continuity, language, availability }: Row): Weights {
  return { version, values: { matter, area, load, continuity, language, availability } };
}

export const WEIGHTS = `SELECT version, matter, area, load, continuity, language, availability
  FROM mediation.assignment_weights`;
