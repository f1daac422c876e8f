import { record } from '@app/audit';
import { ClockRules } from '@app/deadlines';
import { DomainError, newId, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, publish, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { reminderStepsChanged } from './reminders.events.js';
import type { StepSettingRequest, StepSettingView } from './reminders.dto.js';
import { EVERY_RULE, StepSettings } from './step-settings.js';

/** The district's settings of when to remind. */
@Injectable()
export class StepSettingsService {
  constructor(
    private readonly database: Database,
    private readonly settings: StepSettings,
    private readonly rules: ClockRules,
  ) {}

  /** The general setting, then every rule's as it holds. */
  async list(): Promise<StepSettingView[]> {
    return this.database.transaction((tx) => this.views(tx));
  }

  /**
   * Sets when to remind of a rule's clocks, open ones included.
   * @throws DomainError reminders.unknown-rule, or a stale version
   */
  async set(actor: Actor, rule: string, request: StepSettingRequest): Promise<StepSettingView> {
    if (rule !== EVERY_RULE && !this.rules.registered().some((r) => r.code === rule)) {
      throw new DomainError('reminders.unknown-rule', { kind: 'not-found', detail: '没有这种期限。' });
    }
    return this.database.transaction(async (tx) => {
      const { steps, hour, escalateFrom, version } = request;
      const sorted = [...steps].sort((a, b) => a - b);
      const values = [rule, sorted, hour, escalateFrom];
      const [written] = await sql<{ id: Id }>(tx, version === 0 ? INSERT : UPDATE, [
        ...values,
        version === 0 ? newId() : version,
      ]);
      if (!written) throw staleVersion('reminders.step-setting');
      record(tx, actor, {
        action: 'reminders.set-steps',
        subjectType: 'step-setting',
        subjectId: written.id,
        detail: { rule, steps: sorted, hour, escalateFrom },
      });
      publish(tx, reminderStepsChanged, { rule });
      return (await this.views(tx)).find((view) => view.rule === rule)!;
    });
  }

  private async views(tx: Tx): Promise<StepSettingView[]> {
    const stored = new Map((await this.settings.stored(tx)).map((row) => [row.rule, row]));
    const settingOf = await this.settings.load(tx);
    const names = new Map([[EVERY_RULE, '所有期限'], ...this.rules.registered().map((r) => [r.code, r.name] as const)]);
    return [...names].map(([rule, ruleName]) => {
      const { steps, hour, escalateFrom } = settingOf(rule);
      return { rule, ruleName, steps: [...steps], hour, escalateFrom, version: stored.get(rule)?.version ?? 0 };
    });
  }
}

const INSERT = `
  INSERT INTO reminders.step_setting (rule, steps, hour, escalate_from, id) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING id`;

const UPDATE = `
  UPDATE reminders.step_setting SET steps = $2, hour = $3, escalate_from = $4, version = version + 1, updated_at = now()
  WHERE rule = $1 AND version = $5 RETURNING id`;
