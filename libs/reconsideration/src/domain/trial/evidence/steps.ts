import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import { pauseDecision, resumeDecision } from '../standstill.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { EVIDENCE_KINDS, FACT_FINDINGS } from './tables.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const WORK = { code: 'RC-15', from: ['IN_TRIAL'], to: null, roles: ['case_handler', 'panel_member'] } as const;

const recordEvidence: Step<inputs.RecordEvidenceInput> = {
  ...WORK,
  name: 'record-evidence',
  label: '登记证据',
  guards: [guard.givenByParty, guard.givenByToday, guard.supplementConsented],
  input: inputs.RecordEvidenceInput,
  documents: ['证据目录'],
  article: '复议法 2023 第43条、第44条、第46条',
  sentence: (_facts, { input }) => `登记一项${EVIDENCE_KINDS[input.kind]}`,
};

const judgeEvidence: Step<inputs.JudgeEvidenceInput> = {
  ...WORK,
  name: 'judge-evidence',
  label: '认定证据',
  guards: [guard.evidenceKnown, guard.nonAdmissionGrounded],
  input: inputs.JudgeEvidenceInput,
  documents: ['证据目录'],
  article: '复议法 2023 第43条第2款、第46条；实施条例 2026 第47条、第48条',
  sentence: (_facts, { input }) => (input.admitted ? '采纳一项证据' : '对一项证据不予采纳'),
};

const investigate: Step<inputs.RecordInvestigationInput> = {
  ...WORK,
  name: 'record-investigation',
  label: '调查取证',
  guards: [guard.enoughInvestigators, guard.investigatorsImpartial, guard.dayInTrial],
  input: inputs.RecordInvestigationInput,
  documents: ['调查笔录', '协助调查函'],
  article: '复议法 2023 第45条',
  sentence: (_facts, { input }) => `${input.investigators.length}名复议人员调查取证`,
};

const begin: Step<inputs.BeginFactFindingInput> = {
  ...WORK,
  name: 'begin-fact-finding',
  label: '开始勘验或者鉴定',
  roles: ['institution_head'],
  proposal: { by: ['case_handler'], reviewers: [] },
  guards: [guard.dayInTrial, guard.appraisalComplete],
  input: inputs.BeginFactFindingInput,
  clocks: [pauseDecision((_facts, { input }) => input.on)],
  documents: ['现场勘验通知书', '鉴定委托书'],
  article: '实施条例 2026 第45条、第46条',
  sentence: (_facts, { input }) => `开始${FACT_FINDINGS[input.kind]}，所需时间不计入审理期限`,
};

const end: Step<inputs.EndFactFindingInput> = {
  ...WORK,
  name: 'end-fact-finding',
  label: '登记勘验或者鉴定结果',
  from: ['IN_TRIAL', 'SUSPENDED'],
  guards: [guard.dayInTrial, guard.factFindingLasts],
  input: inputs.EndFactFindingInput,
  clocks: [resumeDecision('FACT_FINDING', (_facts, { input }) => input.on)],
  documents: ['勘验笔录', '鉴定意见'],
  article: '实施条例 2026 第45条、第46条',
};

/** RC-15: evidence, investigation, and what is found on site or by appraisal. */
export const EVIDENCE_STEPS = [recordEvidence, judgeEvidence, investigate, begin, end];
