import { newId } from '@app/kernel';
import { beforeCommit, send, type Tx } from '../database/database.js';

/** The type of an event; `P` is its payload: ids and facts, no personal data, changed by adding fields only. */
export interface EventType<P extends object> {
  readonly name: string;
  /** Never set: carries the payload's type. */
  readonly payload?: P;
}

/** Declares an event. Its name is `<noun>.<past-tense>`. */
export function defineEvent<P extends object>(name: string): EventType<P> {
  return { name };
}

const collected = new WeakMap<Tx, { id: string; name: string; payload: object }[]>();

/** Writes an event to the outbox in the transaction: it is delivered if, and only if, the transaction commits. */
export function publish<P extends object>(tx: Tx, type: EventType<P>, payload: P): void {
  const events = collected.get(tx) ?? [];
  if (events.length === 0) {
    collected.set(tx, events);
    beforeCommit(tx, 'platform.outbox', writeOutbox);
  }
  events.push({ id: newId(), name: type.name, payload });
}

function writeOutbox(tx: Tx): void {
  const events = collected.get(tx) ?? [];
  collected.delete(tx);
  send(
    tx,
    `INSERT INTO platform.outbox (id, name, payload)
     SELECT id, name, payload FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS e(id, name, payload)`,
    [events.map((e) => e.id), events.map((e) => e.name), events.map((e) => JSON.stringify(e.payload))],
  );
}
