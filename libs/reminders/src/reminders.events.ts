import type { Id } from '@app/kernel';
import { defineEvent } from '@app/platform';

/** The district has set when to remind of a rule's clocks (`*`: of every rule's). */
export const reminderStepsChanged = defineEvent<{ rule: string }>('reminder-steps.changed');

/** Open clocks are to be planned anew, a portion at a time: those of a rule (null: of all) that follow `after`. */
export const replanWanted = defineEvent<{ rule: string | null; after: Id | null }>('replan.wanted');
