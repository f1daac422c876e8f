import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

export const ALLOW = 'heyi:allow';
export const PUBLIC = 'heyi:public';

/** The permission a route needs. A route with neither this nor {@link Public} is refused, and stops the start. */
export const Allow = (permission: string) => SetMetadata(ALLOW, permission);

/** A route that needs no login. */
export const Public = () => SetMetadata(PUBLIC, true);

export interface HeyiRequest extends FastifyRequest {
  actor?: Actor;
}

/** The person who is logged in, as the guard found them. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<HeyiRequest>();
  if (!actor) throw new Error('no actor on a route that is not public');
  return actor;
});
