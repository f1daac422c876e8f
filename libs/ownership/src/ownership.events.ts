import { defineEvent } from '@app/platform';

/** The rule by which disputes become candidates for the list has a new version. */
export const entryRuleChanged = defineEvent<{ version: number }>('entry-rule.changed');
