import { RISKS } from '../facts.js';
import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import { nextReport, type Step } from '../step.js';
import { REPORT_KINDS, ReportProgressInput } from './inputs.js';

const startResolving: Step = {
  code: 'CO-04',
  name: 'start-resolving',
  label: '开始化解',
  from: ['PLANNED'],
  to: 'RESOLVING',
  roles: ['unit_leader'],
  guards: [ofResponsibleUnit],
  clocks: [nextReport],
  documents: [],
  article: PRACTICE,
};

const reportProgress: Step<ReportProgressInput> = {
  code: 'CO-04',
  name: 'report-progress',
  label: '报告进展',
  from: ['RESOLVING'],
  to: null,
  roles: ['unit_leader', 'dept_liaison'],
  guards: [ofResponsibleUnit],
  input: ReportProgressInput,
  clocks: [{ do: 'meet', rule: 'CO_REPORT' }, nextReport],
  documents: Object.values(REPORT_KINDS),
  article: PRACTICE,
  sentence: (_facts, { input }) => `提交${REPORT_KINDS[input.kind]}，风险等级${RISKS[input.risk]}`,
};

/** CO-04. */
export const PROGRESS = [startResolving, reportProgress];
