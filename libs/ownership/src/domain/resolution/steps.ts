import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import { leaderHoldsPost, noOtherOwnership } from '../listing/guards.js';
import { nextReport, resolveBy, type Step } from '../step.js';
import { noOpenOrder } from '../supervision/guards.js';
import * as guard from './guards.js';
import {
  CheckInput,
  ClaimResolutionInput,
  CloseUnresolvedInput,
  RefuseStrikeOffInput,
  ReopenInput,
  RESOLUTIONS,
  StrikeOffInput,
  UNRESOLVED_GROUNDS,
} from './inputs.js';

const claimResolution: Step<ClaimResolutionInput> = {
  code: 'CO-08',
  name: 'claim-resolution',
  label: '报告已化解',
  from: ['RESOLVING'],
  to: 'RESOLVED_CLAIMED',
  roles: ['unit_leader'],
  guards: [ofResponsibleUnit, noOpenOrder, guard.instructionsAnswered],
  input: ClaimResolutionInput,
  clocks: [
    { do: 'meet', rule: 'CO_REPORT' },
    { do: 'start', rule: 'CO_VERIFY' },
  ],
  documents: ['化解报告'],
  article: PRACTICE,
  sentence: (_facts, { input }) => `报告已化解：${RESOLUTIONS[input.kind]}`,
};

const verify: Step<CheckInput> = {
  code: 'CO-09',
  name: 'verify',
  label: '核验通过',
  from: ['RESOLVED_CLAIMED'],
  to: 'VERIFIED',
  roles: ['dept_head', 'institution_head'],
  guards: [guard.checklistWhole, guard.contactedByToday],
  input: CheckInput,
  review: 'pass',
  clocks: [
    { do: 'meet', rule: 'CO_VERIFY' },
    { do: 'start', rule: 'CO_SIGN' },
  ],
  documents: ['销号审批表'],
  article: PRACTICE,
};

const strikeOff: Step<StrikeOffInput> = {
  code: 'CO-09',
  name: 'strike-off',
  label: '签批销号',
  from: ['VERIFIED'],
  to: 'CANCELLED',
  roles: ['case_leader'],
  guards: [],
  input: StrikeOffInput,
  review: 'pass',
  clocks: [
    { do: 'meet', rule: 'CO_SIGN' },
    { do: 'meet', rule: 'CO_RESOLVE' },
    { do: 'cancel', rule: '*' },
  ],
  documents: ['销号审批表'],
  article: PRACTICE,
};

const failVerification: Step<CheckInput> = {
  code: 'CO-10',
  name: 'fail-verification',
  label: '核验不通过',
  from: ['RESOLVED_CLAIMED'],
  to: 'RESOLVING',
  roles: ['dept_head', 'institution_head'],
  guards: [guard.contactedByToday],
  input: CheckInput,
  review: 'return',
  clocks: [{ do: 'meet', rule: 'CO_VERIFY' }, nextReport],
  documents: ['退回意见'],
  article: PRACTICE,
};

const refuseStrikeOff: Step<RefuseStrikeOffInput> = {
  code: 'CO-10',
  name: 'refuse-strike-off',
  label: '不予销号',
  from: ['VERIFIED'],
  to: 'RESOLVING',
  roles: ['case_leader'],
  guards: [],
  input: RefuseStrikeOffInput,
  review: 'return',
  clocks: [{ do: 'meet', rule: 'CO_SIGN' }, nextReport],
  documents: ['退回意见'],
  article: PRACTICE,
};

const reopen: Step<ReopenInput> = {
  code: 'CO-10',
  name: 'reopen',
  label: '恢复台账',
  from: ['CANCELLED'],
  to: 'RESOLVING',
  roles: ['dept_head', 'institution_head'],
  guards: [noOtherOwnership, guard.disputeOpen, leaderHoldsPost, guard.newResolveBy],
  input: ReopenInput,
  clocks: [nextReport, resolveBy((_facts, input) => input.resolveBy)],
  documents: [],
  article: PRACTICE,
};

const closeUnresolved: Step<CloseUnresolvedInput> = {
  code: 'CO-11',
  name: 'close-unresolved',
  label: '未能化解结案',
  from: ['RESOLVING'],
  to: 'CLOSED_UNRESOLVED',
  roles: ['authority_head'],
  guards: [],
  input: CloseUnresolvedInput,
  clocks: [{ do: 'cancel', rule: '*' }],
  documents: ['情况说明'],
  article: PRACTICE,
  sentence: (_facts, { input }) => `未能化解结案：${UNRESOLVED_GROUNDS[input.ground]}`,
};

/** CO-08 to CO-11. */
export const RESOLUTION = [
  claimResolution,
  verify,
  strikeOff,
  failVerification,
  refuseStrikeOff,
  reopen,
  closeUnresolved,
];
