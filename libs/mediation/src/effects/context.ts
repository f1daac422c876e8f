import type { EffectContext } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import type { Tx } from '@app/platform';
import type { MediationFacts } from '../domain/facts.js';

export type Context<I extends object = object> = EffectContext<MediationFacts, I>;

/** What a step writes; some start clocks of their own, one for each obligation. */
export type Effect = (tx: Tx, context: Context<never>, clocks: ClocksService) => void | Promise<void>;

export type EffectTable = Readonly<Record<string, Effect>>;
