import { missingFields } from '@app/documents';
import { textOf } from '../../../../documents/testing/paper-examples.js';
import { OWNERSHIP_PAPERS } from '../catalogue.js';
import { LIST_COLUMNS } from '../listing.js';
import type { OwnershipCase } from './ownership-case.js';
import { prefill } from './prefill.js';

const CASE: OwnershipCase = {
  number: '余包案〔2026〕3号',
  respondent: { id: 'organ', name: '测试街道办事处' },
  claims: '支付补偿款',
  facts: '补偿款没有支付。',
  act: { name: '房屋征收补偿决定', documentNo: null, on: '2026-06-01', knownOn: null },
  parties: [
    {
      id: '1',
      role: 'APPLICANT',
      kind: 'PERSON',
      name: '测试当事人',
      address: null,
      legalRepresentative: null,
      isRepresentative: false,
      actsForId: null,
    },
  ],
  steps: {},
  clocks: [{ rule: 'CO_ACK', startsOn: '2026-09-01', dueOn: '2026-09-04', state: 'RUNNING' }],
  leader: '测试区领导',
  unit: { id: 'unit', name: '测试街道办事处' },
  unitLeader: '测试责任领导',
  cooperating: ['测试配合单位'],
  tags: ['ADMIN_COMPENSATION'],
  jointMeetingReason: null,
  risk: 'HIGH',
  target: '当事人撤诉',
  resolveBy: '2026-11-30',
  closing: { ground: 'IRRECONCILABLE', explanation: '分歧过大。', lessons: '应当及早沟通。' },
  listed: {
    number: '余包清〔2026〕1号',
    serial: 1,
    content: {
      number: '余包案〔2026〕3号',
      title: '测试当事人诉测试街道办事处',
      type: 'COMPENSATION',
      parties: ['测试当事人'],
      respondent: '测试街道办事处',
      amount: null,
      stage: 'FIRST_INSTANCE',
      court: '测试法院',
      focus: null,
      risk: 'HIGH',
      leaderId: 'a',
      leader: '测试区领导',
      unitId: 'unit',
      unit: '测试街道办事处',
      unitLeaderId: 'b',
      unitLeader: '测试责任领导',
      liaisons: ['测试联络员'],
      cooperatingUnits: [],
      target: '当事人撤诉',
      measures: null,
      resolveBy: '2026-11-30',
      reason: null,
    },
  },
  plan: {
    content: {
      facts: '基本情况',
      claim: '诉求',
      legalView: '分析',
      options: '思路',
      budgetFen: 100000,
      steps: [{ measure: '沟通', responsible: '专班', dueOn: '2026-10-01' }],
    },
    submittedOn: '2026-09-10',
    state: 'APPROVED',
    opinion: null,
  },
  report: { kind: 'PROGRESS', done: '已沟通', next: '再沟通', partyContacted: true, reportedOn: '2026-09-20' },
  order: {
    number: '余包督〔2026〕3号',
    reason: '报告逾期',
    basis: '包案办法',
    demand: '立即报告',
    reply: '已报告',
    returned: null,
  },
  circular: '两次红灯。',
  extension: { days: 30, reason: '需要鉴定', state: 'ASKED' },
  handOver: {
    changes: [['包案区领导', '甲', '乙']],
    reason: '分工调整',
    note: '已经交接',
    changedOn: '2026-10-08',
  },
  claim: {
    kind: 'AGREEMENT',
    summary: '已经签订协议',
    amountFen: 500000,
    proofs: ['补偿协议'],
    checklist: { effective: true, payment: 'PAID', partyConfirms: true, contactedOn: '2026-11-01', opinion: '属实' },
    signedOpinion: null,
    outcome: 'VERIFIED',
    claimedOn: '2026-10-30',
  },
  reopening: { reason: '反复', resolveBy: '2027-01-31', struckOffOn: '2026-11-05', reopenedOn: '2026-12-01' },
};

describe.each(OWNERSHIP_PAPERS.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
  it('is prefilled with its own fields only, in their forms, and goes to the unit where it goes out', () => {
    const { data, addressees } = prefill(code, CASE);
    const names = kind.fields.map((field) => field.name);
    expect(Object.keys(data).filter((name) => !names.includes(name))).toEqual([]);
    expect(missingFields(kind, data).filter((field) => field.name in data)).toEqual([]);
    const unit = { role: 'OTHER_ORGAN', name: '测试街道办事处', organId: 'unit' };
    expect(addressees).toEqual(kind.addressees.length > 0 ? [unit] : []);
  });

  it('a case that has only been proposed prefills it too', () => {
    const nothing = { listed: null, plan: null, report: null, order: null, circular: null, extension: null };
    const begun = { ...CASE, ...nothing, handOver: null, claim: null, reopening: null, closing: null, clocks: [] };
    expect(() => textOf(kind, prefill(code, begun).data)).not.toThrow();
  });
});

it('the list has the line that was approved, a cell for each column', () => {
  const { entries } = prefill('C01', CASE).data as { entries: string[][] };
  expect(entries[0]).toHaveLength(LIST_COLUMNS.length);
  expect(entries[0]).toEqual(expect.arrayContaining(['行政赔偿（补偿）', '一审 测试法院', '高', '2026年11月30日']));
});

it('takes over what the steps recorded', () => {
  expect(prefill('C02', CASE).data['eligibility']).toBe('ADMIN_COMPENSATION');
  expect(prefill('C02', { ...CASE, jointMeetingReason: '影响大' }).data).toMatchObject({
    eligibility: 'JOINT_MEETING',
    reason: '影响大',
  });
  expect(prefill('C03', CASE).data).toMatchObject({ acknowledgeBy: '2026-09-04', target: '当事人撤诉' });
  expect(prefill('C05', CASE).data).toMatchObject({ budget: 1000, steps: [['沟通', '专班', '2026年10月1日']] });
  expect(prefill('C08', CASE).data).toMatchObject({ done: '已沟通', contacted: 'YES' });
  expect(prefill('C09', CASE).data).not.toHaveProperty('done');
  expect(prefill('C11', CASE).data).toMatchObject({ orderNo: '余包督〔2026〕3号', reply: '已报告' });
  expect(prefill('C16', CASE).data).toMatchObject({ resolution: 'AGREEMENT', amount: 5000, proofs: ['补偿协议'] });
  expect(prefill('C17', CASE).data).toMatchObject({ effective: 'YES', payment: 'PAID', contactedOn: '2026-11-01' });
});

it('an extension shows the earlier day until it is given, then the later', () => {
  expect(prefill('C14', CASE).data).toMatchObject({ resolveBy: '2026-11-30', days: 30 });
  const given = prefill('C14', { ...CASE, extension: { days: 30, reason: '需要鉴定', state: 'GRANTED' } }).data;
  expect(given).toMatchObject({ newResolveBy: '2026-11-30' });
  expect(given).not.toHaveProperty('resolveBy');
});

it('what was returned last is the claim, else the reply to an order, else the plan', () => {
  const of = (change: Partial<OwnershipCase>) => prefill('C07', { ...CASE, ...change }).data;
  expect(of({ claim: { ...CASE.claim!, outcome: 'FAILED' } })).toMatchObject({ returned: 'CLAIM', opinion: '属实' });
  expect(of({ order: { ...CASE.order!, returned: '不详' } })).toMatchObject({ returned: 'REPLY', opinion: '不详' });
  expect(of({ plan: { ...CASE.plan!, state: 'RETURNED', opinion: '太粗' } })).toMatchObject({
    returned: 'PLAN',
    opinion: '太粗',
  });
  expect(of({})).not.toHaveProperty('returned');
});
