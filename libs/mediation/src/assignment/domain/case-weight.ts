/** Tenths of an ordinary case in hand: the unit of every load here, so that loads are whole numbers. */
export const ORDINARY = 10;

/** What an open case weighs by its state [L]; a state that is not named weighs as much as one in hand. */
export const WEIGHT_OF_STATE: Readonly<Record<string, number>> = {
  PAUSED: 5,
  AGREED: 5,
  AGREEMENT_EFFECTIVE: 3,
  CONFIRMATION_PENDING: 3,
  CONFIRMED: 2,
  CONFIRMATION_REFUSED: 3,
  PERFORMING: 2,
  FOLLOW_UP: 2,
  TERMINATED: 2,
};

/** A major or complex case is that many ordinary ones [L]. */
export const MAJOR_TIMES = 2;

/** SQL: the weight of the case file `file` whose mediation is `own`. */
export function weightSql(file: string, own: string): string {
  const states = Object.entries(WEIGHT_OF_STATE).map(([state, weight]) => `WHEN '${state}' THEN ${weight}`);
  return `(CASE ${file}.state ${states.join(' ')} ELSE ${ORDINARY} END * CASE WHEN ${own}.major THEN ${MAJOR_TIMES} ELSE 1 END)`;
}
