import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ID, TODAY } from './example-facts.js';
import { OWNERSHIP } from './lifecycle.js';

const measure = { measure: '约谈当事人', responsible: '法制科', dueOn: TODAY };

/** A valid input of every step, and changes each of which makes it invalid at the property named. */
const SAMPLES: Record<string, { valid: object; wrong: Record<string, unknown> }> = {
  propose: {
    valid: {
      leaderId: ID.leader,
      unitId: ID.unit,
      unitLeaderId: ID.unitLeader,
      resolveBy: '2027-02-24',
      risk: 'HIGH',
      target: '促成和解',
    },
    wrong: {
      leaderId: 'x',
      unitId: null,
      unitLeaderId: 7,
      resolveBy: '2026-02-30',
      risk: 'toString',
      target: ' ',
      cooperatingUnitIds: ['x'],
      stage: 'MOON',
      court: '',
      focus: ' ',
      measures: '',
      jointMeetingOn: '昨天',
      jointMeetingReason: '',
    },
  },
  list: { valid: { basis: 'AUTHORITY', opinion: '同意列入' }, wrong: { basis: 'NOBODY', opinion: '' } },
  decline: { valid: { opinion: '不属于重大案件' }, wrong: { opinion: '\t' } },
  'submit-plan': {
    valid: { facts: '基本情况', claim: '赔偿', legalView: '分析', options: '协商', budgetFen: 0, steps: [measure] },
    wrong: {
      facts: '',
      claim: '',
      legalView: '',
      options: '长'.repeat(5001),
      budgetFen: -1,
      steps: [{ ...measure, dueOn: '' }],
      riskControl: '',
    },
  },
  'approve-plan': { valid: { opinion: '同意' }, wrong: { opinion: 1 } },
  'return-plan': { valid: { opinion: '请补充法律分析' }, wrong: { opinion: '' } },
  'report-progress': {
    valid: { kind: 'PROGRESS', done: '已约谈', next: '拟定协议', risk: 'LOW', partyContacted: true },
    wrong: { kind: 'OTHER', done: '', next: '', risk: '', partyContacted: 'yes' },
  },
  ...Object.fromEntries(
    ['mark-yellow', 'mark-red', 'mark-circular'].map((name) => [
      name,
      { valid: { cause: 'REPORT_LATE', about: ID.order }, wrong: { cause: 'BECAUSE', about: 'a b' } },
    ]),
  ),
  'lift-mark': { valid: { reason: '已当面说明' }, wrong: { reason: '' } },
  'issue-circular': { valid: { text: '通报批评' }, wrong: { text: ' ' } },
  'issue-supervision': {
    valid: { reason: '逾期未报', basis: '包案通知', demand: '三日内报告' },
    wrong: { reason: '', basis: '', demand: '', workingDays: 0 },
  },
  'acknowledge-supervision': { valid: { orderId: ID.order }, wrong: { orderId: 'x' } },
  'reply-supervision': {
    valid: { orderId: ID.order, content: '已报告' },
    wrong: { orderId: null, content: '', fileIds: [ID.file, ID.file] },
  },
  'accept-supervision': { valid: { orderId: ID.order, opinion: '同意' }, wrong: { orderId: 1, opinion: '' } },
  'return-supervision': {
    valid: { orderId: ID.order, opinion: '请补充', workingDays: 3 },
    wrong: { orderId: '', opinion: '', workingDays: 61 },
  },
  'request-extension': { valid: { days: 30, reason: '等待鉴定' }, wrong: { days: 31, reason: '' } },
  extend: { valid: { days: 1, reason: '等待鉴定' }, wrong: { days: 0, reason: '' } },
  'refuse-extension': { valid: { opinion: '抓紧办理' }, wrong: { opinion: '' } },
  'change-owners': {
    valid: { leaderId: ID.leader, reason: '分工调整', handOverNote: '已走访六户' },
    wrong: { leaderId: '', unitId: 1, unitLeaderId: 'x', reason: '', handOverNote: '' },
  },
  'claim-resolution': {
    valid: { kind: 'AGREEMENT', summary: '已签协议', fileIds: [ID.file] },
    wrong: { kind: 'HOPE', summary: '', amountFen: 0, fileIds: [] },
  },
  ...Object.fromEntries(
    ['verify', 'fail-verification'].map((name) => [
      name,
      {
        valid: { effective: true, payment: 'PAID', partyConfirms: true, contactedOn: TODAY, opinion: '属实' },
        wrong: { effective: 1, payment: 'SOON', partyConfirms: 'yes', contactedOn: '今天', opinion: '' },
      },
    ]),
  ),
  'strike-off': { valid: { opinion: '同意销号' }, wrong: { opinion: '' } },
  'refuse-strike-off': { valid: { opinion: '再核' }, wrong: { opinion: '' } },
  reopen: { valid: { reason: '又起争议', resolveBy: TODAY }, wrong: { reason: '', resolveBy: '' } },
  'close-unresolved': {
    valid: { ground: 'FINAL_JUDGMENT', explanation: '终审判决', lessons: '程序意识' },
    wrong: { ground: 'TIRED', explanation: '', lessons: '' },
  },
};

const WITH_INPUT = OWNERSHIP.transitions.filter((t) => t.input);

function check(name: string, plain: object): ValidationError[] {
  const input = plainToInstance(WITH_INPUT.find((t) => t.name === name)!.input!, plain);
  return validateSync(input, { whitelist: true, forbidNonWhitelisted: true });
}

function messages(errors: readonly ValidationError[]): string[] {
  return errors.flatMap((e) => [...Object.values(e.constraints ?? {}), ...messages(e.children ?? [])]);
}

it('has a sample for every step that takes data', () => {
  expect(WITH_INPUT.map((t) => t.name).sort()).toEqual(Object.keys(SAMPLES).sort());
});

it.each(Object.entries(SAMPLES))('%s takes the sample, and no unknown field', (name, { valid }) => {
  expect(check(name, valid)).toEqual([]);
  expect(check(name, { ...valid, surprise: 1 }).map((e) => e.property)).toEqual(['surprise']);
});

it('refuses a hole in the list of steps, which a guard would stumble over', () => {
  const { valid } = SAMPLES['submit-plan']!;
  expect(check('submit-plan', { ...valid, steps: [null] }).map((e) => e.property)).toEqual(['steps']);
});

const WRONG = Object.entries(SAMPLES).flatMap(([name, { valid, wrong }]) =>
  Object.entries(wrong).map(([property, value]) => [name, property, { ...valid, [property]: value }] as const),
);

it.each(WRONG)('%s refuses a wrong %s, in Chinese', (name, property, plain) => {
  const errors = check(name, plain);
  expect(errors.map((e) => e.property)).toEqual([property]);
  for (const message of messages(errors)) expect(message).toMatch(/\p{Script=Han}/u);
});
