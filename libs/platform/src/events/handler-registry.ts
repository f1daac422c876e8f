import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tx } from '../database/database.js';
import { EVERY, ON_EVENT, type EventEnvelope, type HandlerMetadata, type TickMetadata } from './on-event.js';

export interface Handler extends HandlerMetadata {
  run(tx: Tx, payload: object, envelope: EventEnvelope): Promise<void>;
}

export interface Tick extends TickMetadata {
  run(): Promise<boolean | void>;
}

/** Every event handler and tick of this process, found once at start. @throws Error if two share a name. */
@Injectable()
export class HandlerRegistry implements OnApplicationBootstrap {
  private readonly byEvent = new Map<string, Handler[]>();
  private readonly byName = new Map<string, Handler>();
  readonly ticks: Tick[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        this.add(instance as Record<string, unknown>, key);
      }
    }
  }

  handlersOf(event: string): readonly Handler[] {
    return this.byEvent.get(event) ?? [];
  }

  handler(name: string): Handler | undefined {
    return this.byName.get(name);
  }

  private add(instance: Record<string, unknown>, key: string): void {
    const method = instance[key];
    if (typeof method !== 'function') return;
    const on = this.reflector.get<HandlerMetadata | undefined>(ON_EVENT, method);
    if (on) {
      if (this.byName.has(on.name)) throw new Error(`two event handlers are called ${on.name}`);
      const handler: Handler = { ...on, run: method.bind(instance) as Handler['run'] };
      this.byName.set(on.name, handler);
      this.byEvent.set(on.event, [...this.handlersOf(on.event), handler]);
    }
    const every = this.reflector.get<TickMetadata | undefined>(EVERY, method);
    if (every) {
      if (this.ticks.some((t) => t.name === every.name)) throw new Error(`two ticks are called ${every.name}`);
      this.ticks.push({ ...every, run: method.bind(instance) as Tick['run'] });
    }
  }
}
