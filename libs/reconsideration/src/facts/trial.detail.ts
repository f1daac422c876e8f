import type { Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';

/** Tables of the trial as the case page shows them; the second list is 副卷, for those who try and decide the case. */
const OPEN = [
  'hearing_party',
  'stay',
  'uplift',
  'superior_order',
  'norm_review',
  'ending',
  'mediation_statement',
  'mediation_performance',
  'joinder',
] as const;
const INSIDE = [
  'consultation',
  'third_party',
  'recusal',
  'deliberation',
  'evidence',
  'investigation',
  'fact_finding',
  'withdrawal',
] as const;

type Rows = Record<string, unknown>[];

/** What was recorded in the trial, by topic, oldest first. Outside only what went outward, and no transcripts. */
export async function trialDetail(tx: Tx, caseId: Id, inside: boolean): Promise<Record<string, Rows>> {
  const [row] = await sql<Record<string, Rows>>(tx, inside ? ALL : OUTWARD, [caseId]);
  return Object.fromEntries(Object.entries(row!).map(([topic, rows]) => [camel(topic), rows.map(camelKeys)]));
}

const rowsOf = (table: string, without = '') =>
  `(SELECT coalesce(jsonb_agg(to_jsonb(t) - 'case_id'${without} ORDER BY t.id), '[]')
   FROM reconsideration.${table} t WHERE t.case_id = $1) AS ${table}`;

const OUTWARD = `SELECT ${[rowsOf('hearing', ` - 'transcript'`), ...OPEN.map((table) => rowsOf(table))].join(',\n')}`;
const ALL = `SELECT ${['hearing', ...OPEN, ...INSIDE].map((table) => rowsOf(table)).join(',\n')}`;

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const camelKeys = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
