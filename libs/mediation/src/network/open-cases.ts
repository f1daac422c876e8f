import { MEDIATION_STATES } from '../domain/states.js';

const OPEN_STATES = Object.entries(MEDIATION_STATES).flatMap(([state, { open }]) => (open ? [`'${state}'`] : []));

/**
 * SQL: open mediations `f`, by a range of the index on procedure and state. How many there are depends on the work of today,
 * not on that of the years before, which stays with committees and mediators for good.
 */
export const OPEN_MEDIATION = `f.procedure = 'mediation' AND f.state IN (${OPEN_STATES.join(', ')})`;
