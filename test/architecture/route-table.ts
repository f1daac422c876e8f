import { declaredRoutes, type DeclaredRoute } from '@app/identity';
import { RequestMethod, type INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Test } from 'supertest';
import type { Agent } from '../support/app.js';
import type { Call } from './calls.js';

export interface Route extends DeclaredRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without the prefix `/api/v1`. */
  path: string;
  /** `GET /disputes/:id` */
  key: string;
}

/** Every route of the application as Nest has it, with its method and path. */
export function routesOf(app: INestApplicationContext): Route[] {
  const discovery = app.get(DiscoveryService, { strict: false });
  const controllers = new Map(
    discovery
      .getControllers()
      .map(({ metatype }) => [(metatype as { name: string }).name, metatype as unknown as new () => object]),
  );
  return declaredRoutes(discovery).map((route) => {
    const controller = controllers.get(route.controller)!;
    const handler = (controller.prototype as Record<string, object>)[route.handler]!;
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] as Route['method'];
    const path = [Reflect.getMetadata('path', controller), Reflect.getMetadata('path', handler)]
      .map((part) => String(part).replace(/^\/|\/$/g, ''))
      .filter((part) => part !== '')
      .map((part) => `/${part}`)
      .join('');
    return { ...route, method, path, key: `${method} ${path}` };
  });
}

/** As little of a PDF as is known for one. */
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

/** Where a call of a route goes. */
export function addressOf(route: Route, { params = {}, query }: Call): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
  return query ? `${path}?${new URLSearchParams(query).toString()}` : path;
}

/** A call on its way, without its body. */
export function begin(agent: Agent, route: Route, call: Call): Test {
  const request = agent[route.method.toLowerCase() as keyof Agent](addressOf(route, call));
  return call.headers ? request.set(call.headers) : request;
}

/** A call on its way. */
export function send(agent: Agent, route: Route, call: Call): Test {
  const request = begin(agent, route, call);
  if (call.form) {
    for (const [key, value] of Object.entries(call.form)) void request.field(key, value);
    return request.attach('file', PDF, 'file.pdf');
  }
  if (call.file !== undefined) return request.attach('file', call.file, 'upload');
  return call.body ? request.send(call.body) : request;
}
