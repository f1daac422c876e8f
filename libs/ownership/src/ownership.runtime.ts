import {
  Procedures,
  type CaseFacts,
  type DetailContext,
  type EffectContext,
  type ProcedureRuntime,
  type RefusedStep,
} from '@app/cases';
import type { ClockRule } from '@app/deadlines';
import { Clock } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { OwnershipFacts } from './domain/facts.js';
import { OWNERSHIP } from './domain/lifecycle.js';
import { OWNERSHIP_CLOCKS } from './domain/time-limits.js';
import { ownershipDetail } from './ownership.detail.js';
import { Refusals } from './instructions/refusals.js';
import { OwnershipEffects } from './ownership.effects.js';
import { OwnershipFactsLoader } from './ownership.facts.js';

/** Leaders' case ownership at work. */
@Injectable()
export class OwnershipRuntime implements ProcedureRuntime<OwnershipFacts>, OnModuleInit {
  readonly procedure = OWNERSHIP;
  readonly clockRules: readonly ClockRule[] = OWNERSHIP_CLOCKS;

  constructor(
    private readonly procedures: Procedures,
    private readonly facts: OwnershipFactsLoader,
    private readonly effects: OwnershipEffects,
    private readonly refusals: Refusals,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.procedures.register(this);
  }

  loadFacts(tx: Tx, base: CaseFacts): Promise<OwnershipFacts> {
    return this.facts.load(tx, base);
  }

  effect(tx: Tx, context: EffectContext<OwnershipFacts>): Promise<void> {
    return this.effects.apply(tx, context);
  }

  refused(tx: Tx, step: RefusedStep): Promise<void> {
    return this.refusals.keep(tx, step);
  }

  detail(tx: Tx, context: DetailContext): Promise<object> {
    return ownershipDetail(tx, context, this.clock.today());
  }
}
