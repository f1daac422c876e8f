import type { Transition } from '@app/cases';
import { noPendingRecusal } from '../assignment/guards.js';
import { consentStands } from '../consent/guards.js';
import type { MediationFacts } from '../facts.js';
import type { MediationState } from '../states.js';
import * as guard from './guards.js';
import {
  ConfirmFactInput,
  PutProposalInput,
  RecordFactInput,
  RecordProposalInput,
  SubmitOfferInput,
} from './inputs.js';

type Step<I extends object = object> = Transition<MediationFacts, MediationState, I>;

/** Their history says that there was something to note, not who offered or conceded anything. */
const WALLED = {
  code: 'MD-07',
  from: ['MEDIATOR_ASSIGNED', 'IN_SESSION'],
  to: null,
  documents: ['调解笔录'],
  article: '特邀调解规定 第2条、第22条；在线调解规则 第18条；复议法实施条例 2026 第48条',
  sentence: () => '补充了调解记录',
} as const;

const recordProposal: Step<RecordProposalInput> = {
  ...WALLED,
  name: 'record-proposal',
  label: '记录调解方案',
  roles: ['mediator'],
  guards: [noPendingRecusal, consentStands, guard.mediatorHasNoSide],
  input: RecordProposalInput,
};

const submitOffer: Step<SubmitOfferInput> = {
  ...WALLED,
  name: 'submit-offer',
  label: '向调解员提出方案',
  roles: ['dept_liaison', 'applicant'],
  guards: [consentStands],
  input: SubmitOfferInput,
};

const putProposal: Step<PutProposalInput> = {
  ...WALLED,
  name: 'put-proposal',
  label: '向各方提出方案',
  roles: ['mediator'],
  guards: [noPendingRecusal, consentStands, guard.proposalKnown, guard.proposerAllows],
  input: PutProposalInput,
};

const recordFact: Step<RecordFactInput> = {
  ...WALLED,
  name: 'record-undisputed-fact',
  label: '记载无争议事实',
  roles: ['mediator'],
  guards: [noPendingRecusal],
  input: RecordFactInput,
};

const confirmFact: Step<ConfirmFactInput> = {
  ...WALLED,
  name: 'confirm-undisputed-fact',
  label: '登记当事人确认无争议事实',
  roles: ['mediator'],
  guards: [guard.factKnown, guard.confirmingPartyKnown, guard.factConfirmedByToday],
  input: ConfirmFactInput,
};

/** MD-07: what is offered, and what nobody disputes. */
export const PROPOSAL_STEPS = [recordProposal, submitOffer, putProposal, recordFact, confirmFact];
