import { DomainError } from '@app/kernel';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiTooManyRequestsResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { FieldCipher } from '../crypto.js';

/** How much a caller may ask: `points` uses in `seconds`, counted from the first. */
export interface RatePolicy {
  /** `<lib>.<what>`, unique. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/**
 * Counts uses in PostgreSQL, so that all replicas of the api count together. Callers are kept as keyed hashes: an
 * address or a login name is nobody's business in a table. Real time, not the business clock.
 */
@Injectable()
export class RateLimiter {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** Counts one use by `caller`. @throws DomainError request.too-many with `retryAfterSeconds` once there were too many */
  async use(policy: RatePolicy, caller: string): Promise<void> {
    try {
      await this.limiter(policy).consume(this.keyOf(caller));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError('request.too-many', {
        kind: 'too-many',
        detail: '请求过于频繁，请稍后再试。',
        params: { retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) },
      });
    }
  }

  /** Forgets the caller's uses, e.g. after a login that succeeded. */
  async forgive(policy: RatePolicy, caller: string): Promise<void> {
    await this.limiter(policy).delete(this.keyOf(caller));
  }

  private keyOf(caller: string): string {
    return this.cipher.hash(caller).toString('base64url');
  }

  private limiter(policy: RatePolicy): RateLimiterPostgres {
    let limiter = this.limiters.get(policy.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: (this.dataSource.driver as unknown as { master: Pool }).master,
        storeType: 'pool',
        schemaName: 'platform',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: policy.name,
        points: policy.points,
        duration: policy.seconds,
        // Whoever is over the limit is refused by this process without asking the database again.
        inMemoryBlockOnConsumed: policy.points + 1,
      });
      this.limiters.set(policy.name, limiter);
    }
    return limiter;
  }
}

const POLICY = 'heyi:rate-policy';

@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const policy = this.reflector.get<RatePolicy>(POLICY, context.getHandler());
    try {
      await this.limiter.use(policy, http.getRequest<FastifyRequest>().ip);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'too-many') {
        http.getResponse<FastifyReply>().header('retry-after', String(error.params['retryAfterSeconds']));
      }
      throw error;
    }
    return true;
  }
}

/** Limits a route by the caller's network address; 429 with `Retry-After` beyond it. */
export const RateLimited = (policy: RatePolicy) =>
  applyDecorators(
    SetMetadata(POLICY, policy),
    UseGuards(RateLimitGuard),
    ApiTooManyRequestsResponse({ description: `More than ${policy.points} requests in ${policy.seconds} s` }),
  );
