import { CONDITION_CODES } from './acceptance.js';
import { WHO } from './example-facts.js';
import { TOPIC_INPUTS } from './example-trial.js';

const SERVED = { method: 'DIRECT', on: '2026-08-11' } as const;

/** For every step an input that satisfies it in the plain case of its state. */
export const SOUND_INPUTS: Record<string, object> = {
  ...TOPIC_INPUTS,
  receive: { method: 'IN_PERSON', receivedOn: '2026-08-12' },
  'assign-reviewer': { reviewerId: WHO.otherOfficer },
  'notify-correction': { kind: 'MATERIALS', items: ['补交身份证明', '写明具体的复议请求'] },
  'serve-correction-notice': SERVED,
  'extend-correction': { days: 5, reason: '材料须向外地机关调取' },
  'receive-correction': { receivedOn: '2026-08-12' },
  'accept-late-correction': { receivedOn: '2026-08-12', reason: '住院治疗' },
  'lapse-correction': {},
  refuse: { failed: ['IN_TIME'], reason: '超过法定申请期限' },
  'serve-refusal': { ...SERVED, recipientId: WHO.applicant },
  'decline-repeat': { earlierNumber: '余政复〔2026〕3号', nothingNew: true, toldOn: '2026-08-12' },
  'withdraw-early': { signedByIds: [WHO.applicant], receivedOn: '2026-08-12' },
  accept: { met: CONDITION_CODES },
  'accept-deemed': {},
  'open-trial': { track: 'ORDINARY', handlerId: WHO.handler, memberIds: [WHO.member] },
  'send-copy': { sentOn: '2026-08-12' },
  'record-copy-receipt': SERVED,
  'receive-reply': {
    receivedOn: '2026-08-12',
    agents: [{ name: '甲某', employment: 'STAFF' }],
    withEvidence: true,
  },
  'default-reply': {},
  'record-opinion': { partyId: WHO.applicant, method: 'PHONE', heardOn: '2026-08-12' },
  extend: { days: 30, reason: '案情复杂，需要进一步调查' },
  suspend: { ground: 'S8', explanation: '等待另案裁判' },
  resume: { explanation: '另案已经审结', causeEnded: true },
  'start-drafting': { report: '查明的事实、争议焦点、分析和处理建议' },
  'submit-draft': {
    kind: 'REVOKE',
    ground: 'PROCEDURE_ILLEGAL',
    conclusion: '撤销被申请人作出的行政处罚决定',
    signedByIds: [WHO.handler, WHO.member],
    compensation: 'NONE',
  },
  'pass-department-review': { opinion: '同意' },
  'pass-institution-review': { opinion: '同意' },
  'return-draft': { opinion: '第二项理由不足，请补充' },
  'return-approval': { opinion: '请再核实送达情况' },
  'approve-decision': { mode: 'HEAD', opinion: '同意' },
  'record-service': { ...SERVED, recipientId: WHO.applicant },
};
