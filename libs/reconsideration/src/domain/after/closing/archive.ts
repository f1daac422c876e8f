import type { FileEntry } from './inputs.js';

/** Papers that no file is without (正卷): one of each group [L]. */
const MAIN_REQUIRED: readonly (readonly string[])[] = [
  ['行政复议申请书', '口头申请笔录'],
  ['行政复议决定书', '驳回行政复议申请决定书', '行政复议调解书', '行政复议终止决定书'],
  ['送达回证'],
];
/** The same of the internal volume (副卷). */
const SUB_REQUIRED: readonly (readonly string[])[] = [['审理报告', '审批表']];

/** Papers that nobody outside may see (复议法 2023 第47条 the other way round): they belong into 副卷. */
const INTERNAL = ['审理报告', '审批表', '集体讨论记录', '退回意见', '咨询意见', '审查意见', '合议记录', '结案审批表'];

const hasAll = (entries: readonly FileEntry[], volume: string, groups: readonly (readonly string[])[]): boolean =>
  groups.every((names) =>
    entries.some((entry) => entry.volume === volume && names.some((name) => entry.title.startsWith(name))),
  );

/** Whether the list has what a file must have. */
export function isComplete(entries: readonly FileEntry[]): boolean {
  return hasAll(entries, 'MAIN', MAIN_REQUIRED) && hasAll(entries, 'SUB', SUB_REQUIRED);
}

/** Whether no internal paper is in 正卷. */
export function isSplit(entries: readonly FileEntry[]): boolean {
  return entries.every((entry) => entry.volume === 'SUB' || !INTERNAL.some((name) => entry.title.startsWith(name)));
}
