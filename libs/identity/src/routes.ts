import { ALLOW, PUBLIC } from '@app/platform';
import { MetadataScanner, Reflector, type DiscoveryService } from '@nestjs/core';

const METHOD = 'method';

/** A route of the application and who may use it. */
export interface DeclaredRoute {
  controller: string;
  handler: string;
  permission: string | undefined;
  isPublic: boolean;
}

/** Every route of the application, from its controllers. */
export function declaredRoutes(discovery: DiscoveryService): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const reflector = new Reflector();
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, handler: prototype[name] as () => void }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD, handler))
      .map(({ name, handler }) => ({
        controller: (metatype as { name: string }).name,
        handler: name,
        permission: reflector.getAllAndOverride<string | undefined>(ALLOW, [handler, metatype as () => void]),
        isPublic: reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [handler, metatype as () => void]) ?? false,
      }));
  });
}

/** @throws Error naming every route that says neither who may use it nor that everybody may */
export function assertEveryRouteDeclares(discovery: DiscoveryService): void {
  const silent = declaredRoutes(discovery).filter((r) => r.permission === undefined && !r.isPublic);
  if (silent.length > 0) {
    throw new Error(
      `routes without @Allow or @Public: ${silent.map((r) => `${r.controller}.${r.handler}`).join(', ')}`,
    );
  }
}
