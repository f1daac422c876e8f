import { record } from '@app/audit';
import { newId, staleVersion, type Actor, type Id } from '@app/kernel';
import { Database, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CalendarStore } from './calendar.store.js';
import { ClockRules } from './clock-rules.js';
import { unknownSetting } from './errors.js';
import type { ChangeRuleSettingRequest, RuleSettingView, SettableRuleView } from './rule-settings.dto.js';

interface StoredSetting {
  key: string;
  amount: number | null;
  version: number;
  changedBy: Id;
  changedAt: Date;
  reason: string;
}

/** The lengths that the law leaves to local practice, as the district sets them. */
@Injectable()
export class RuleSettings {
  constructor(
    private readonly database: Database,
    private readonly rules: ClockRules,
    private readonly calendars: CalendarStore,
  ) {}

  async list(): Promise<RuleSettingView[]> {
    const stored = await this.database.read<StoredSetting>(
      `SELECT key, amount, version, changed_by AS "changedBy", changed_at AS "changedAt", reason
       FROM deadlines.rule_setting`,
    );
    return [...this.settable()].map(([key, rules]) => {
      const setting = stored.find((each) => each.key === key);
      return {
        key,
        amount: setting?.amount ?? null,
        version: setting?.version ?? 0,
        changedBy: setting?.changedBy ?? null,
        changedAt: setting?.changedAt ?? null,
        reason: setting?.reason ?? null,
        rules,
      };
    });
  }

  /**
   * Sets a length for clocks that start from now on; clocks that run keep theirs.
   * @throws DomainError deadlines.unknown-setting, deadlines.rule-setting.stale-version
   */
  async change(actor: Actor, request: ChangeRuleSettingRequest): Promise<RuleSettingView> {
    const { key, amount, reason } = request;
    if (!this.settable().has(key)) throw unknownSetting(key);
    await this.database.transaction(async (tx) => {
      const before = (await this.calendars.lock(tx)).amounts.get(key) ?? null;
      const id = await this.write(tx, actor, request);
      if (id === undefined) throw staleVersion('deadlines.rule-setting');
      record(tx, actor, {
        action: 'deadlines.change-setting',
        subjectType: 'rule-setting',
        subjectId: id,
        detail: { key, before, after: amount, reason },
      });
    });
    this.calendars.changed();
    return (await this.list()).find((each) => each.key === key)!;
  }

  /** The setting's id, or undefined if its version is another. */
  private async write(tx: Tx, actor: Actor, request: ChangeRuleSettingRequest): Promise<Id | undefined> {
    const { key, amount, version, reason } = request;
    const text =
      version === 0
        ? `INSERT INTO deadlines.rule_setting (key, amount, changed_by, reason, id) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (key) DO NOTHING RETURNING id`
        : `UPDATE deadlines.rule_setting SET amount = $2, changed_by = $3, reason = $4, changed_at = now(),
             version = version + 1 WHERE key = $1 AND version = $5 RETURNING id`;
    const [row] = await sql<{ id: Id }>(tx, text, [
      key,
      amount,
      actor.personId,
      reason,
      version === 0 ? newId() : version,
    ]);
    return row?.id;
  }

  private settable(): Map<string, SettableRuleView[]> {
    const settable = new Map<string, SettableRuleView[]>();
    for (const { setting, code, variant, name, unit, amount, article } of this.rules.registered()) {
      if (setting === undefined) continue;
      const rule = { code, variant: variant ?? null, name, unit, amount, article };
      settable.set(setting, [...(settable.get(setting) ?? []), rule]);
    }
    return settable;
  }
}
