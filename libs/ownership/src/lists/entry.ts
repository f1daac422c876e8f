import type { CalendarDate, Id } from '@app/kernel';
import { createHash } from 'node:crypto';

/** A line of 任务分解清单 as it is frozen and printed. Codes are told in Chinese by whoever prints. */
export interface TaskListEntry {
  readonly number: string;
  /** 案件名称/案由. */
  readonly title: string;
  readonly type: keyof typeof TYPES;
  /** 当事人: applicants and third parties, and the respondent. */
  readonly parties: readonly string[];
  readonly respondent: string | null;
  /** Yuan. */
  readonly amount: number | null;
  readonly stage: string | null;
  readonly court: string | null;
  readonly focus: string | null;
  readonly risk: string;
  readonly leaderId: Id;
  readonly leader: string;
  readonly unitId: Id;
  readonly unit: string;
  readonly unitLeaderId: Id;
  readonly unitLeader: string;
  readonly liaisons: readonly string[];
  readonly cooperatingUnits: readonly string[];
  readonly target: string;
  readonly measures: string | null;
  readonly resolveBy: CalendarDate;
  /** Why it was changed, extended or reopened; null as approved. */
  readonly reason: string | null;
}

/** 类型. */
export const TYPES = {
  COMPENSATION: '行政赔偿（补偿）',
  KEY_LITIGATION: '重点行政诉讼',
  RECONSIDERATION: '行政复议',
  OTHER: '其他',
} as const;

/** What else of an entry is frozen with its content. */
export interface EntryHead {
  readonly year: number;
  readonly position: number;
  readonly serial: number;
  readonly revision: number;
  readonly kind: string;
  readonly caseId: Id;
  readonly batchId: Id | null;
  readonly enteredOn: CalendarDate;
  readonly enteredBy: Id;
}

/** SHA-256 over the entry and the hash of the one before it, whatever order the keys come back in. */
export function entryHash(previous: string, head: EntryHead, content: unknown): string {
  return createHash('sha256')
    .update(`${previous}\n${canonical({ ...head, content })}`)
    .digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${fields.join(',')}}`;
}
