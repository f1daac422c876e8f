import type { ClockEffect, Transition } from '@app/cases';
import { consentStands } from '../consent/guards.js';
import { clockWarning } from '../intake/guards.js';
import type { MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import { SESSIONS_CALLED_OFF } from '../sittings/called-off.js';
import { openTerm, termVariant } from '../time-limits.js';
import * as ranked from '../../assignment/domain/guards.js';
import * as guard from './guards.js';
import {
  AppointMediatorInput,
  AssignCommitteeInput,
  ChooseMediatorInput,
  ConfirmMediatorInput,
  RaiseRecusalInput,
  ReassignCommitteeInput,
  RecordChoiceInput,
  RejectRecusalInput,
  ReplaceMediatorInput,
} from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

const NOT_CONFLICTED = [
  guard.mediatorsOnRoster,
  guard.mediatorNotReconsidering,
  guard.mediatorNotReplaced,
  guard.mediatorNumber,
];

const assignCommittee: Step<AssignCommitteeInput> = {
  code: 'MD-05',
  name: 'assign-committee',
  label: '交办调委会',
  from: ['ACCEPTED'],
  to: null,
  roles: ['centre_staff', 'centre_manager'],
  guards: [guard.noCommitteeYet, guard.committeeActive, guard.committeeNotConflicted, ...ranked.COMMITTEE_IN_PLACE],
  input: AssignCommitteeInput,
  clocks: [{ do: 'meet', rule: 'MD_COMMITTEE' }],
  documents: ['联络员交办单'],
  article: '中心工作惯例 [L]',
};

const reassignCommittee: Step<ReassignCommitteeInput> = {
  code: 'MD-05',
  name: 'reassign-committee',
  label: '改派调委会',
  from: ['ACCEPTED', 'MEDIATOR_ASSIGNED'],
  to: 'ACCEPTED',
  roles: ['centre_staff', 'centre_manager'],
  guards: [
    guard.committeeAssigned,
    guard.noPendingRecusal,
    guard.committeeActive,
    guard.committeeNotConflicted,
    guard.anotherCommittee,
    ...ranked.COMMITTEE_IN_PLACE,
  ],
  input: ReassignCommitteeInput,
  // Once mediators were assigned the period for it is met; the new committee gets its own.
  clocks: [
    { do: 'start', rule: 'MD_APPOINT', when: (facts) => facts.state === 'MEDIATOR_ASSIGNED' },
    ...SESSIONS_CALLED_OFF,
  ],
  documents: ['联络员交办单'],
  article: '中心工作惯例 [L]',
};

const recordChoice: Step<RecordChoiceInput> = {
  code: 'MD-05',
  name: 'record-choice',
  label: '登记当事人选择的调解员',
  from: ['ACCEPTED'],
  to: null,
  roles: ['centre_staff', 'centre_manager', 'committee_chair'],
  guards: [
    consentStands,
    guard.choosingPartyKnown,
    guard.chosenByToday,
    guard.mediatorsOnRoster,
    guard.mediatorNotReconsidering,
    guard.mediatorNotReplaced,
  ],
  input: RecordChoiceInput,
  documents: ['选定调解员确认书'],
  article: '在线调解规则 第10条第2款；特邀调解规定 第12条',
};

const chooseMediator: Step<ChooseMediatorInput> = {
  code: 'MD-05',
  name: 'choose-mediator',
  label: '登记共同选定的调解员',
  from: ['ACCEPTED'],
  to: 'MEDIATOR_ASSIGNED',
  roles: ['centre_staff', 'centre_manager', 'committee_chair'],
  guards: [guard.committeeAssigned, consentStands, guard.choiceIsJoint, ...NOT_CONFLICTED, ranked.choiceAdmissible],
  input: ChooseMediatorInput,
  clocks: [
    { do: 'meet', rule: 'MD_CHOOSE' },
    { do: 'meet', rule: 'MD_APPOINT' },
  ],
  documents: ['选定调解员确认书', '权利义务告知书'],
  article: '在线调解规则 第10条第2款；特邀调解规定 第12条',
};

const appointMediator: Step<AppointMediatorInput> = {
  code: 'MD-05',
  name: 'appoint-mediator',
  label: '指定调解员',
  from: ['ACCEPTED'],
  to: 'MEDIATOR_ASSIGNED',
  roles: ['committee_chair', 'centre_manager'],
  guards: [
    guard.committeeAssigned,
    consentStands,
    guard.choiceLapsed,
    ...NOT_CONFLICTED,
    guard.oneUnlessMajor,
    guard.mediatorsOfCommittee,
    ...ranked.MEDIATORS_IN_PLACE,
  ],
  input: AppointMediatorInput,
  clocks: [
    { do: 'cancel', rule: 'MD_CHOOSE' },
    { do: 'meet', rule: 'MD_APPOINT' },
  ],
  documents: ['调解员指定书', '权利义务告知书'],
  article: '在线调解规则 第10条；特邀调解规定 第12条、第13条',
};

/**
 * The term starts when the last mediator confirms. A replacement does not renew a running term; after an agreement that
 * met it, the new mediator's confirmation starts another.
 */
const termStarts: ClockEffect<MediationFacts> = {
  do: 'start',
  rule: 'MD_TERM',
  when: (facts, { actorId }) => facts.unconfirmedMediatorIds.every((id) => id === actorId) && !openTerm(facts),
  variant: termVariant,
};

const confirmMediator: Step<ConfirmMediatorInput> = {
  code: 'MD-05',
  name: 'confirm-mediator',
  label: '调解员确认接受',
  from: ['MEDIATOR_ASSIGNED', 'PAUSED'],
  to: null,
  roles: ['mediator'],
  guards: [guard.notConfirmedYet, guard.noPendingRecusal, ranked.noConflictFound, consentStands, clockWarning],
  input: ConfirmMediatorInput,
  clocks: [termStarts],
  documents: ['调解员确认书'],
  article: '特邀调解规定 第27条；在线调解规则 第24条第2款',
};

const raiseRecusal: Step<RaiseRecusalInput> = {
  code: 'MD-06',
  name: 'raise-recusal',
  label: '提出回避',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED', 'AGREED'],
  to: null,
  roles: ['mediator', 'applicant', 'dept_liaison', 'centre_staff', 'centre_manager'],
  guards: [guard.noPendingRecusal, guard.recusedMediatorServes, guard.disclosesHimself, guard.raisedInTime],
  input: RaiseRecusalInput,
  clocks: [{ do: 'start', rule: 'MD_RECUSAL' }],
  documents: ['回避申请书'],
  article: '特邀调解规定 第15条；在线调解规则 第13条',
};

const rejectRecusal: Step<RejectRecusalInput> = {
  code: 'MD-06',
  name: 'reject-recusal',
  label: '驳回回避申请',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED', 'AGREED'],
  to: null,
  roles: ['committee_chair', 'centre_manager'],
  guards: [guard.recusalPending, guard.deciderNotConcerned, guard.mayKeepMediator, guard.bothAgreeAfterDisclosure],
  input: RejectRecusalInput,
  clocks: [{ do: 'meet', rule: 'MD_RECUSAL' }],
  documents: ['回避决定'],
  article: '特邀调解规定 第15条；在线调解规则 第13条第2款',
};

const replaceMediator: Step<ReplaceMediatorInput> = {
  code: 'MD-06',
  name: 'replace-mediator',
  label: '更换调解员',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION', 'PAUSED', 'AGREED'],
  // A pause outlasts the mediator: its cause, such as an appraisal, goes on.
  to: {
    among: ['MEDIATOR_ASSIGNED', 'PAUSED'],
    choose: (facts) => (facts.state === 'PAUSED' ? 'PAUSED' : 'MEDIATOR_ASSIGNED'),
  },
  roles: ['committee_chair', 'centre_manager'],
  guards: [guard.deciderNotConcerned, guard.somebodyReplaced, ...NOT_CONFLICTED, ...ranked.MEDIATORS_IN_PLACE],
  input: ReplaceMediatorInput,
  clocks: [{ do: 'meet', rule: 'MD_RECUSAL' }, ...SESSIONS_CALLED_OFF],
  documents: ['回避决定', '调解员指定书'],
  article: '特邀调解规定 第15条；在线调解规则 第14条；杭州市人民调解条例 第29条',
};

/** MD-05 and MD-06: committee, mediators, recusal. */
export const ASSIGNMENT_STEPS = [
  assignCommittee,
  reassignCommittee,
  recordChoice,
  chooseMediator,
  appointMediator,
  confirmMediator,
  raiseRecusal,
  rejectRecusal,
  replaceMediator,
];
