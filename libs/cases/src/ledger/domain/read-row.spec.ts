import { readRow, type LedgerContext } from './read-row.js';
import type { LedgerKey } from './columns.js';

const context: LedgerContext = {
  today: '2026-11-24',
  organNamed: (name, on) => (name === '区市场监管局' && on >= '2021-04-09' ? 'organ-1' : undefined),
};
const GOOD: Partial<Record<LedgerKey, string>> = {
  ledgerNo: 'TZ-1',
  receivedOn: '2026-11-20',
  channel: '窗口',
  applicant: '沈听澜',
  respondent: '区市场监管局',
  actName: '行政处罚决定',
  field: '市场监管',
  matter: '行政处罚',
  facts: '有异议',
  claims: '请求减轻',
};
const read = (change: Partial<Record<LedgerKey, string>>) =>
  readRow({ line: 7, cells: { ...GOOD, ...change } }, context);

describe('a ledger row', () => {
  it('is understood', () => {
    const { entry, errors } = read({ route: '调解', amount: '5,000.50', tags: '群体、重点' });
    expect(errors).toEqual([]);
    expect(entry).toMatchObject({
      line: 7,
      ledgerNo: 'TZ-1',
      registeredOn: '2026-11-20',
      route: 'MEDIATION',
      closed: null,
    });
    expect(entry!.request).toMatchObject({
      channel: 'WINDOW',
      fieldCode: 'MARKET',
      matterCode: 'PENALTY',
      respondentOrganId: 'organ-1',
      amount: 5000.5,
      tags: ['群体', '重点'],
      parties: [{ role: 'APPLICANT', kind: 'PERSON', name: '沈听澜' }],
    });
  });

  it.each(['2026/11/20', '2026.11.20', '2026年11月20日', '2026-11-20'])('reads the date %s', (receivedOn) => {
    expect(read({ receivedOn }).entry!.request['receivedOn']).toBe('2026-11-20');
  });

  it('keeps several applicants apart', () => {
    const { entry } = read({ applicant: '甲一、乙二，丙三' });
    expect((entry!.request['parties'] as { name: string }[]).map((p) => p.name)).toEqual(['甲一', '乙二', '丙三']);
  });

  it.each<[Partial<Record<LedgerKey, string>>, string, string]>([
    [{ ledgerNo: '' }, '台账编号', 'required'],
    [{ receivedOn: '2026-02-30' }, '收到日期', 'notADate'],
    [{ receivedOn: '2026-11-25' }, '收到日期', 'inFuture'],
    [{ registeredOn: '2026-11-19' }, '登记日期', 'beforeReceipt'],
    [{ closedOn: '2026-11-01' }, '办结日期', 'beforeRegistration'],
    [{ channel: '传真' }, '受理渠道', 'notOneOf'],
    [{ respondent: '没有的局' }, '被申请单位', 'unknownOrgan'],
    [{ actOn: '2020-01-01' }, '被申请单位', 'unknownOrgan'],
    [{ amount: '五千' }, '涉案金额', 'notAnAmount'],
    [{ route: '诉讼' }, '办理方式', 'notOneOf'],
    [{ applicant: '甲、乙', idNumber: '330110199001011234' }, '证件号码', 'severalApplicants'],
  ])('%j: %s is refused as %s', (change, column, code) => {
    const { entry, errors } = read(change);
    expect(entry).toBeNull();
    expect(errors).toContainEqual(expect.objectContaining({ line: 7, column, code }));
  });
});
