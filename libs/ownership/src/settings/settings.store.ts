import { sql, type Tx } from '@app/platform';
import { DEFAULT_ENTRY_RULE, type EntryRule } from '../domain/entry-rule.js';
import { DEFAULT_PRACTICE, type Practice } from '../domain/practice.js';

export interface Settings {
  readonly entryRule: EntryRule;
  readonly entryRuleVersion: number;
  readonly practice: Practice;
  readonly practiceVersion: number;
}

interface Row {
  kind: 'ENTRY_RULE' | 'PRACTICE';
  version: number;
  content: Record<string, unknown>;
}

/** The newest version of each kind. */
export const NEWEST_SETTINGS = `SELECT DISTINCT ON (kind) kind, version, content FROM ownership.setting ORDER BY kind, version DESC`;

/** What holds now: the newest version of each, or else what the service is installed with (version 0). */
export function settingsOf(rows: readonly Row[]): Settings {
  const entry = rows.find((row) => row.kind === 'ENTRY_RULE');
  const practice = rows.find((row) => row.kind === 'PRACTICE');
  return {
    entryRule: (entry?.content as EntryRule | undefined) ?? DEFAULT_ENTRY_RULE,
    entryRuleVersion: entry?.version ?? 0,
    practice: (practice?.content as Practice | undefined) ?? DEFAULT_PRACTICE,
    practiceVersion: practice?.version ?? 0,
  };
}

/** The same within a transaction. */
export async function settingsIn(tx: Tx): Promise<Settings> {
  return settingsOf(await sql<Row>(tx, NEWEST_SETTINGS));
}
