import { SUBJECT_CODES } from './codes.js';
import { COMMITTEE_COLUMNS, committeeCells, readCommittee, type CommitteeEntry } from './committee-row.js';
import { MEDIATOR_COLUMNS, mediatorCells, readMediator, type MediatorEntry } from './mediator-row.js';
import type { SheetRow } from './sheet-cells.js';

const AREAS = { '330110005': '五常街道', '330110013': '余杭街道' };
const row = (columns: Readonly<Record<string, { heading: string }>>, cells: readonly string[]): SheetRow => ({
  line: 7,
  cells: Object.fromEntries(Object.values(columns).map(({ heading }, i) => [heading, cells[i]!])),
});

const COMMITTEE: CommitteeEntry = {
  line: 7,
  code: 'S-1',
  name: '示例调解服务中心',
  shortName: '示例中心',
  parentCode: '330110-tiaojie',
  level: 'DISTRICT',
  kind: 'SOCIAL_ORGANISATION',
  industry: null,
  matters: SUBJECT_CODES.filter((code) => code !== 'OTHER'),
  areas: Object.keys(AREAS),
  validFrom: '2025-01-01',
  contractFrom: '2025-01-01',
  contractUntil: '2028-01-01',
};
const MEDIATOR: MediatorEntry = {
  line: 7,
  committeeCode: 'S-1',
  personId: '6f1c1c0e-6f0b-5d0e-9a53-0d5b6f3f2a10',
  name: '示例调解员',
  expertise: ['MARKET', 'URBAN_MANAGEMENT'],
  languages: ['PUTONGHUA', 'SIGN_LANGUAGE'],
  engagement: 'PER_CASE',
  cap: 0,
  termFrom: '2025-01-01',
  termUntil: null,
};

describe('a committee’s row', () => {
  it.each<[string, CommitteeEntry]>([
    ['with everything', COMMITTEE],
    ['with nothing that may be left out', { ...COMMITTEE, kind: 'DEPARTMENT', parentCode: null, matters: [], areas: [], contractFrom: null, contractUntil: null }], // prettier-ignore
    ['of a trade', { ...COMMITTEE, kind: 'INDUSTRY', industry: '物业服务', contractFrom: null, contractUntil: null }],
  ])('%s reads as it was written', (_what, entry) => {
    const read = readCommittee(row(COMMITTEE_COLUMNS, committeeCells(entry, AREAS)), AREAS);
    expect(read).toEqual({ entry, errors: [] });
  });

  it.each<[string, string, string, string]>([
    ['编码', '', '编码', 'required'],
    ['编码', '中文', '编码', 'badCode'],
    ['名称', 'x'.repeat(61), '名称', 'tooLong'],
    ['简称', '示\u0007例', '简称', 'controlCharacter'],
    ['层级', '省级', '层级', 'notOneOf'],
    ['层级', '村社', '层级', 'levelOfKind'],
    ['类别', '区调解中心', '类别', 'centre'],
    ['行业', '物业服务', '行业', 'notAnIndustry'],
    ['调解事项', '市场监管，飞行', '调解事项', 'notOneOf'],
    ['负责区域', '月球', '负责区域', 'notOneOf'],
    ['成立日期', '2025-02-30', '成立日期', 'notADate'],
    ['合同起始日', '', '合同起始日', 'contractMissing'],
    ['合同终止日', '2025.1.1', '合同终止日', 'badContract'],
  ])('with %s %j is wrong in %s: %s', (column, value, at, code) => {
    const right = row(COMMITTEE_COLUMNS, committeeCells(COMMITTEE, AREAS));
    const { entry, errors } = readCommittee({ ...right, cells: { ...right.cells, [column]: value } }, AREAS);
    expect(entry).toBeNull();
    expect(errors).toContainEqual(expect.objectContaining({ line: 7, column: at, code }));
  });
});

describe('a mediator’s row', () => {
  it.each<[string, MediatorEntry]>([
    ['with everything', { ...MEDIATOR, termUntil: '2028-01-01' }],
    ['without number, expertise and end', { ...MEDIATOR, personId: null, expertise: [] }],
  ])('%s reads as it was written', (_what, entry) => {
    expect(readMediator(row(MEDIATOR_COLUMNS, mediatorCells(entry)))).toEqual({ entry, errors: [] });
  });

  it('without languages and cap has those of everybody', () => {
    const right = row(MEDIATOR_COLUMNS, mediatorCells(MEDIATOR));
    const { entry } = readMediator({ ...right, cells: { ...right.cells, 语言: '', 在办上限: '' } });
    expect(entry).toMatchObject({ languages: ['PUTONGHUA'], cap: 20 });
  });

  it.each<[string, string, string]>([
    ['姓名', '', 'required'],
    ['姓名', '某', 'tooShort'],
    ['人员编号', '12', 'badId'],
    ['用工方式', '临时', 'notOneOf'],
    ['在办上限', '-1', 'notANumber'],
    ['在办上限', '1001', 'notANumber'],
    ['任期起始日', '明天', 'notADate'],
    ['任期届满日', '2025年1月1日', 'badTerm'],
  ])('with %s %j is wrong: %s', (column, value, code) => {
    const right = row(MEDIATOR_COLUMNS, mediatorCells(MEDIATOR));
    const { entry, errors } = readMediator({ ...right, cells: { ...right.cells, [column]: value } });
    expect(entry).toBeNull();
    expect(errors).toContainEqual(expect.objectContaining({ line: 7, column, code }));
  });
});
