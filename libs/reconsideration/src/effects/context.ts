import type { EffectContext } from '@app/cases';
import type { Tx } from '@app/platform';
import type { ReconsiderationFacts } from '../domain/facts.js';

export type Context<I extends object = object> = EffectContext<ReconsiderationFacts, I>;

/** What a step writes; `never` lets steps of different inputs stand in one table. */
export type Effect = (tx: Tx, context: Context<never>) => void | Promise<void>;
