import type { ClockEffect, Transition } from '@app/cases';
import { serviceGuards, servedOn } from '@app/service-of-process';
import { decisionKind } from '../decision-kinds.js';
import { openClock, type ReconsiderationFacts, type Side } from '../facts.js';
import type { ReconsiderationState } from '../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;
type ServiceEffect = ClockEffect<ReconsiderationFacts, inputs.RecordServiceInput>;

const submitDraft: Step<inputs.SubmitDraftInput> = {
  code: 'RC-26',
  name: 'submit-draft',
  label: '提交决定书稿',
  from: ['DRAFTING'],
  to: 'INSTITUTION_REVIEW',
  roles: ['case_handler'],
  guards: [
    guard.groundFitsKind,
    guard.kindOpen,
    guard.silenceProven,
    guard.changeNotWorse,
    guard.invalidityAsked,
    guard.insistenceExplained,
    guard.remakeWithRevocation,
    guard.remakeDaysFounded,
    guard.kindFitsMatter,
    guard.performancePeriodSet,
    guard.compensationFits,
    guard.compensationConcrete,
    guard.returnFits,
    guard.adoptionStated,
    guard.officersSigned,
  ],
  input: inputs.SubmitDraftInput,
  documents: ['审批表', '行政复议决定书（稿）'],
  article: '复议法 2023 第61条第1款、第63条至第72条',
  sentence: (_facts, { input }) => `提交决定书稿，拟决定${decisionKind(input.kind).name}`,
};

const passDept: Step<inputs.PassDraftInput> = {
  code: 'RC-26',
  name: 'pass-department-review',
  label: '部门审核通过',
  from: ['INSTITUTION_REVIEW'],
  to: null,
  roles: ['dept_head'],
  guards: [guard.reviewerNotDrafter, guard.deptNotReviewed],
  input: inputs.PassDraftInput,
  review: 'pass',
  documents: ['审批表'],
  article: '复议法 2023 第61条第1款',
};

const passInstitution: Step<inputs.PassDraftInput> = {
  code: 'RC-26',
  name: 'pass-institution-review',
  label: '机构审核通过，报机关审批',
  from: ['INSTITUTION_REVIEW'],
  to: 'AUTHORITY_APPROVAL',
  roles: ['institution_head'],
  guards: [guard.reviewerNotDrafter, guard.deptReviewed],
  input: inputs.PassDraftInput,
  review: 'pass',
  documents: ['审批表'],
  article: '复议法 2023 第61条第1款；实施条例 2026 第52条',
};

const RETURN = {
  code: 'RC-27',
  to: 'DRAFTING',
  guards: [],
  input: inputs.ReturnDraftInput,
  review: 'return',
  documents: ['退回意见'],
  article: '复议法 2023 第61条第1款',
} as const;

const returnDraft: Step<inputs.ReturnDraftInput> = {
  ...RETURN,
  name: 'return-draft',
  label: '机构退回修改',
  from: ['INSTITUTION_REVIEW'],
  roles: ['dept_head', 'institution_head'],
};

const returnApproval: Step<inputs.ReturnDraftInput> = {
  ...RETURN,
  name: 'return-approval',
  label: '机关退回修改',
  from: ['AUTHORITY_APPROVAL'],
  roles: ['authority_head'],
};

const overdue = (facts: ReconsiderationFacts, today: string): boolean => {
  const clock = openClock(facts, 'RC_DECIDE');
  return clock !== undefined && today > clock.dueOn;
};

/** A late decision is unlawful in time, but better than none: it is made, and the case's history says so. */
const approveDecision: Step<inputs.ApproveDecisionInput> = {
  code: 'RC-28',
  name: 'approve-decision',
  label: '作出复议决定',
  from: ['AUTHORITY_APPROVAL'],
  to: 'DECIDED',
  roles: ['authority_head'],
  guards: [guard.reviewerNotDrafter, guard.meetingRecorded, guard.meetingPassed],
  input: inputs.ApproveDecisionInput,
  review: 'pass',
  clocks: [{ do: 'meet', rule: 'RC_DECIDE' }],
  documents: ['行政复议决定书', '集体讨论记录'],
  article: '复议法 2023 第61条第1款、第62条、第75条第1款',
  sentence(facts, { today, input }) {
    const mode = inputs.APPROVAL_MODES[input.mode];
    const kind = facts.draft ? decisionKind(facts.draft.kind).name : '复议决定';
    return `${mode}，决定${kind}${overdue(facts, today) ? '（已超过审理期限）' : ''}`;
  },
};

function isOnSide(facts: ReconsiderationFacts, recipientId: string, side: Side): boolean {
  return facts.parties.some((party) => party.partyId === recipientId && party.side === side);
}

/** Whether nobody is left to be served once `recipientId` is. */
export function allServed(facts: Pick<ReconsiderationFacts, 'parties'>, recipientId: string): boolean {
  return facts.parties.every((party) => party.servedOn !== null || party.partyId === recipientId);
}

/**
 * The decision binds each from the day it is served on him: so do the periods that follow, and each applicant and third
 * party has his own to sue.
 */
const AFTER_SERVICE: readonly ServiceEffect[] = [
  {
    do: 'start',
    rule: 'RC_SUE',
    when: (facts, { input }) => !isOnSide(facts, input.recipientId, 'RESPONDENT'),
    concerns: (_facts, { input }) => input.recipientId,
    on: (_facts, { input }) => servedOn(input),
  },
  {
    do: 'start',
    rule: 'RC_REMAKE',
    when: (facts, { input }) => isOnSide(facts, input.recipientId, 'RESPONDENT') && facts.draft?.remakeOrdered === true,
    on: (_facts, { input }) => servedOn(input),
    amount: (facts) => facts.draft?.remakeDays ?? undefined,
  },
  {
    do: 'start',
    rule: 'RC_PERFORM',
    when: (facts, { input }) =>
      isOnSide(facts, input.recipientId, 'RESPONDENT') && (facts.draft?.performDays ?? null) !== null,
    on: (_facts, { input }) => servedOn(input),
    amount: (facts) => facts.draft?.performDays ?? undefined,
  },
];

const DECISION_SERVED = serviceGuards<ReconsiderationFacts, inputs.RecordServiceInput>(
  'DECISION',
  (_facts, input) => input.recipientId,
);

const recordService: Step<inputs.RecordServiceInput> = {
  code: 'RC-29',
  name: 'record-service',
  label: '登记决定书送达',
  from: ['DECIDED'],
  to: {
    among: ['DECIDED', 'SERVED'],
    choose: (facts, { input }) => (allServed(facts, input.recipientId) ? 'SERVED' : 'DECIDED'),
  },
  roles: ['case_handler', 'intake_officer', 'system'],
  guards: [guard.recipientUnserved, ...DECISION_SERVED, guard.servedAfterDecision],
  input: inputs.RecordServiceInput,
  clocks: AFTER_SERVICE,
  documents: ['送达回证'],
  article: '复议法 2023 第75条第2款、第88条；民诉法 2023 第87条',
  sentence: (facts, { input }) =>
    allServed(facts, input.recipientId) ? '复议决定书已送达全部当事人' : '复议决定书送达一名当事人',
};

/** RC-26 to RC-29: from the draft to service. */
export const DECISION_STEPS = [
  submitDraft,
  passDept,
  passInstitution,
  returnDraft,
  returnApproval,
  approveDecision,
  recordService,
];
