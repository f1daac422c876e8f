import 'reflect-metadata';
import type { Tx } from '../database/database.js';
import type { EventType } from './events.js';

export const ON_EVENT = 'heyi:on-event';

/** `events` for work in the database, `delivery` for slow work outside. */
export type QueueName = 'events' | 'delivery';

export interface HandlerOptions {
  /** `<lib>.<verb>-<noun>`, unique; part of the job's id and of the inbox. */
  name: string;
  queue?: QueueName;
}

export interface HandlerMetadata extends Required<HandlerOptions> {
  event: string;
}

/** An event as its handler gets it. */
export interface EventEnvelope {
  id: string;
  occurredAt: Date;
}

/**
 * Subscribes a provider's method: `(tx, payload, envelope) => Promise<void>`. On the `events` queue it runs once for each
 * event, in the transaction that records so. On the `delivery` queue there is no transaction (`tx` is undefined) and it
 * may run again after a crash: it must recognise its own work.
 */
export function OnEvent<P extends object>(type: EventType<P>, options: HandlerOptions) {
  const metadata: HandlerMetadata = { event: type.name, queue: 'events', ...options };
  return <M extends (tx: Tx, payload: P, envelope: EventEnvelope) => Promise<void>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => Reflect.defineMetadata(ON_EVENT, metadata, descriptor.value as object);
}

export const EVERY = 'heyi:every';

export interface TickMetadata {
  name: string;
  milliseconds: number;
}

/**
 * Runs a provider's method again and again in every worker, `milliseconds` after it last ended; at once, if it answers
 * that there is more to do. Methods must be safe to run in several workers at a time (SKIP LOCKED, unique keys).
 */
export function Every(milliseconds: number, name: string) {
  const metadata: TickMetadata = { name, milliseconds };
  return <M extends () => Promise<boolean | void>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => Reflect.defineMetadata(EVERY, metadata, descriptor.value as object);
}
