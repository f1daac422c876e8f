import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

/** In handling a case the authority finds something wrong: from the trial on. */
const WHILE_HANDLING = ['IN_TRIAL', 'DRAFTING', 'DECIDED', 'SERVED', 'PERFORMANCE'] as const;
const AFTER_ISSUE = [...WHILE_HANDLING, 'INSTITUTION_REVIEW', 'AUTHORITY_APPROVAL'] as const;

const issueOpinion: Step<inputs.IssueLetterInput> = {
  code: 'RC-32',
  name: 'issue-opinion-letter',
  label: '制发行政复议意见书',
  from: WHILE_HANDLING,
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [],
  input: inputs.IssueLetterInput,
  documents: ['行政复议意见书'],
  article: '复议法 2023 第76条',
};

const issueSuggestion: Step<inputs.IssueLetterInput> = {
  code: 'RC-32',
  name: 'issue-suggestion',
  label: '制发行政复议建议书',
  from: WHILE_HANDLING,
  to: null,
  roles: ['institution_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [],
  input: inputs.IssueLetterInput,
  documents: ['行政复议建议书'],
  article: '实施条例 2026 第69条',
};

const recordReceipt: Step<inputs.RecordLetterReceiptInput> = {
  code: 'RC-32',
  name: 'record-letter-receipt',
  label: '登记意见书收到日期',
  from: AFTER_ISSUE,
  to: null,
  roles: ['case_handler', 'intake_officer'],
  guards: [guard.onItsWay, guard.receivedFits],
  input: inputs.RecordLetterReceiptInput,
  clocks: [
    {
      do: 'start',
      rule: 'RC_OPINION_REPORT',
      concerns: (_facts, { input }) => input.letterId,
      on: (_facts, { input }) => input.receivedOn,
    },
  ],
  documents: ['送达回证'],
  article: '复议法 2023 第76条',
};

const recordReport: Step<inputs.RecordLetterReportInput> = {
  code: 'RC-32',
  name: 'record-letter-report',
  label: '登记意见书办理情况报告',
  from: AFTER_ISSUE,
  to: null,
  roles: ['case_handler', 'dept_liaison'],
  guards: [guard.reportDue, guard.reportFits],
  input: inputs.RecordLetterReportInput,
  clocks: [
    {
      do: 'meet',
      rule: 'RC_OPINION_REPORT',
      concerns: (_facts, { input }) => input.letterId,
      on: (_facts, { input }) => input.reportedOn,
    },
    { do: 'meet', rule: 'RC_ORDERED', concerns: (_facts, { input }) => input.letterId },
  ],
  documents: ['意见书办理情况报告'],
  article: '复议法 2023 第76条',
};

/** RC-32. */
export const LETTER_STEPS = [issueOpinion, issueSuggestion, recordReceipt, recordReport];
