import { v7 } from 'uuid';

/** A record's identity: a UUID, time-ordered so that indexes grow at one end. */
export type Id = string;

export function newId(): Id {
  return v7();
}

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: unknown): value is Id {
  return typeof value === 'string' && SHAPE.test(value);
}
