import { newId, type Actor, type Id } from '@app/kernel';
import { beforeCommit, send, type Tx } from '@app/platform';

/** How many chains there are: entries of one subject are on one chain, so that writers of different cases do not queue. */
export const CHAINS = 64;

/** An act to be kept. `detail` holds ids and facts, no personal data. */
export interface Act {
  /** `<lib>.<verb-noun>` */
  action: string;
  subjectType: string;
  subjectId: Id;
  scopeId?: Id;
  detail?: Record<string, unknown>;
}

interface Pending extends Act {
  id: Id;
  actor: Actor;
}

const collected = new WeakMap<Tx, Pending[]>();

/** Records an act in the transaction that does it. */
export function record(tx: Tx, actor: Actor, act: Act): void {
  const acts = collected.get(tx) ?? [];
  if (acts.length === 0) {
    collected.set(tx, acts);
    beforeCommit(tx, 'audit', append);
  }
  acts.push({ id: newId(), actor, ...act });
}

/** Chains are locked in order of their number, so that two transactions cannot wait for each other. */
function append(tx: Tx): void {
  const acts = collected.get(tx) ?? [];
  collected.delete(tx);
  const entries = acts.map((a) => ({
    id: a.id,
    chain: Number.parseInt(a.subjectId.slice(-2), 16) % CHAINS,
    actorId: a.actor.personId,
    requestId: a.actor.requestId ?? null,
    action: a.action,
    subjectType: a.subjectType,
    subjectId: a.subjectId,
    scopeId: a.scopeId ?? null,
    detail: a.detail ?? {},
  }));
  entries.sort((a, b) => a.chain - b.chain);
  send(tx, 'SELECT audit.append($1::jsonb)', [JSON.stringify(entries)]);
}
