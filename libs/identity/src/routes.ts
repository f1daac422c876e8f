import { ALLOW, PUBLIC } from '@app/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

const METHOD = 'method';

/** A route of the application and who may use it. */
export interface DeclaredRoute {
  controller: string;
  handler: string;
  permission: string | undefined;
  isPublic: boolean;
}

/** Every route of the application, from its controllers. */
export function declaredRoutes(app: Pick<INestApplicationContext, 'get'>): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const reflector = app.get(Reflector);
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] as () => void }))
        .filter(({ handler }) => Reflect.hasMetadata(METHOD, handler))
        .map(({ name, handler }) => ({
          controller: (metatype as { name: string }).name,
          handler: name,
          permission: reflector.getAllAndOverride<string | undefined>(ALLOW, [handler, metatype as () => void]),
          isPublic:
            reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [handler, metatype as () => void]) ?? false,
        }));
    });
}

/** @throws Error naming every route that says neither who may use it nor that everybody may */
export function assertEveryRouteDeclares(app: Pick<INestApplicationContext, 'get'>): void {
  const silent = declaredRoutes(app).filter((r) => r.permission === undefined && !r.isPublic);
  if (silent.length > 0) {
    throw new Error(
      `routes without @Allow or @Public: ${silent.map((r) => `${r.controller}.${r.handler}`).join(', ')}`,
    );
  }
}
