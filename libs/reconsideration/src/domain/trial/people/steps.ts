import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { RECUSAL_OUTCOMES, VOTES } from './tables.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const BY_HANDLER = { by: ['case_handler'], reviewers: [] } as const;
/** While the case is in the hands of its officers and reviewers. */
const AT_WORK = ['IN_TRIAL', 'SUSPENDED', 'DRAFTING', 'INSTITUTION_REVIEW'] as const;

const decideThirdParty: Step<inputs.DecideThirdPartyInput> = {
  code: 'RC-14',
  name: 'decide-third-party',
  label: '第三人参加复议',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.thirdPartyRegistered, guard.refusalReasoned],
  input: inputs.DecideThirdPartyInput,
  documents: ['参加行政复议通知书', '不准予参加行政复议告知书'],
  article: '复议法 2023 第16条',
  sentence: (_facts, { input }) =>
    input.outcome === 'REFUSED'
      ? '不准予申请人以外的一名利害关系人作为第三人参加'
      : `${input.way === 'APPLIED' ? '准予' : '通知'}一名第三人参加行政复议`,
};

const askRecusal: Step<inputs.AskRecusalInput> = {
  code: 'RC-11',
  name: 'ask-recusal',
  label: '申请回避',
  from: AT_WORK,
  to: null,
  roles: ['case_handler', 'panel_member', 'dept_head', 'institution_head'],
  guards: [guard.officerOfCase, guard.askerFits, guard.notAskedYet],
  input: inputs.AskRecusalInput,
  clocks: [{ do: 'start', rule: 'RC_RECUSAL', concerns: (_facts, { input }) => input.officerId }],
  documents: ['回避申请书'],
  article: '公务员法 第76条、第77条',
  sentence: (_facts, { input }) => (input.askedBy === 'SELF' ? '一名复议人员申请回避' : '提出一项回避申请'),
};

const decideRecusal: Step<inputs.DecideRecusalInput> = {
  code: 'RC-11',
  name: 'decide-recusal',
  label: '决定回避',
  from: AT_WORK,
  to: null,
  roles: ['institution_head', 'authority_head'],
  guards: [guard.recusalPending, guard.notInOwnCause, guard.replacementFits, guard.caseStaysManned],
  input: inputs.DecideRecusalInput,
  // Several may be pending; the period of the last one decided ends with it.
  clocks: [{ do: 'meet', rule: 'RC_RECUSAL', when: (facts) => facts.recusals.length <= 1 }],
  documents: ['回避决定书'],
  article: '公务员法 第77条',
  sentence: (_facts, { input }) => RECUSAL_OUTCOMES[input.outcome],
};

const giveOpinion: Step<inputs.GiveOpinionInput> = {
  code: 'RC-25',
  name: 'give-opinion',
  label: '发表合议意见',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['case_handler', 'panel_member'],
  guards: [guard.ownOpinion, guard.dissentStated],
  input: inputs.GiveOpinionInput,
  documents: ['合议笔录'],
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  sentence: (_facts, { input }) => `一名复议人员发表合议意见，${VOTES[input.vote]}拟办意见`,
};

const joinCases: Step<inputs.JoinCasesInput> = {
  code: 'RC-11',
  name: 'join-cases',
  label: '合并审理',
  from: ['IN_TRIAL'],
  to: null,
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.notJoined, guard.joinsOthers],
  input: inputs.JoinCasesInput,
  documents: ['合并审理通知书'],
  article: '实施条例 2026 第43条',
  sentence: (_facts, { input }) => `与另外${input.caseIds.length}件案件合并审理，本案为主案`,
};

const separateCase: Step<inputs.SeparateCaseInput> = {
  code: 'RC-11',
  name: 'separate-case',
  label: '分案审理',
  from: ['IN_TRIAL', 'SUSPENDED'],
  to: null,
  roles: ['institution_head'],
  proposal: BY_HANDLER,
  guards: [guard.joined],
  input: inputs.SeparateCaseInput,
  documents: ['分案审理通知书'],
  article: '实施条例 2026 第43条',
};

/** One document may decide all joined cases; each is decided for itself by it. */
const decideWithLead: Step<inputs.DecideWithLeadInput> = {
  code: 'RC-28',
  name: 'decide-with-lead',
  label: '与主案一并作出决定',
  from: ['IN_TRIAL'],
  to: 'DECIDED',
  roles: ['authority_head'],
  guards: [guard.joined, guard.leadDecided],
  input: inputs.DecideWithLeadInput,
  review: 'pass',
  clocks: [{ do: 'meet', rule: 'RC_DECIDE' }],
  documents: ['行政复议决定书'],
  article: '实施条例 2026 第43条；复议法 2023 第61条第1款',
};

/** RC-11, RC-14, RC-25, RC-28: who takes part, and with whom the case is tried together. */
export const PEOPLE_STEPS = [
  decideThirdParty,
  askRecusal,
  decideRecusal,
  giveOpinion,
  joinCases,
  separateCase,
  decideWithLead,
];
