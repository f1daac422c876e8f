import { validate } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import { asRequest } from './as-request.js';
import { DraftContent } from './content.inputs.js';
import { asFormFindings, checkForm } from './form-rules.js';

const person = {
  name: '测试',
  sex: 'MALE' as const,
  idNumber: 'E1234567',
  phone: '13900001234',
  domicile: '测试路1号',
};
const firm = {
  kind: 'ORGANISATION' as const,
  name: '测试公司',
  idNumber: '91350100M000100Y43',
  phone: '13900001234',
  domicile: '测试路1号',
  legalRepresentative: '测试',
  legalRepresentativePost: '执行董事',
};
const agent = { name: '代理', idNumber: 'E7654321', matters: '代为申请', term: '至本案办结', actsFor: 0 };
const service = { address: '测试路2号' };

const pointers = (content: DraftContent): string[] => checkForm(content).map((finding) => finding.pointer);

it.each<[string, DraftContent, string[]]>([
  ['a person', { applicants: [person], service }, []],
  ['a firm', { applicants: [firm], service }, []],
  ['a person served at an address of his own', { applicants: [{ ...person, address: '测试路3号' }] }, []],
  ['nowhere to serve', { applicants: [person] }, ['#/applicants/0/address']],
  ['no sex', { applicants: [{ ...person, sex: null }], service }, ['#/applicants/0/sex']],
  ['blank phone', { applicants: [{ ...person, phone: ' ' }], service }, ['#/applicants/0/phone']],
  ['a firm without head', { applicants: [{ ...firm, legalRepresentative: '' }], service }, ['#/applicants/0/legalRepresentative']],
  ['a firm without his post', { applicants: [person, { ...firm, legalRepresentativePost: null }], service }, ['#/applicants/1/legalRepresentativePost']],
  ['an agent', { applicants: [person], agents: [agent], service }, []],
  ['an agent without term', { applicants: [person], agents: [{ ...agent, term: undefined }], service }, ['#/agents/0/term']],
  ['an agent of nobody', { applicants: [person], agents: [{ ...agent, actsFor: 1 }], service }, ['#/agents/0/actsFor']],
  ['consent without address', { service: { electronicConsent: true } }, ['#/service/electronicAddress']],
  ['consent with one', { service: { electronicConsent: true, electronicAddress: '13900001234' } }, []],
])('the form: %s', (_what, content, expected) => expect(pointers(content)).toEqual(expected)); // prettier-ignore

it('every finding has its article and a Chinese sentence', () => {
  const all = checkForm({
    applicants: [{}, { kind: 'ORGANISATION' }],
    agents: [{}],
    service: { electronicConsent: true },
  });
  expect(all).toHaveLength(15);
  for (const { article, detail } of all)
    expect([/第\d+条/.test(article!), /[\u4e00-\u9fff]/.test(detail)]).toEqual([true, true]);
});

it('findings of the register point into the content, once, and only to what an applicant fills in', () => {
  const finding = (pointer: string) => ({ severity: 'error' as const, pointer, code: 'x', detail: '错' });
  const found = [
    '#/parties',
    '#/parties/1/idNumber',
    '#/parties/2/authority',
    '#/claims',
    '#/receivedOn',
    '#/parties/0/phone',
  ];
  const form = [finding('#/applicants/0/phone')];
  expect(asFormFindings(found.map(finding), form, 2).map((f) => f.pointer)).toEqual([
    '#/applicants',
    '#/applicants/1/idNumber',
    '#/agents/0/authority',
    '#/claims',
  ]);
});

it('becomes a dispute: applicants in order, then agents; served where he says, else where the form says, else at home', () => {
  const applicants = [{ ...person, address: '测试路3号' }, person];
  const request = asRequest({ applicants, agents: [agent], service, fieldCode: ' ' }, '2026-11-24', 'office');
  expect(request).toMatchObject({
    channel: 'ONLINE',
    receivedOn: '2026-11-24',
    fieldCode: 'OTHER',
    respondentOrganId: null,
  });
  expect(request.parties.map((p) => [p.role, p.address ?? null, p.actsFor ?? null])).toEqual([
    ['APPLICANT', '测试路3号', null],
    ['APPLICANT', '测试路2号', null],
    ['AGENT', null, 0],
  ]);
  expect(asRequest({ applicants: [person] }, '2026-11-24', 'office').parties[0]!.address).toBe('测试路1号');
});

it.each<[string, object, string]>([
  ['no list', { applicants: {} }, 'applicants'],
  ['too many', { applicants: Array.from({ length: 151 }, () => ({})) }, 'applicants'],
  ['a day that is none', { actOn: '2026-02-30' }, 'actOn'],
  ['a control character', { facts: 'a\u0000' }, 'facts'],
  ['too long a text', { claims: '长'.repeat(5001) }, 'claims'],
  ['no organ', { respondentOrganId: 'nobody' }, 'respondentOrganId'],
  ['a text for a truth value', { service: { electronicConsent: 'yes' } }, 'service'],
])('the content refuses %s', async (_what, content, property) => {
  const errors = await validate(plainToInstance(DraftContent, content), {
    whitelist: true,
    forbidNonWhitelisted: true,
  });
  expect(errors.map((error) => error.property)).toEqual([property]);
});
