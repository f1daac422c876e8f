import { newId, type Id } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import type { Context } from '../effects/rows.js';
import { arriving } from './domain/guards.js';
import { firstOf } from './domain/rank.js';
import { snapshotOf, type Snapshot } from './domain/snapshot.js';

/** Steps that give the case to somebody. */
const ASSIGNS = ['assign-committee', 'reassign-committee', 'choose-mediator', 'appoint-mediator', 'replace-mediator'];

/** Keeps what an assignment was decided on, in the transaction of its step. */
export function keepSnapshot(tx: Tx, { facts, input, transition, actor, today }: Context): void {
  const chosen = arriving(facts, input);
  if (facts.ranking === null || chosen.length === 0 || !ASSIGNS.includes(transition.name)) return;
  const { ranked } = facts.ranking;
  const overridden = ranked.filter((r) => chosen.includes(r.id)).flatMap((r) => r.exclusions);
  const { deviationReason = null } = input as { deviationReason?: string };
  insertSnapshot(tx, snapshotOf(facts.ranking), {
    id: newId(),
    caseId: facts.caseId,
    step: transition.name,
    madeOn: today,
    madeBy: actor.personId,
    chosen,
    first: firstOf(ranked, chosen.length),
    reason: deviationReason,
    overridden,
  });
}

interface Made {
  id: Id;
  caseId: Id;
  step: string;
  madeOn: string;
  madeBy: Id;
  chosen: readonly Id[];
  first: readonly Id[];
  reason: string | null;
  overridden: readonly string[];
}

function insertSnapshot(tx: Tx, snapshot: Snapshot, made: Made): void {
  const { kind, subject, candidates, weights, ranking } = snapshot;
  send(
    tx,
    `INSERT INTO mediation.assignment_snapshot (id, case_id, step, made_on, made_by, chosen, first, reason, overridden,
       kind, weights_version, subject, candidates, weights, ranking)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[made.id, made.caseId, made.step, made.madeOn, made.madeBy, made.chosen, made.first, made.reason],
      ...[[...new Set(made.overridden)], kind, weights.version],
      ...[subject, candidates, weights, ranking].map((part) => JSON.stringify(part)),
    ],
  );
}

/** A row as it is replayed. */
export const SNAPSHOT = `SELECT s.id, s.kind, s.subject, s.candidates, s.weights, s.ranking, s.chosen
  FROM mediation.assignment_snapshot s`;
