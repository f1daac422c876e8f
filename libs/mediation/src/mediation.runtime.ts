import { Procedures, type CaseFacts, type DetailContext, type EffectContext, type ProcedureRuntime } from '@app/cases';
import { ClocksService, type ClockRule } from '@app/deadlines';
import type { Tx } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MediationFacts } from './domain/facts.js';
import { MEDIATION } from './domain/lifecycle.js';
import { MEDIATION_CLOCKS } from './domain/time-limits.js';
import { mediationDetail } from './mediation.detail.js';
import { MediationEffects } from './mediation.effects.js';
import { MediationFactsLoader } from './mediation.facts.js';

/** The mediation centre's procedure at work. */
@Injectable()
export class MediationRuntime implements ProcedureRuntime<MediationFacts>, OnModuleInit {
  readonly procedure = MEDIATION;
  readonly clockRules: readonly ClockRule[] = MEDIATION_CLOCKS;

  constructor(
    private readonly procedures: Procedures,
    private readonly facts: MediationFactsLoader,
    private readonly effects: MediationEffects,
    private readonly clocks: ClocksService,
  ) {}

  onModuleInit(): void {
    this.procedures.register(this);
  }

  loadFacts(tx: Tx, base: CaseFacts, input: object): Promise<MediationFacts> {
    return this.facts.load(tx, base, input);
  }

  effect(tx: Tx, context: EffectContext<MediationFacts>): Promise<void> {
    return this.effects.apply(tx, context);
  }

  detail(tx: Tx, context: DetailContext): Promise<object> {
    return mediationDetail(tx, context, this.procedures, this.clocks);
  }
}
