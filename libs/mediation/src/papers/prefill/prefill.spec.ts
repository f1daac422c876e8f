import type { PaperParty } from '@app/cases';
import { missingFields } from '@app/documents';
import { textOf } from '../../../../documents/testing/paper-examples.js';
import { MEDIATION_PAPERS, mediationPaper } from '../catalogue.js';
import type { MediationCase } from './mediation-case.js';
import { prefill } from './prefill.js';

const party = (id: string, over: Partial<PaperParty> = {}): PaperParty => ({
  id,
  role: 'APPLICANT',
  kind: 'PERSON',
  name: `测试当事人${id}`,
  address: '杭州市余杭区测试街道1号',
  legalRepresentative: null,
  isRepresentative: false,
  actsForId: null,
  ...over,
});

const SECRET = '申请人私下表示最低可以接受三千元';

const CASE: MediationCase = {
  number: '余行调〔2026〕12号',
  respondent: { id: 'organ', name: '杭州市余杭区市场监督管理局' },
  claims: '撤销行政处罚决定',
  facts: '申请人的商铺没有被认定的行为。',
  act: { name: '行政处罚决定', documentNo: '余市监罚〔2026〕18号', on: '2026-06-01', knownOn: '2026-06-03' },
  parties: [party('1'), party('3', { role: 'THIRD_PARTY' })],
  steps: {},
  clocks: [
    { rule: 'MD_APPOINT', startsOn: '2026-07-08', dueOn: '2026-07-13', state: 'MET' },
    { rule: 'MD_TERM', startsOn: '2026-07-10', dueOn: '2026-08-10', state: 'RUNNING' },
  ],
  centre: '杭州市余杭区行政争议调解中心',
  stage: 'PRE_LITIGATION',
  source: 'COURT',
  receivedOn: '2026-07-01',
  acceptedOn: '2026-07-08',
  letterNumber: '余法委调〔2026〕3号',
  courtCaseNumber: null,
  request: '减少罚款；退还部分罚款',
  committee: { id: 'committee', name: '测试调解委员会' },
  mediators: ['测试调解员甲', '测试调解员乙'],
  pause: { reason: 'APPRAISAL', from: '2026-07-20' },
  ending: {
    terminate: { reason: 'TOO_FAR_APART', explanation: SECRET },
    return: { report: '未能达成协议。', undisputedFacts: '罚款数额为五千元', undisputedFactsConsented: true },
  },
  recusal: {
    mediator: '测试调解员甲',
    raisedBy: 'APPLICANT',
    ground: 'INTEREST',
    explanation: SECRET,
    state: 'GRANTED',
    decision: '情况属实。',
  },
  agreement: { agreedOn: '2026-08-01', matter: '罚款数额的争议。', terms: '罚款变更为一千元；退还四千元' },
  effectiveOn: '2026-08-02',
  confirmation: { court: '杭州市余杭区人民法院', paper: '（2026）浙0110诉前调确1号' },
  obligations: [
    {
      obligor: '杭州市余杭区市场监督管理局',
      content: '退还罚款',
      dueOn: '2026-08-31',
      amountFen: 400000,
      performedOn: null,
    },
    { obligor: '测试当事人1', content: '办理许可', dueOn: '2026-09-30', amountFen: null, performedOn: '2026-09-01' },
  ],
  filingClocks: [{ rule: 'RC_APPLY', startsOn: '2026-06-03', dueOn: '2026-08-03', state: 'RUNNING' }],
  session: {
    state: 'PLANNED',
    heldOn: '2026-07-20',
    startsAt: '09:30',
    mode: 'ON_SITE',
    place: '第一调解室',
    note: null,
  },
  minutes: SECRET,
};

describe.each(MEDIATION_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
  it('is prefilled with its own fields only, in their forms', () => {
    const { data } = prefill(code, CASE);
    const names = kind.fields.map((field) => field.name);
    expect(Object.keys(data).filter((name) => !names.includes(name))).toEqual([]);
    expect(missingFields(kind, data).filter((field) => field.name in data)).toEqual([]);
  });

  it('goes to those of the dispute it is for', () => {
    const { addressees } = prefill(code, CASE);
    expect(addressees.every((each) => kind.addressees.includes(each.role))).toBe(true);
    for (const role of ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const)
      expect(addressees.some((each) => each.role === role)).toBe(kind.addressees.includes(role));
  });

  it('takes nothing from behind the wall, if it is not the minutes; of a recusal only the request for it tells', () => {
    const told = JSON.stringify(prefill(code, CASE).data).includes(SECRET);
    expect(told).toBe(code === 'M20' || code === 'M17');
  });

  it('a case that has only begun prefills it too', () => {
    const begun: MediationCase = {
      ...CASE,
      respondent: null,
      parties: [],
      clocks: [],
      committee: null,
      mediators: [],
      ending: {},
      recusal: null,
      agreement: null,
      obligations: [],
      effectiveOn: null,
      confirmation: null,
      filingClocks: [],
      session: null,
      minutes: null,
      acceptedOn: null,
      centre: null,
    };
    expect(() => textOf(kind, prefill(code, begun).data)).not.toThrow();
  });
});

it('names parties, committee, mediators, term and what runs on', () => {
  expect(prefill('M13', CASE).data).toMatchObject({
    applicants: ['测试当事人1'],
    others: ['杭州市余杭区市场监督管理局'],
    dispute: '2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）',
    committee: '测试调解委员会',
    mediators: ['测试调解员甲', '测试调解员乙'],
    presiding: '测试调解员甲',
  });
  expect(prefill('M07', CASE).data).toMatchObject({
    acceptedOn: '2026-07-08',
    periods: [['申请行政复议', '2026年8月3日', '有管辖权的行政复议机关']],
  });
  expect(prefill('M23', CASE).data['termEndsOn']).toBe('2026-08-10');
  expect(prefill('M19', CASE).data).toMatchObject({ time: '2026年7月20日09:30', place: '第一调解室' });
});

it('in a civil dispute the other side is the third parties', () => {
  expect(prefill('M05', { ...CASE, respondent: null }).data['others']).toEqual(['测试当事人3']);
});

it('the agreement is made of what was agreed, its obligations with money in capitals', () => {
  const { data } = prefill('M25', CASE);
  expect(data).toMatchObject({ terms: ['罚款变更为一千元', '退还四千元'], copies: 3, effect: 'SIGNED' });
  expect(textOf(mediationPaper('M25'), data)).toContain(
    '杭州市余杭区市场监督管理局　退还罚款　2026年8月31日前　　人民币肆仟元整（4000.00元）',
  );
  expect(prefill('M25', { ...CASE, stage: 'IN_RECONSIDERATION' }).data['effect']).toBe('RECONSIDERATION');
});

it('what is owed is urged; what was done is on record', () => {
  expect(prefill('M30', CASE).data['unperformed']).toEqual([
    '杭州市余杭区市场监督管理局：退还罚款（4000.00元），应于2026年8月31日前履行',
  ]);
  expect(prefill('M28', CASE).data['performance']).toEqual([
    ['杭州市余杭区市场监督管理局', '退还罚款', '2026年8月31日', '未履行', ''],
    ['测试当事人1', '办理许可', '2026年9月30日', '2026年9月1日', ''],
  ]);
});

it('what the court confirmed is said with its ruling', () => {
  expect(prefill('M30', CASE).data).toMatchObject({
    effectiveOn: '2026-08-02',
    confirmed: '经杭州市余杭区人民法院司法确认，文号（2026）浙0110诉前调确1号',
  });
  const refused = { ...CASE, confirmation: { court: '杭州市余杭区人民法院', paper: null } };
  expect(prefill('M30', refused).data).not.toHaveProperty('confirmed');
  expect(prefill('M26', refused).data['court']).toBe('杭州市余杭区人民法院');
});

it('facts pass to the source only with the consent of all', () => {
  expect(prefill('M32', CASE).data).toMatchObject({ report: '未能达成协议。', undisputed: ['罚款数额为五千元'] });
  const without = { ...CASE.ending, return: { ...CASE.ending['return'], undisputedFactsConsented: false } };
  expect(prefill('M32', { ...CASE, ending: without }).data).not.toHaveProperty('undisputed');
});

it('the letter of dispatch goes to the committee', () => {
  expect(prefill('M12', CASE).addressees).toEqual([
    { role: 'OTHER_ORGAN', name: '测试调解委员会', organId: 'committee' },
  ]);
});
