import { DomainError, type Actor, type Id } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql, type Tx } from '../database/database.js';

const SHAPE = /^[\x21-\x7e]{1,200}$/;

/** The request's `Idempotency-Key`, if it has one. @throws DomainError request.bad-idempotency-key */
export const IdempotencyKeyHeader = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const value = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && SHAPE.test(value)) return value;
    throw new DomainError('request.bad-idempotency-key', {
      kind: 'invalid',
      detail: 'Idempotency-Key 应为 1 至 200 个可见 ASCII 字符。',
    });
  },
);

/** Documents the header on a route that creates. */
export const Idempotent = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Repeating a request with the same key answers with the record it made the first time.',
  });

/**
 * Does `create`, which makes the record `id`, once for a person's key. Repeated with the same request, it answers the id
 * made then; a second request that comes while the first runs waits for it. Without a key it just creates.
 * @throws DomainError request.idempotency-key-reused if the key was used for another request
 */
export async function idempotently(
  tx: Tx,
  actor: Actor,
  key: string | undefined,
  request: unknown,
  id: Id,
  create: (id: Id) => Promise<void>,
): Promise<{ id: Id; repeated: boolean }> {
  if (key === undefined) {
    await create(id);
    return { id, repeated: false };
  }
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  const inserted = await sql(
    tx,
    `INSERT INTO platform.idempotency_key (person_id, key, request_hash, result_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [actor.personId, key, hash, id],
  );
  if (inserted.length > 0) {
    await create(id);
    return { id, repeated: false };
  }
  const [first] = await sql<{ request_hash: Buffer; result_id: Id }>(
    tx,
    'SELECT request_hash, result_id FROM platform.idempotency_key WHERE person_id = $1 AND key = $2',
    [actor.personId, key],
  );
  if (!first || !first.request_hash.equals(hash)) {
    throw new DomainError('request.idempotency-key-reused', {
      kind: 'conflict',
      detail: '该 Idempotency-Key 已用于另一请求，请换一个。',
    });
  }
  return { id: first.result_id, repeated: true };
}
