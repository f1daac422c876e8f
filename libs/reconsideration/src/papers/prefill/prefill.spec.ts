import type { PaperParty } from '@app/cases';
import { itemsOf, missingFields } from '@app/documents';
import { RECONSIDERATION_PAPERS, reconsiderationPaper } from '../catalogue.js';
import { textOf } from '../../../../documents/testing/paper-examples.js';
import type { PaperCase } from './paper-case.js';
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

const CASE: PaperCase = {
  number: '余政复〔2026〕12号',
  authority: '杭州市余杭区人民政府',
  respondent: { id: 'organ', name: '杭州市余杭区市场监督管理局' },
  claims: '1. 撤销行政处罚决定；\n2、返还罚款。',
  facts: '申请人的商铺没有被认定的行为。',
  act: { name: '行政处罚决定', documentNo: '余市监罚〔2026〕18号', on: '2026-06-01', knownOn: '2026-06-03' },
  parties: [
    party('1'),
    party('2', { kind: 'ORGANISATION', name: '测试商行', legalRepresentative: '测试负责人' }),
    party('3', { role: 'THIRD_PARTY' }),
    party('4', { role: 'AGENT', name: '测试代理人', actsForId: '2' }),
  ],
  application: {
    method: 'POST',
    receivedOn: '2026-07-01',
    filedOn: '2026-06-30',
    acceptedOn: '2026-07-06',
    track: 'ORDINARY',
    simplifiedGround: null,
    suspensionGround: null,
    suspendedOn: null,
    decidedOn: null,
  },
  steps: {
    refuse: { failed: ['JURISDICTION'], reason: '不属于本机关管辖。', competentAuthority: '杭州市人民政府' },
    suspend: { ground: 'S8', explanation: '须以另一案的审理结果为依据。', recordedOn: '2026-08-01' },
  },
  corrections: [{ kind: 'MATERIALS', items: ['身份证明', '处罚决定书复印件'] }],
  clocks: [
    { rule: 'RC_REVIEW', startsOn: '2026-07-01', dueOn: '2026-07-08', state: 'MET' },
    { rule: 'RC_DECIDE', startsOn: '2026-07-06', dueOn: '2026-09-04', state: 'RUNNING' },
  ],
  draft: {
    kind: 'REVOKE',
    ground: 'FACTS_UNCLEAR',
    content: { remakeOrdered: true, compensation: 'NONE', conclusion: '撤销，责令重作。' },
  },
  effective: { title: '行政复议决定书', number: '余政复决〔2026〕1号' },
  officers: ['测试承办人', '测试审理人'],
  services: [{ document: 'DECISION', recipientId: 'organ', servedOn: '2026-09-01', method: 'DIRECT' }],
};

describe.each(RECONSIDERATION_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
  it('is prefilled with its own fields only, in their forms', () => {
    const { data } = prefill(code, CASE);
    const names = kind.fields.map((field) => field.name);
    expect(Object.keys(data).filter((name) => !names.includes(name))).toEqual([]);
    const wrong = missingFields(kind, data).filter((field) => field.name in data);
    expect(wrong).toEqual([]);
  });

  it('goes to whom the case knows of those it is for', () => {
    const { addressees } = prefill(code, CASE);
    expect(addressees.every((each) => kind.addressees.includes(each.role))).toBe(true);
    for (const role of ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const) {
      expect(addressees.some((each) => each.role === role)).toBe(kind.addressees.includes(role));
    }
  });

  it('a case that has only begun prefills it too', () => {
    const begun = { ...CASE, application: null, respondent: null, draft: null, steps: {}, clocks: [], corrections: [] };
    expect(() => textOf(kind, prefill(code, { ...begun, officers: [], services: [], parties: [] }).data)).not.toThrow();
  });
});

it('names act, parties and days as the case has them', () => {
  expect(prefill('R06', CASE).data).toEqual({
    pronoun: 'PLURAL',
    respondent: '杭州市余杭区市场监督管理局',
    act: '2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）',
    caseNo: '余政复〔2026〕12号',
    receivedOn: '2026-07-01',
    acceptedOn: '2026-07-06',
  });
  expect(prefill('R22-REVOKE', CASE).data).toMatchObject({
    parties: [
      '申请人：测试当事人1，住杭州市余杭区测试街道1号',
      '申请人：测试商行，住所地杭州市余杭区测试街道1号，法定代表人（负责人）测试负责人',
      '委托代理人：测试代理人',
      '被申请人：杭州市余杭区市场监督管理局',
      '第三人：测试当事人3，住杭州市余杭区测试街道1号',
    ],
    claims: ['撤销行政处罚决定', '返还罚款。'],
    appliedOn: '2026-06-30',
    ground: 'FACTS_UNCLEAR',
    remake: 'YES',
    remakeDays: 60,
  });
});

it('a duty not performed has neither day nor number', () => {
  const act = { name: '未履行查处职责', documentNo: null, on: null, knownOn: null };
  expect(prefill('R06', { ...CASE, act }).data['act']).toBe('未履行查处职责');
});

it('each applicant of a personal paper is addressed as what he is; together they are 你们', () => {
  expect(reconsiderationPaper('R04').personal).toBe(true);
  const { data, addressees } = prefill('R04', CASE);
  expect(data['pronoun']).toBe('PLURAL');
  expect(addressees).toEqual([
    { role: 'APPLICANT', name: '测试当事人1', partyId: '1', data: { pronoun: 'PERSON' } },
    { role: 'APPLICANT', name: '测试商行', partyId: '2', data: { pronoun: 'UNIT' } },
  ]);
  const complete = { ...data, contact: '测试联系人' };
  expect(
    addressees.map((each) => textOf(reconsiderationPaper('R04'), { ...complete, ...each.data }).slice(0, 3)),
  ).toEqual(['您不服', '你单位']);
});

it('papers for all sides name applicants, respondent, third parties in that order', () => {
  expect(prefill('R16', CASE).addressees.map((each) => each.role)).toEqual([
    'APPLICANT',
    'APPLICANT',
    'RESPONDENT',
    'THIRD_PARTY',
  ]);
  expect(prefill('R16', CASE).addressees[2]).toEqual({
    role: 'RESPONDENT',
    name: '杭州市余杭区市场监督管理局',
    organId: 'organ',
  });
});

it('takes over what the step recorded, or proposes', () => {
  expect(prefill('R04', CASE).data['missingItems']).toEqual(['身份证明', '处罚决定书复印件']);
  expect(prefill('R05', CASE).data).toMatchObject({
    failed: ['JURISDICTION'],
    reason: '不属于本机关管辖。',
    competentAuthority: '杭州市人民政府',
  });
  expect(prefill('R16', CASE).data).toMatchObject({ ground: 'S8', suspendedFrom: '2026-08-01' });
  expect(prefill('R31-DECISION', CASE).data).toMatchObject({ decisionKind: 'REVOKE', decideBy: '2026-09-04' });
  expect(prefill('R31-ACCEPTANCE', CASE).data).toMatchObject({ decideBy: '2026-07-08' });
  expect(prefill('R31-CLOSING', CASE).data).toMatchObject({
    outcome: '撤销或者部分撤销',
    serviceRecord: '行政复议决定书：2026年9月1日送达杭州市余杭区市场监督管理局（直接送达）',
  });
  expect(prefill('R27', CASE).data).toMatchObject({
    servedOn: '2026-09-01',
    effectivePaper: '行政复议决定书（余政复决〔2026〕1号）',
  });
  expect(prefill('R30-COPY', CASE).data).toMatchObject({ effectiveOn: '2026-09-01', outcome: '撤销或者部分撤销' });
});

it('takes over what the steps of the trial record', () => {
  const steps: PaperCase['steps'] = {
    'stay-execution': { ground: 'APPLIED', reason: '避免损失扩大', recordedOn: '2026-07-20' },
    'schedule-hearing': { on: '2026-08-03', time: '09:30', place: '第一听证室', matters: '事实；程序' },
    dismiss: { ground: 'CONDITIONS', failed: ['INTEREST'], reason: '没有利害关系' },
    'suspend-for-review': {
      title: '某通知',
      clause: '第三条',
      basis: 'APPLIED',
      reason: '缺少依据',
      recordedOn: '2026-07-21',
    },
    'conclude-mediation': { terms: '一、退还罚款；二、撤回申请' },
  };
  const of = { ...CASE, steps };
  expect(prefill('R13', of).data).toMatchObject({
    ground: 'APPLIED',
    reason: '避免损失扩大',
    stayedFrom: '2026-07-20',
  });
  expect(prefill('R10', of).data).toMatchObject({
    time: '2026年8月3日09:30',
    place: '第一听证室',
    matters: ['事实', '程序'],
  });
  expect(prefill('R21', of).data).toMatchObject({ dismissalGround: 'CONDITIONS', failed: ['INTEREST'] });
  expect(prefill('R18', of).data).toMatchObject({
    normTitle: '某通知',
    clauses: ['第三条'],
    suspendedFrom: '2026-07-21',
  });
  expect(prefill('R16', of).data).toMatchObject({
    ground: 'S9',
    explanation: '需要对某通知第三条的合法性进行附带审查：缺少依据',
    suspendedFrom: '2026-07-21',
  });
  expect(prefill('R23', of).data).toMatchObject({ terms: ['退还罚款', '撤回申请'] });
});

it('what does not fit the field is left to the drafter', () => {
  const of = { ...CASE, claims: '长'.repeat(2001), steps: { refuse: { failed: 'JURISDICTION', reason: 7 } } };
  expect(prefill('R31-REPORT', of).data).not.toHaveProperty('claims');
  expect(prefill('R05', of).data).not.toHaveProperty('failed');
  expect(prefill('R05', of).data).not.toHaveProperty('reason');
});

it('the ground of a decision is taken over by that kind of decision only', () => {
  expect(prefill('R22-MAINTAIN', CASE).data).not.toHaveProperty('ground');
});

it('before the extension is made its clock shows the earlier due day, afterwards the later', () => {
  const proposed = { ...CASE, steps: { extend: { days: 15, reason: '案情复杂' } } };
  expect(prefill('R15', proposed).data).toMatchObject({ originalDueOn: '2026-09-04', days: 15, reason: '案情复杂' });
  const made = { ...CASE, steps: { extend: { days: 15, reason: '案情复杂', recordedOn: '2026-09-01' } } };
  expect(prefill('R15', made).data).toMatchObject({ newDueOn: '2026-09-04' });
  expect(prefill('R15', made).data).not.toHaveProperty('originalDueOn');
});

it.each([
  ['请求撤销处罚决定。', ['请求撤销处罚决定。']],
  ['一、撤销；二、返还', ['撤销', '返还']],
  ['（1）撤销\n（2）返还', ['撤销', '返还']],
  ['返还2026年6月的罚款', ['返还2026年6月的罚款']],
])('claims are taken apart: %s', (written, items) => {
  expect(itemsOf(written)).toEqual(items);
});
