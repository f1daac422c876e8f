import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ID, TODAY } from './example-facts.js';
import { MEDIATION } from './lifecycle.js';

const clock = { rule: 'LT_FILE', dueOn: TODAY };
const obligation = { obligorId: ID.respondent, content: '修复道路', dueOn: TODAY, amountFen: 100_00 };
const mediator = { mediatorIds: [ID.mediator] };

const AT = {
  on: TODAY,
  from: '09:30',
  until: '11:00',
  mode: 'ONLINE',
  place: '云上调解室',
  onlineLink: 'https://meet.example.com/1',
};
const AT_WRONG = { on: '', from: '9点', until: '25:00', mode: 'X', place: '', onlineLink: 'ftp://x', dayOffAgreed: 1 };

/** A valid input of every step, and changes each of which makes it invalid at the property named. */
const SAMPLES: Record<string, { valid: object; wrong: Record<string, unknown> }> = {
  refer: {
    valid: { stage: 'DEPARTMENT', source: 'TOWN', receivedOn: TODAY, major: false, request: '赔偿损失' },
    wrong: {
      stage: 'SOMEWHERE',
      source: 'toString',
      receivedOn: '2026-02-30',
      courtCaseNumber: '10号',
      courtProcedure: 'OTHER',
      letterNumber: '',
      major: 'no',
      request: ' ',
    },
  },
  reject: {
    valid: { reason: 'OUT_OF_SCOPE', explanation: '属于刑事案件' },
    wrong: { reason: 'NO', explanation: '长'.repeat(1001) },
  },
  'ask-consent': {
    valid: { partyIds: [ID.applicant], method: 'PHONE', askedOn: TODAY },
    wrong: { partyIds: [], method: 'FAX', askedOn: '今天' },
  },
  'record-consent': {
    valid: { partyId: ID.applicant, answer: 'AGREED', form: 'WRITTEN', answeredOn: TODAY },
    wrong: { partyId: '1', answer: 'MAYBE', form: null, answeredOn: 20261124, documentId: 'x' },
  },
  'answer-as-applicant': {
    valid: { partyId: ID.applicant, answer: 'AGREED' },
    wrong: { partyId: '1', answer: 'MAYBE' },
  },
  'answer-as-respondent': {
    valid: { partyId: ID.respondent, answer: 'REFUSED' },
    wrong: { partyId: null, answer: '' },
  },
  'withdraw-consent': {
    valid: { partyId: ID.applicant, kind: 'WITHDRAWN', form: 'ORAL_RECORDED', on: TODAY, explanation: '不愿继续' },
    wrong: { partyId: '1', kind: 'TIRED', form: 'FAX', on: '', explanation: ' ' },
  },
  'record-choice': {
    valid: { partyId: ID.applicant, mediatorIds: [ID.mediator], chosenOn: TODAY },
    wrong: { partyId: '1', mediatorIds: [], chosenOn: '昨天' },
  },
  accept: { valid: { acknowledgedClocks: [clock] }, wrong: { acknowledgedClocks: [{ rule: 'LT_FILE' }] } },
  'return-unconsented': {
    valid: { reason: 'REFUSED', explanation: '申请人拒绝', remediesTold: true, toldClocks: [clock] },
    wrong: { reason: '', explanation: '', remediesTold: false, toldClocks: [{ rule: 'LT_FILE' }] },
  },
  'assign-committee': { valid: { committeeId: ID.townCommittee }, wrong: { committeeId: 'x' } },
  'reassign-committee': { valid: { committeeId: ID.townCommittee, reason: '人手不足' }, wrong: { reason: '\n' } },
  'choose-mediator': { valid: mediator, wrong: { mediatorIds: [ID.mediator, ID.mediator], presidingId: 5 } },
  'appoint-mediator': { valid: { ...mediator, basis: 'LEFT_TO_CENTRE' }, wrong: { basis: 'OTHER' } },
  'release-mediator': { valid: { reason: '调离岗位' }, wrong: { reason: ' ' } },
  'confirm-mediator': { valid: { noConflict: true }, wrong: { noConflict: false, acknowledgedClocks: 'all' } },
  'raise-recusal': {
    valid: { mediatorId: ID.mediator, raisedBy: 'APPLICANT', ground: 'INTEREST', explanation: '有利害关系' },
    wrong: { mediatorId: null, raisedBy: 'COURT', ground: 'AGE', explanation: '', knownOn: 'x' },
  },
  'reject-recusal': {
    valid: { reason: '事由不成立', agreedBy: [ID.applicant] },
    wrong: { reason: '', agreedBy: [ID.applicant, ID.applicant] },
  },
  'replace-mediator': { valid: { ...mediator, reason: '回避' }, wrong: { mediatorIds: 'x', reason: '' } },
  'schedule-session': {
    valid: { ...AT, partyIds: [ID.applicant], headWanted: true },
    wrong: { ...AT_WRONG, partyIds: [], headWanted: 'yes' },
  },
  'reschedule-session': {
    valid: { ...AT, sessionId: ID.session, reason: '一方有事' },
    wrong: { ...AT_WRONG, sessionId: '1', reason: '' },
  },
  'cancel-session': { valid: { sessionId: ID.session, reason: '一方有事' }, wrong: { sessionId: 1, reason: ' ' } },
  'record-proposal': {
    valid: { by: 'APPLICANT', visibleTo: 'OWN_SIDE', text: '退还一半', amountFen: 1 },
    wrong: { by: 'COURT', visibleTo: 'ALL', text: '', amountFen: 0.5 },
  },
  'submit-offer': { valid: { text: '退还一半' }, wrong: { text: ' ', amountFen: -1 } },
  'put-proposal': {
    valid: { proposalId: ID.proposal, proposerAllows: true },
    wrong: { proposalId: '1', proposerAllows: 'yes' },
  },
  'record-undisputed-fact': { valid: { text: '道路于三月损坏' }, wrong: { text: '' } },
  'confirm-undisputed-fact': {
    valid: { factId: ID.fact, partyId: ID.applicant, on: TODAY, mayPassOn: false },
    wrong: { factId: '1', partyId: '1', on: '', mayPassOn: 1 },
  },
  'hold-session': {
    valid: {
      heldOn: TODAY,
      mode: 'ON_SITE',
      place: '调解中心一室',
      rightsTold: true,
      identitiesChecked: true,
      open: false,
      minutes: '双方到场',
      sessionId: ID.session,
      attendances: [{ inviteeId: ID.applicant, attendance: 'ABSENT', explanation: '生病' }],
    },
    wrong: {
      heldOn: '',
      mode: 'X',
      place: '',
      rightsTold: false,
      identitiesChecked: 'yes',
      open: 0,
      openAgreedBy: ['x'],
      minutes: '',
      notes: '',
      sessionId: '1',
      attendances: [{ inviteeId: 'x', attendance: 'LATE' }],
    },
  },
  pause: {
    valid: { reason: 'APPRAISAL', from: TODAY, explanation: '委托评估' },
    wrong: { reason: 'HOLIDAY', from: '2026-13-01', explanation: '', reportedTo: ' ', reportedOn: '' },
  },
  resume: { valid: { on: TODAY }, wrong: { on: null, outcome: '' } },
  extend: {
    valid: { days: 10, agreedBy: [ID.applicant, ID.respondent], reason: '等待审批' },
    wrong: { days: 0, agreedBy: ['x'], reason: '', acknowledgedClocks: [{ rule: '', dueOn: TODAY }] },
  },
  agree: {
    valid: { matter: '道路损坏', terms: '修复并补偿', lawful: true, respondentMayBind: true, schedule: [obligation] },
    wrong: {
      matter: '',
      terms: '',
      lawful: false,
      respondentMayBind: null,
      headApprovedPayment: 'yes',
      schedule: [{ ...obligation, amountFen: 1.5 }],
      facts: ' ',
      manner: '',
      oral: 'yes',
    },
  },
  'record-signature': {
    valid: { signerId: ID.applicant, signedOn: TODAY, form: 'PAPER', agentName: '代理人', authorityFileId: ID.file },
    wrong: { signerId: '1', signedOn: '昨天', form: 'FAX', agentName: ' ', authorityFileId: 'x' },
  },
  'apply-confirmation': {
    valid: { partyIds: [ID.applicant, ID.respondent], court: '区人民法院', appliedOn: TODAY },
    wrong: { partyIds: [], court: '', appliedOn: null },
  },
  'record-court-acceptance': {
    valid: { acceptedOn: TODAY, courtNumber: '（2026）浙0110民特1号' },
    wrong: { acceptedOn: '', courtNumber: ' ' },
  },
  'record-confirmation': {
    valid: { outcome: 'CONFIRMED', decidedOn: TODAY, paperNumber: '（2026）浙0110民特1号' },
    wrong: { outcome: 'MAYBE', decidedOn: 1, paperNumber: '', paperFileId: 'x', reason: '' },
  },
  'hand-over': { valid: { wanted: 'STATEMENT', handedOverOn: TODAY }, wrong: { wanted: 'LETTER', handedOverOn: '' } },
  'record-instrument': {
    valid: { instrument: 'STATEMENT', on: TODAY, number: '余政复〔2026〕1号' },
    wrong: { instrument: 'LETTER', on: '', number: ' ' },
  },
  'record-performance': {
    valid: {
      obligationId: ID.obligation,
      outcome: 'WHOLE',
      performedOn: TODAY,
      amountFen: 1,
      description: '已付款',
      proofFileId: ID.file,
    },
    wrong: { obligationId: 1, outcome: 'NONE', performedOn: '', amountFen: 0, description: '', proofFileId: 'x' },
  },
  reschedule: {
    valid: { obligationId: ID.obligation, dueOn: TODAY, agreedBy: [ID.applicant], reason: '资金未到位' },
    wrong: { obligationId: '', dueOn: '2026-02-30', agreedBy: [], reason: '' },
  },
  'urge-performance': {
    valid: { obligationIds: [ID.obligation], content: '电话督促' },
    wrong: { obligationIds: [], content: ' ' },
  },
  'mediate-again': {
    valid: { obligationIds: [ID.obligation], content: '再次调解', agreedBy: [ID.applicant] },
    wrong: { obligationIds: ['x'], content: '', agreedBy: 'all' },
  },
  'record-enforcement': {
    valid: { obligationIds: [ID.obligation], content: '申请执行', court: '区人民法院', appliedOn: TODAY },
    wrong: { obligationIds: null, content: '', court: '', appliedOn: '' },
  },
  'advise-suit': {
    valid: { obligationIds: [ID.obligation], content: '告知起诉' },
    wrong: { obligationIds: [ID.obligation, ID.obligation], content: '' },
  },
  'record-visit': {
    valid: { round: 'FIRST', visitedOn: TODAY, method: 'PHONE', outcome: 'PERFORMED', finding: '已履行' },
    wrong: { round: 'THIRD', visitedOn: '', method: 'FAX', outcome: '', obligationIds: [], finding: '' },
  },
  close: { valid: { summary: '履行完毕', toldClocks: [clock] }, wrong: { summary: '', toldClocks: 'none' } },
  terminate: {
    valid: {
      reason: 'UNREACHABLE',
      explanation: '无法联系',
      partyIds: [ID.applicant],
      occurredOn: TODAY,
      attempts: [{ on: TODAY, method: '电话' }],
    },
    wrong: {
      reason: 'BORED',
      explanation: '',
      partyIds: ['x'],
      occurredOn: '',
      attempts: [{ on: '昨天', method: '电话' }],
      toldClocks: [{ dueOn: TODAY }],
    },
  },
  return: {
    valid: { report: '未达成协议', remediesTold: true },
    wrong: {
      report: '',
      undisputedFacts: '',
      undisputedFactsConsented: 'yes',
      remediesTold: undefined,
      toldClocks: [{ rule: '', dueOn: TODAY }],
    },
  },
};

const WITH_INPUT = MEDIATION.transitions.filter((t) => t.input);

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

it.each([
  ['accept', 'acknowledgedClocks'],
  ['agree', 'schedule'],
  ['hold-session', 'attendances'],
  ['terminate', 'attempts'],
  ['terminate', 'toldClocks'],
  ['return', 'toldClocks'],
  ['close', 'toldClocks'],
])('%s refuses a hole in the list %s, which a guard would stumble over', (name, property) => {
  expect(check(name, { ...SAMPLES[name]!.valid, [property]: [null] }).map((e) => e.property)).toEqual([property]);
});

const WRONG = Object.entries(SAMPLES).flatMap(([name, { valid, wrong }]) =>
  Object.entries(wrong).map(([property, value]) => [name, property, { ...valid, [property]: value }] as const),
);

it.each(WRONG)('%s refuses a wrong %s, in Chinese', (name, property, plain) => {
  const errors = check(name, plain);
  expect(errors.map((e) => e.property)).toEqual([property]);
  for (const message of messages(errors)) expect(message).toMatch(/\p{Script=Han}/u);
});
