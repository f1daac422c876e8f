import type { EffectContext, Participants } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import type { Tx } from '@app/platform';
import type { OwnershipFacts } from '../domain/facts.js';
import type { TaskLists } from '../lists/task-lists.js';

export type Context<I extends object = object> = EffectContext<OwnershipFacts, I>;

/** What effects write through besides the ownership's own tables. */
export interface EffectServices {
  readonly participants: Participants;
  readonly clocks: ClocksService;
  readonly lists: TaskLists;
}

type Effect = (tx: Tx, context: Context<never>, services: EffectServices) => void | Promise<void>;
export type EffectTable = Readonly<Record<string, Effect>>;
