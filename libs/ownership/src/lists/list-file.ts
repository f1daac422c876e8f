import { MARKS, RISKS, type Risk } from '../domain/facts.js';
import { STAGES } from '../domain/listing/inputs.js';
import { TYPES, type TaskListEntry } from './entry.js';
import type { TaskListEntryView, TaskListLineView, TaskListView } from './lists.dto.js';

type Cell = string | number;
type Line = TaskListLineView & { entry: TaskListEntry };

/** The columns of 任务分解清单; what was approved, and how it stands. */
const COLUMNS: readonly { header: string; width: number; of: (line: Line) => Cell }[] = [
  { header: '序号', width: 6, of: (l) => l.serial },
  { header: '案号', width: 20, of: ({ entry }) => entry.number },
  { header: '案件名称（案由）', width: 36, of: ({ entry }) => entry.title },
  { header: '类型', width: 14, of: ({ entry }) => TYPES[entry.type] },
  {
    header: '当事人',
    width: 24,
    of: ({ entry }) => [...entry.parties, ...(entry.respondent ? [`诉${entry.respondent}`] : [])].join('、'),
  },
  {
    header: '所处阶段与法院',
    width: 18,
    of: ({ entry }) => [STAGES[entry.stage as keyof typeof STAGES], entry.court].filter(Boolean).join(' '),
  },
  { header: '争议焦点', width: 28, of: ({ entry }) => entry.focus ?? '' },
  { header: '风险等级', width: 9, of: ({ entry }) => RISKS[entry.risk as Risk] },
  { header: '包案区领导', width: 12, of: ({ entry }) => entry.leader },
  { header: '责任单位', width: 20, of: ({ entry }) => [entry.unit, ...entry.cooperatingUnits].join('；配合：') },
  { header: '包案责任领导', width: 12, of: ({ entry }) => entry.unitLeader },
  { header: '联络员', width: 12, of: ({ entry }) => entry.liaisons.join('、') },
  { header: '化解目标', width: 24, of: ({ entry }) => entry.target },
  { header: '措施', width: 28, of: ({ entry }) => entry.measures ?? '' },
  { header: '时限', width: 12, of: ({ entry }) => entry.resolveBy },
  { header: '进展', width: 32, of: (l) => l.progress ?? l.stateName },
  { header: '灯', width: 6, of: (l) => MARKS[l.mark] },
  { header: '结果', width: 18, of: (l) => l.outcomeName ?? '' },
  { header: '销号日期', width: 12, of: (l) => l.struckOffOn ?? '' },
];

const KINDS: Readonly<Record<string, string>> = { CHANGED: '变更', EXTENDED: '延期', REOPENED: '恢复台账' };

const CHANGES: readonly { header: string; width: number; of: (entry: TaskListEntryView, c: TaskListEntry) => Cell }[] =
  [
    { header: '序号', width: 6, of: (e) => e.serial },
    { header: '案号', width: 20, of: (_e, c) => c.number },
    { header: '事项', width: 10, of: (e) => KINDS[e.kind] ?? e.kind },
    { header: '日期', width: 12, of: (e) => e.enteredOn },
    { header: '理由', width: 36, of: (_e, c) => c.reason ?? '' },
    { header: '包案区领导', width: 12, of: (_e, c) => c.leader },
    { header: '责任单位', width: 20, of: (_e, c) => c.unit },
    { header: '包案责任领导', width: 12, of: (_e, c) => c.unitLeader },
    { header: '时限', width: 12, of: (_e, c) => c.resolveBy },
  ];

/**
 * The list as a workbook: a sheet with the lines as approved, one with what has changed since. Every cell is a text or a
 * number, never a formula, whatever a text begins with.
 */
export async function writeTaskList(
  list: Pick<TaskListView, 'title' | 'batches'>,
  lines: readonly TaskListLineView[],
  changes: readonly TaskListEntryView[],
  printedBy: string,
): Promise<Buffer> {
  // Thirty megabytes that few processes ever need.
  const { Workbook } = (await import('exceljs')).default;
  const book = new Workbook();
  const numbers = list.batches.map((batch) => batch.number).join('、');
  const sheet = book.addWorksheet('任务分解清单', { views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.addRow([list.title]).font = { bold: true, size: 16 };
  sheet.addRow([`文号：${numbers}  ${printedBy}  共 ${lines.length} 件  仅供工作使用`]);
  sheet.addRow(COLUMNS.map(({ header }) => header)).font = { bold: true };
  for (const line of lines) {
    const row = sheet.addRow(
      COLUMNS.map((column) => column.of({ ...line, entry: line.approved as unknown as TaskListEntry })),
    );
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  const second = book.addWorksheet('变更情况', { views: [{ state: 'frozen', ySplit: 1 }] });
  second.columns = CHANGES.map(({ width }) => ({ width }));
  second.addRow(CHANGES.map(({ header }) => header)).font = { bold: true };
  for (const entry of changes)
    second.addRow(CHANGES.map((column) => column.of(entry, entry.content as unknown as TaskListEntry)));
  return Buffer.from(await book.xlsx.writeBuffer());
}
