import { record } from '@app/audit';
import { Clock, DomainError, newId, staleVersion, type Actor } from '@app/kernel';
import { Database, publish, sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { EntryRule } from '../domain/entry-rule.js';
import type { Practice } from '../domain/practice.js';
import { entryRuleChanged } from '../ownership.events.js';
import type {
  OwnershipSettingsView,
  SetEntryRuleRequest,
  SetPracticeRequest,
  SettingVersionView,
} from './settings.dto.js';
import { NEWEST_SETTINGS, settingsOf, type Settings } from './settings.store.js';

type Kind = SettingVersionView['kind'];

/** The rule of entry, and the practice of marking: versioned settings, each with its author, day and reason. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What holds now. */
  async current(): Promise<Settings> {
    return settingsOf(await this.database.read(NEWEST_SETTINGS));
  }

  async view(): Promise<OwnershipSettingsView> {
    const [{ entryRule, practice, ...versions }, history] = await Promise.all([
      this.current(),
      this.database.read<SettingVersionView>(HISTORY),
    ]);
    return { entryRule: { ...entryRule, tags: [...entryRule.tags] }, practice, ...versions, history };
  }

  /** Sets the rule of entry; disputes that fulfil it become candidates in the background. @throws as {@link set} */
  async setEntryRule(actor: Actor, request: SetEntryRuleRequest): Promise<OwnershipSettingsView> {
    const { version, reason, compensation, keyLitigation, minParties, minAmount, media, earlierLoss, tags } = request;
    const rule: EntryRule = { compensation, keyLitigation, minParties, minAmount, media, earlierLoss, tags };
    await this.database.transaction(async (tx) => {
      await this.set(tx, actor, 'ENTRY_RULE', version, rule, reason);
      publish(tx, entryRuleChanged, { version: version + 1 });
    });
    return this.view();
  }

  /** Sets when cases are marked and stuck. @throws DomainError ownership.red-before-yellow, and as {@link set} */
  async setPractice(actor: Actor, request: SetPracticeRequest): Promise<OwnershipSettingsView> {
    const { version, reason, yellowWorkdays, redWorkdays, resolveNearDays } = request;
    const { idleDays, suspendedDays, awaitingDays } = request;
    if (redWorkdays < yellowWorkdays) throw redBeforeYellow();
    const marks = { yellowWorkdays, redWorkdays, resolveNearDays };
    const practice: Practice = { ...marks, idleDays, suspendedDays, awaitingDays };
    await this.database.transaction((tx) => this.set(tx, actor, 'PRACTICE', version, practice, reason));
    return this.view();
  }

  /** The next version; who read another is told so. @throws DomainError ownership.setting.stale-version */
  private async set(
    tx: Tx,
    actor: Actor,
    kind: Kind,
    version: number,
    content: EntryRule | Practice,
    reason: string,
  ): Promise<void> {
    const id = newId();
    const values = [kind, version, id, JSON.stringify(content), reason, actor.personId, this.clock.now()];
    const [set] = await sql(tx, SET, values);
    if (!set) throw staleVersion('ownership.setting');
    record(tx, actor, {
      action: 'ownership.change-setting',
      subjectType: 'ownership-setting',
      subjectId: id,
      detail: { kind, version: version + 1, content, reason },
    });
  }
}

function redBeforeYellow(): DomainError {
  const detail = '亮红灯的天数不能少于亮黄灯的天数。';
  return new DomainError('ownership.red-before-yellow', {
    kind: 'invalid',
    detail,
    errors: [{ pointer: '#/redWorkdays', code: 'redBeforeYellow', detail }],
  });
}

// Two at once compute the same next version: the key lets one in, and the other finds nothing inserted.
const SET = `INSERT INTO ownership.setting (kind, version, id, content, reason, set_by, set_at)
  SELECT $1, $2::int + 1, $3, $4, $5, $6, $7
  WHERE $2::int = (SELECT coalesce(max(version), 0) FROM ownership.setting WHERE kind = $1)
  ON CONFLICT DO NOTHING RETURNING version`;
const HISTORY = `SELECT s.kind, s.version, s.content, s.reason, s.set_by AS "setBy", coalesce(p.name, '') AS "setByName",
  s.set_at AS "setAt" FROM ownership.setting s LEFT JOIN directory.person p ON p.id = s.set_by
  ORDER BY s.set_at DESC, s.kind, s.version DESC LIMIT 100`;
