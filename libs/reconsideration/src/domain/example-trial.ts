import { clock, id, WHO } from './example-facts.js';
import type { ReconsiderationFacts } from './facts.js';

/** The hearing that is planned in the example: on the day of judgement, everybody told in time. */
export const PLANNED = {
  id: id(41),
  on: '2026-08-12',
  chairId: WHO.handler,
  memberIds: [WHO.member, WHO.otherOfficer],
  recorderId: WHO.fourthOfficer,
  notified: new Map([WHO.applicant, WHO.respondent, WHO.thirdParty].map((party) => [party, '2026-08-03'])),
};
export const NORM = { id: id(42), competent: true, sentOn: null, receivedOn: null, answeredOn: null, concluded: false };
const S9 = { suspension: { ground: 'S9', on: '2026-08-11' } } as const;
const SENT = { ...NORM, sentOn: '2026-08-11' };
const SIMPLIFIED = { track: 'SIMPLIFIED', officerIds: [WHO.handler] } as const;

function attendances(): object[] {
  return [
    { partyId: WHO.applicant, attendance: 'PRESENT' },
    { partyId: WHO.respondent, attendance: 'PRESENT', headAttended: true },
    { partyId: WHO.thirdParty, attendance: 'ABSENT' },
  ];
}

/** For every step of the trial's topics an input that satisfies it. */
export const TOPIC_INPUTS: Record<string, object> = {
  'decide-third-party': { partyId: WHO.thirdParty, way: 'APPLIED', interest: '相邻权人', outcome: 'ADMITTED' },
  'ask-recusal': { officerId: WHO.member, askedBy: 'EX_OFFICIO', ground: 'OTHER', explanation: '曾公开发表意见' },
  'decide-recusal': { recusalId: id(43), outcome: 'GRANTED', reason: '理由成立', replacementId: WHO.otherOfficer },
  'give-opinion': { opinion: '事实清楚，程序违法', vote: 'AGREE', kind: 'REVOKE' },
  'join-cases': { caseIds: [id(44)], ground: 'SEVERAL_APPLICANTS', reason: '同一事实' },
  'separate-case': { reason: '争议焦点不同' },
  'decide-with-lead': { opinion: '同意' },
  'assess-complexity': { hearingGrounds: ['GROUP'], committeeGrounds: ['MAJOR'], reason: '涉及人数众多' },
  'schedule-hearing': {
    on: '2026-08-26',
    time: '09:30',
    place: '第一听证室',
    matters: '处罚的事实和程序',
    chairId: WHO.handler,
    memberIds: [WHO.member, WHO.otherOfficer],
    recorderId: WHO.fourthOfficer,
  },
  'notify-hearing': { partyIds: [WHO.applicant], servedOn: '2026-08-04' },
  'reschedule-hearing': { on: '2026-08-28', time: '14:00', place: '第二听证室', reason: '场地冲突' },
  'cancel-hearing': { reason: '当事人达成和解' },
  'hold-hearing': { transcript: '听证笔录', attendances: attendances() },
  'consult-committee': { question: '法律适用', ground: 'MAJOR' },
  'receive-committee-opinion': { givenOn: '2026-08-12', meeting: 'CASE', opinion: '建议撤销' },
  'record-evidence': {
    kind: 'DOCUMENT',
    partyId: WHO.applicant,
    submittedOn: '2026-08-12',
    title: '现场照片说明',
    proves: '摊位位于界内',
  },
  'judge-evidence': { evidenceId: id(45), admitted: true, reason: '真实合法，与本案有关' },
  'record-investigation': {
    on: '2026-08-12',
    investigators: [
      { officerId: WHO.handler, certificateNo: 'F0001' },
      { officerId: WHO.member, certificateNo: 'F0002' },
    ],
    matter: '现场走访',
    findings: '与照片一致',
  },
  'begin-fact-finding': { kind: 'INSPECTION', on: '2026-08-12', matter: '测量界线' },
  'end-fact-finding': { factFindingId: id(46), on: '2026-08-12', result: '在界内' },
  'stay-execution': { ground: 'AUTHORITY', reason: '执行后难以恢复' },
  'lift-stay': { reason: '已提供担保' },
  'convert-to-ordinary': { reason: '争议较大', memberIds: [WHO.member] },
  'request-uplift': { ground: 'GUIDANCE', reason: '类案较多' },
  'decline-uplift': { answeredOn: '2026-08-12', documentNo: '市复议〔2026〕1号' },
  'transfer-up': {
    ground: 'GUIDANCE',
    superior: '市人民政府',
    documentNo: '市复议〔2026〕2号',
    receivedOn: '2026-08-12',
  },
  'send-files-up': { sentOn: '2026-08-12', partiesTold: true },
  'order-review': { superior: '市人民政府', documentNo: '市复议〔2026〕3号', receivedOn: '2026-08-12' },
  'order-trial': { superior: '市人民政府', documentNo: '市复议〔2026〕4号', receivedOn: '2026-08-12' },
  'order-resumption': { superior: '市人民政府', documentNo: '市复议〔2026〕5号', receivedOn: '2026-08-12' },
  'suspend-for-review': {
    kind: 'GOVERNMENT',
    title: '市容管理规定',
    clause: '第三条',
    maker: '区城管局',
    basis: 'APPLIED',
    appliedOn: '2026-08-10',
    competent: true,
    reason: '与上位法不一致',
  },
  'send-norm': { sentOn: '2026-08-12' },
  'record-norm-receipt': { receivedOn: '2026-08-12' },
  'receive-norm-answer': { answeredOn: '2026-08-12', answer: '依据充分' },
  'conclude-norm-review': { outcome: 'LAWFUL', reason: '未超越权限' },
  'file-withdrawal': {
    signedByIds: [WHO.applicant],
    receivedOn: '2026-08-12',
    afterSettlement: true,
    reason: '已和解',
  },
  'decide-withdrawal': { allowed: true, reason: '出于自愿' },
  terminate: { ground: 'T2', reason: '无近亲属' },
  'conclude-mediation': {
    terms: '退还多缴罚款',
    thirdPartyIds: [],
    signedByIds: [WHO.applicant, WHO.respondent],
    performances: [{ partyId: WHO.respondent, what: '退款', dueOn: '2026-08-20' }],
    lawful: true,
    sealed: true,
  },
  dismiss: { ground: 'BEYOND_POWER', reason: '不属于其职权' },
  'serve-ending': { method: 'DIRECT', on: '2026-08-11', recipientId: WHO.applicant },
};

/** What the plain case of a step's first state lacks for that step. */
export const TOPIC_NEEDS: Record<string, Partial<ReconsiderationFacts>> = {
  'decide-recusal': { recusals: [{ id: id(43), officerId: WHO.member }] },
  'separate-case': { lead: { caseId: id(47), decidedOn: null } },
  'decide-with-lead': { lead: { caseId: id(47), decidedOn: '2026-08-12' } },
  'notify-hearing': { plannedHearing: { ...PLANNED, notified: new Map() } },
  'reschedule-hearing': { plannedHearing: PLANNED },
  'cancel-hearing': { plannedHearing: PLANNED },
  'hold-hearing': { plannedHearing: PLANNED },
  'receive-committee-opinion': { committeeAskedOn: '2026-08-11' },
  'judge-evidence': { evidence: [{ id: id(45), judged: false }] },
  'end-fact-finding': { factFinding: [{ id: id(46), begunOn: '2026-08-11' }] },
  'lift-stay': { stay: { id: id(48), on: '2026-08-11' } },
  'convert-to-ordinary': { ...SIMPLIFIED, clocks: [clock('RC_DECIDE', '2026-08-19')] },
  'decline-uplift': { uplift: { id: id(49), requestedOn: '2026-08-11' } },
  'send-norm': { ...S9, normReview: NORM },
  'record-norm-receipt': { ...S9, normReview: SENT },
  'receive-norm-answer': { ...S9, normReview: SENT },
  'conclude-norm-review': { ...S9, normReview: SENT },
  'decide-withdrawal': { withdrawal: { id: id(50), approved: false } },
};
