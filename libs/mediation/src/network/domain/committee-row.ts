import type { CalendarDate } from '@app/kernel';
import { COMMITTEE_KINDS, LEVELS, SUBJECTS, type CommitteeKind, type Level } from './codes.js';
import { profileFaults, type ProfileContent } from './committee-rules.js';
import { listName, SheetCells, type SheetError, type SheetRow } from './sheet-cells.js';

/** The columns of the committees' sheet, in their order. */
export const COMMITTEE_COLUMNS = {
  code: { heading: '编码', width: 22, required: true },
  name: { heading: '名称', width: 36, required: true },
  shortName: { heading: '简称', width: 22, required: true },
  parentCode: { heading: '上级编码', width: 22, required: false },
  level: { heading: '层级', width: 8, required: true },
  kind: { heading: '类别', width: 14, required: true },
  industry: { heading: '行业', width: 12, required: false },
  matters: { heading: '调解事项', width: 36, required: false },
  areas: { heading: '负责区域', width: 24, required: false },
  validFrom: { heading: '成立日期', width: 12, required: true },
  contractFrom: { heading: '合同起始日', width: 12, required: false },
  contractUntil: { heading: '合同终止日', width: 12, required: false },
} as const;
type Key = keyof typeof COMMITTEE_COLUMNS;

/** A committee as a sheet has it. */
export interface CommitteeEntry extends ProfileContent {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly parentCode: string | null;
  readonly matters: string[];
  readonly areas: string[];
  readonly validFrom: CalendarDate;
}

const KIND_NAMES = Object.fromEntries(
  Object.entries(COMMITTEE_KINDS).map(([code, { name }]) => [code, name]),
) as Record<CommitteeKind, string>;

/**
 * Understands a row, or says of every cell what is wrong with it.
 * @param areas names of region codes
 */
export function readCommittee(
  row: SheetRow,
  areas: Readonly<Record<string, string>>,
): { entry: CommitteeEntry | null; errors: SheetError[] } {
  const cells = new SheetCells(row);
  const at = (key: Key): string => COMMITTEE_COLUMNS[key].heading;
  const needed = {
    code: cells.needed(at('code'), cells.text(at('code'), 40)),
    name: cells.needed(at('name'), cells.text(at('name'), 60)),
    shortName: cells.needed(at('shortName'), cells.text(at('shortName'), 30)),
    level: cells.needed(at('level'), cells.code<Level>(at('level'), LEVELS)),
    kind: cells.needed(at('kind'), cells.code(at('kind'), KIND_NAMES)),
    validFrom: cells.needed(at('validFrom'), cells.date(at('validFrom'))),
  };
  if (needed.code !== undefined && !/^[A-Za-z0-9-]{2,40}$/.test(needed.code))
    cells.wrong(at('code'), 'badCode', '编码应为 2 至 40 位字母、数字或短横线');
  if (needed.kind === 'CENTRE') cells.wrong(at('kind'), 'centre', '区调解中心不由此导入');
  const entry = {
    ...needed,
    line: row.line,
    parentCode: cells.text(at('parentCode'), 40) ?? null,
    industry: cells.text(at('industry'), 30) ?? null,
    matters: cells.codes(at('matters'), SUBJECTS),
    areas: cells.codes(at('areas'), areas),
    contractFrom: cells.date(at('contractFrom')) ?? null,
    contractUntil: cells.date(at('contractUntil')) ?? null,
  };
  if (cells.errors.length > 0) return { entry: null, errors: cells.errors };
  const whole = entry as CommitteeEntry;
  for (const { field, code, detail } of profileFaults(whole)) cells.wrong(at(field), code, detail);
  return cells.errors.length > 0 ? { entry: null, errors: cells.errors } : { entry: whole, errors: [] };
}

/** The cells of a committee, in the order of the columns: what {@link readCommittee} reads. */
export function committeeCells(entry: Omit<CommitteeEntry, 'line'>, areas: Readonly<Record<string, string>>): string[] {
  const names = (codes: readonly string[], of: Readonly<Record<string, string>>) =>
    codes.map((code) => listName(of[code] ?? code)).join('、');
  const cells: Record<Key, string> = {
    code: entry.code,
    name: entry.name,
    shortName: entry.shortName,
    parentCode: entry.parentCode ?? '',
    level: LEVELS[entry.level],
    kind: KIND_NAMES[entry.kind],
    industry: entry.industry ?? '',
    matters: names(entry.matters, SUBJECTS),
    areas: names(entry.areas, areas),
    validFrom: entry.validFrom,
    contractFrom: entry.contractFrom ?? '',
    contractUntil: entry.contractUntil ?? '',
  };
  return (Object.keys(COMMITTEE_COLUMNS) as Key[]).map((key) => cells[key]);
}
