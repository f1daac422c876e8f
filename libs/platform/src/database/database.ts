import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Conversation, type Statement } from './conversation.js';

/** A running transaction. A signature with a `Tx` joins the caller's transaction; one without opens its own. */
export type Tx = EntityManager;

interface TxState {
  conversation: Conversation;
  /** Something was collected that is written at the end: others may be waiting for what it locks. */
  writes: boolean;
  /** Statements sent and not waited for. */
  sent: Promise<unknown>[];
  beforeCommit: Map<string, (tx: Tx) => void | Promise<void>>;
}

const states = new WeakMap<Tx, TxState>();

function stateOf(tx: Tx): TxState {
  const state = states.get(tx);
  if (!state) throw new Error('not inside Database.transaction');
  return state;
}

/**
 * SQL inside a transaction. Each distinct text is prepared once per connection, so `text` must be constant and all values
 * parameters.
 */
export async function sql<R = Record<string, unknown>>(tx: Tx, text: string, values: unknown[] = []): Promise<R[]> {
  return (await stateOf(tx).conversation.say(prepared(text, values))).rows as R[];
}

/**
 * Sends a statement whose result nobody needs, without waiting: the transaction waits for all of them before it is
 * committed, and fails if one fails. Saves a round trip each, and keeps row locks short.
 */
export function send(tx: Tx, text: string, values: unknown[] = []): void {
  const state = stateOf(tx);
  state.sent.push(state.conversation.say(prepared(text, values)));
}

/**
 * Runs `hook` last in the transaction, once per `key`, in the order the keys first came. For what collects over a
 * transaction (events, audit) and for what locks something everybody needs (numbers).
 */
export function beforeCommit(tx: Tx, key: string, hook: (tx: Tx) => void | Promise<void>): void {
  const state = stateOf(tx);
  state.writes = true;
  if (!state.beforeCommit.has(key)) state.beforeCommit.set(key, hook);
}

/** Transactions and plain reads over TypeORM's pool. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; rolls back if it, or any statement it sent, fails. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const conversation = new Conversation((await runner.connect()) as PoolClient);
      const state: TxState = { conversation, writes: false, sent: [], beforeCommit: new Map() };
      const tx = runner.manager;
      states.set(tx, state);
      // TypeORM must know of the transaction, or it would open its own; the statement itself need not be waited for.
      (runner as { isTransactionActive: boolean }).isTransactionActive = true;
      state.sent.push(conversation.say(BEGIN), conversation.say(PLAN_ONCE));
      try {
        const result = await work(tx);
        await runHooks(tx, state.beforeCommit);
        await (state.writes ? commitEarly(state) : settle(state.sent, conversation.say(COMMIT)));
        return result;
      } catch (error) {
        // The statement that failed first says why; later ones only say that the transaction is aborted.
        const sent = await Promise.allSettled([...state.sent, conversation.say(ROLLBACK)]);
        throw isAborted(error) ? (sent.find((s) => s.status === 'rejected')?.reason ?? error) : error;
      } finally {
        (runner as { isTransactionActive: boolean }).isTransactionActive = false;
        states.delete(tx);
      }
    } finally {
      await runner.release();
    }
  }

  /** A read outside any transaction; prepared once per connection. */
  async read<R = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.pool.query(prepared(text, values))).rows as R[];
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** A hook may ask for another, also for one that has run already. */
async function runHooks(tx: Tx, hooks: TxState['beforeCommit']): Promise<void> {
  for (const [key, hook] of hooks) {
    hooks.delete(key);
    await hook(tx);
  }
}

const names = new Map<string, string>();

const BEGIN = prepared('BEGIN', []);
/**
 * A transaction mostly reads by key and writes: planning each statement for its values again and again would cost more
 * than running it.
 */
const PLAN_ONCE = prepared('SET LOCAL plan_cache_mode = force_generic_plan', []);
const LATE_DISK = prepared('SET LOCAL synchronous_commit = off', []);
const COMMIT = prepared('COMMIT', []);
const ROLLBACK = prepared('ROLLBACK', []);
/** Written in a transaction of its own, and synchronously: it returns when the log is on disk up to here. */
const FLUSH = prepared(`SELECT pg_logical_emit_message(true, 'heyi', '')`, []);

/**
 * Commits so that locks are let go before the disk has the commit, and returns when it has. Numbers and audit chains are
 * rows that everybody writes: held until the disk answers, they would let one transaction at a time commit. Nothing is
 * less safe: whoever builds on what was let go comes later in the log, so a crash cannot keep his and lose ours; and
 * nobody is told of a commit that is not on disk.
 */
async function commitEarly({ conversation, sent }: TxState): Promise<void> {
  sent.push(conversation.say(LATE_DISK));
  const commit = conversation.say(COMMIT);
  const flushed = conversation.say(FLUSH);
  await settle(sent, commit);
  await flushed;
}

function prepared(text: string, values: unknown[]): Statement & { values: unknown[] } {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
  }
  return { name, text, values };
}

async function settle(sent: Promise<unknown>[], commit: Promise<QueryResult>): Promise<void> {
  const failed = (await Promise.allSettled([...sent, commit])).find((s) => s.status === 'rejected');
  if (failed) throw failed.reason;
  // PostgreSQL answers COMMIT of an aborted transaction with ROLLBACK and no error.
  if ((await commit).command !== 'COMMIT')
    throw new Error('the transaction was rolled back: an error in it was ignored');
}

const isAborted = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '25P02';
