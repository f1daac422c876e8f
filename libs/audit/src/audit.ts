import { newId, SYSTEM, type Actor, type Id } from '@app/kernel';
import { beforeCommit, businessTime, send, type Tx } from '@app/platform';

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

/**
 * How a record has changed, for those who fold the trail. `is` names shape and version, e.g. `clock-moved/1`; what else
 * there is are ids and legal facts. A shape never changes: a new one gets the next version, and whoever folds knows both.
 */
export interface Change {
  readonly is: string;
}

type Subject = Pick<Act, 'subjectType' | 'subjectId' | 'scopeId'>;

interface Pending extends Act {
  id: Id;
  actor: Actor;
}

interface Collected {
  acts: Pending[];
  changes: Map<Id, { subject: Subject; changes: Change[] }>;
}

/** The act that carries changes of a record about which its transaction records no act of its own. */
export const CHANGES_ONLY = 'audit.note-changes';
const CLOCKS_AGREE_MS = 60_000;

const collected = new WeakMap<Tx, Collected>();

/** Records an act in the transaction that does it. */
export function record(tx: Tx, actor: Actor, act: Act): void {
  collectedIn(tx).acts.push({ id: newId(), actor, ...act });
}

/**
 * Notes how a record has changed. The changes of a transaction are kept, in their order, as `changes` in the detail of
 * the last act it records about that record, so they cost no statement and no entry of their own.
 */
export function noteChange(tx: Tx, subject: Subject, change: Change): void {
  const { changes } = collectedIn(tx);
  const noted = changes.get(subject.subjectId);
  if (noted) noted.changes.push(change);
  else changes.set(subject.subjectId, { subject, changes: [change] });
}

/** Forgets what was collected: for a caller that has rolled back to a savepoint set before anything was done. */
export function forget(tx: Tx): void {
  const found = collected.get(tx);
  found?.acts.splice(0);
  found?.changes.clear();
}

/**
 * For the detail of an act that changes a record: the business clock's time, if it is not the database's. That is so in
 * the demo and in tests; elsewhere an entry's own stamp says when it was.
 */
export function momentOf(tx: Tx): { moment?: string } {
  const moment = businessTime(tx);
  return Math.abs(moment.getTime() - Date.now()) > CLOCKS_AGREE_MS ? { moment: moment.toISOString() } : {};
}

function collectedIn(tx: Tx): Collected {
  let found = collected.get(tx);
  if (!found) {
    found = { acts: [], changes: new Map() };
    collected.set(tx, found);
    beforeCommit(tx, 'audit', append);
  }
  return found;
}

/** Chains are locked in order of their number, so that two transactions cannot wait for each other. */
function append(tx: Tx): void {
  const { acts, changes } = collectedIn(tx);
  collected.delete(tx);
  const moment = momentOf(tx);
  for (const noted of changes.values()) {
    const act = carrier(acts, noted.subject);
    act.detail = { ...act.detail, changes: noted.changes, ...moment };
  }
  if (acts.length === 0) return;
  const entries = acts.map((a) => ({
    id: a.id,
    chain: Number.parseInt(a.subjectId.slice(-2), 16) % CHAINS,
    actorId: a.actor.personId,
    requestId: a.actor.requestId ?? null,
    action: a.action,
    subjectType: a.subjectType,
    subjectId: a.subjectId,
    scopeId: a.scopeId ?? null,
    detail: { ...a.detail, ...covering(a.actor) },
  }));
  entries.sort((a, b) => a.chain - b.chain);
  send(tx, 'SELECT audit.append($1::jsonb)', [JSON.stringify(entries)]);
}

/** Whom the actor stands in for on this day: whoever reads the trail sees that he may have acted for them. */
function covering({ covers = [] }: Actor): { covering?: readonly Id[] } {
  return covers.length === 0 ? {} : { covering: covers };
}

/** The last act about the record; one made for the purpose, by whoever else acts in the transaction, if there is none. */
function carrier(acts: Pending[], subject: Subject): Pending {
  const found = acts.findLast((act) => act.subjectId === subject.subjectId);
  if (found) return found;
  const act = { id: newId(), actor: acts.at(-1)?.actor ?? SYSTEM, action: CHANGES_ONLY, ...subject };
  acts.push(act);
  return act;
}
