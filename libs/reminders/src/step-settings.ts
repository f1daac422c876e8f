import { ClockRules } from '@app/deadlines';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { StepSetting } from './domain/plan.js';

/** The row that holds for every rule without one of its own. */
export const EVERY_RULE = '*';

export interface StoredStepSetting extends StepSetting {
  rule: string;
  version: number;
}

/** When to remind: the district's row for a rule, else the rule's own steps, else the district's row for all. */
@Injectable()
export class StepSettings {
  constructor(private readonly rules: ClockRules) {}

  /** The setting of each rule, as it is now. */
  async load(tx: Tx): Promise<(rule: string) => StepSetting> {
    const rows = new Map((await this.stored(tx)).map((row) => [row.rule, row]));
    const general = rows.get(EVERY_RULE)!;
    return (rule) => {
      const own = rows.get(rule);
      if (own) return own;
      const steps = this.rules.registered().find((r) => r.code === rule && r.remindSteps)?.remindSteps;
      return steps ? { ...general, steps } : general;
    };
  }

  async stored(tx: Tx): Promise<StoredStepSetting[]> {
    return sql<StoredStepSetting>(
      tx,
      `SELECT rule, steps, hour, escalate_from AS "escalateFrom", version FROM reminders.step_setting ORDER BY rule`,
    );
  }
}
