import type { CalendarDate, Id } from '@app/kernel';
import { DEFAULT_CAP, ENGAGEMENTS, LANGUAGES, SUBJECTS, type Engagement, type Language } from './codes.js';
import { listName, SheetCells, type SheetError, type SheetRow } from './sheet-cells.js';

/** The columns of the mediators' sheet, in their order. */
export const MEDIATOR_COLUMNS = {
  committeeCode: { heading: '调委会编码', width: 22, required: true },
  personId: { heading: '人员编号', width: 38, required: false },
  name: { heading: '姓名', width: 12, required: true },
  expertise: { heading: '专长', width: 36, required: false },
  languages: { heading: '语言', width: 20, required: false },
  engagement: { heading: '用工方式', width: 10, required: true },
  cap: { heading: '在办上限', width: 10, required: false },
  termFrom: { heading: '任期起始日', width: 12, required: true },
  termUntil: { heading: '任期届满日', width: 12, required: false },
} as const;
type Key = keyof typeof MEDIATOR_COLUMNS;

/** A mediator of a committee as a sheet has him. */
export interface MediatorEntry {
  readonly line: number;
  readonly committeeCode: string;
  /** Null for somebody found by committee and name, or new. */
  readonly personId: Id | null;
  readonly name: string;
  readonly expertise: string[];
  readonly languages: Language[];
  readonly engagement: Engagement;
  readonly cap: number;
  readonly termFrom: CalendarDate;
  readonly termUntil: CalendarDate | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Understands a row, or says of every cell what is wrong with it. */
export function readMediator(row: SheetRow): { entry: MediatorEntry | null; errors: SheetError[] } {
  const cells = new SheetCells(row);
  const at = (key: Key): string => MEDIATOR_COLUMNS[key].heading;
  const languages = cells.codes(at('languages'), LANGUAGES);
  const entry = {
    line: row.line,
    committeeCode: cells.needed(at('committeeCode'), cells.text(at('committeeCode'), 40)),
    personId: cells.text(at('personId'), 40)?.toLowerCase() ?? null,
    name: cells.needed(at('name'), cells.text(at('name'), 30)),
    expertise: cells.codes(at('expertise'), SUBJECTS),
    languages: languages.length > 0 ? languages : ['PUTONGHUA'],
    engagement: cells.needed(at('engagement'), cells.code(at('engagement'), ENGAGEMENTS)),
    cap: cells.integer(at('cap'), 0, 1000) ?? DEFAULT_CAP,
    termFrom: cells.needed(at('termFrom'), cells.date(at('termFrom'))),
    termUntil: cells.date(at('termUntil')) ?? null,
  };
  if (entry.name !== undefined && [...entry.name].length < 2)
    cells.wrong(at('name'), 'tooShort', '姓名应为 2 至 30 字');
  if (entry.personId !== null && !UUID.test(entry.personId))
    cells.wrong(at('personId'), 'badId', '应为导出文件中的人员编号，新人员不填');
  if (entry.termFrom !== undefined && entry.termUntil !== null && entry.termUntil <= entry.termFrom)
    cells.wrong(at('termUntil'), 'badTerm', '任期届满日应晚于任期起始日');
  if (cells.errors.length > 0) return { entry: null, errors: cells.errors };
  return { entry: entry as MediatorEntry, errors: [] };
}

/** The cells of a mediator, in the order of the columns: what {@link readMediator} reads. */
export function mediatorCells(entry: Omit<MediatorEntry, 'line'>): string[] {
  const names = (codes: readonly string[], of: Readonly<Record<string, string>>) =>
    codes.map((code) => listName(of[code] ?? code)).join('、');
  const cells: Record<Key, string> = {
    committeeCode: entry.committeeCode,
    personId: entry.personId ?? '',
    name: entry.name,
    expertise: names(entry.expertise, SUBJECTS),
    languages: names(entry.languages, LANGUAGES),
    engagement: ENGAGEMENTS[entry.engagement],
    cap: String(entry.cap),
    termFrom: entry.termFrom,
    termUntil: entry.termUntil ?? '',
  };
  return (Object.keys(MEDIATOR_COLUMNS) as Key[]).map((key) => cells[key]);
}
