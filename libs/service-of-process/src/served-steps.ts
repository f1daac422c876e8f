import type { Actor } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Delivery } from './delivery.store.js';
import type { PaperTag } from './domain/papers.js';
import type { ServiceRecord } from './domain/record.js';

/** A service that is being recorded at the register. */
export interface Served {
  readonly delivery: Delivery;
  readonly record: ServiceRecord;
}

/**
 * Performs the step of the case that the service of a paper is, in the same transaction; the step's effect writes the
 * register by `ServiceRegister.serve`. False if no step follows from this one: the register then writes it itself.
 */
export type ServedStep = (tx: Tx, actor: Actor, served: Served) => Promise<boolean>;

/** Which step of a case follows from the service of which paper. Each procedure registers its own when it starts. */
@Injectable()
export class ServedSteps {
  private readonly steps = new Map<PaperTag, ServedStep>();

  /** @throws Error if the paper has a step already */
  register(paper: PaperTag, step: ServedStep): void {
    if (this.steps.has(paper)) throw new Error(`two steps for the service of ${paper}`);
    this.steps.set(paper, step);
  }

  /** @returns whether a step was performed */
  async perform(tx: Tx, actor: Actor, served: Served): Promise<boolean> {
    return (await this.steps.get(served.delivery.paper)?.(tx, actor, served)) ?? false;
  }
}
