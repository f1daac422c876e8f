import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import type { Step } from '../step.js';
import * as guard from './guards.js';
import { ApprovePlanInput, ReturnPlanInput, SubmitPlanInput } from './inputs.js';

const submitPlan: Step<SubmitPlanInput> = {
  code: 'CO-03',
  name: 'submit-plan',
  label: '报送化解方案',
  from: ['ACKNOWLEDGED'],
  to: null,
  roles: ['unit_leader'],
  guards: [ofResponsibleUnit, guard.planNotPending, guard.planWithinTime],
  input: SubmitPlanInput,
  documents: ['化解方案'],
  article: PRACTICE,
};

const approvePlan: Step<ApprovePlanInput> = {
  code: 'CO-03',
  name: 'approve-plan',
  label: '审定化解方案',
  from: ['ACKNOWLEDGED'],
  to: 'PLANNED',
  roles: ['case_leader'],
  guards: [guard.planPending],
  input: ApprovePlanInput,
  review: 'pass',
  clocks: [{ do: 'meet', rule: 'CO_PLAN' }],
  documents: ['化解方案审批表'],
  article: PRACTICE,
};

const returnPlan: Step<ReturnPlanInput> = {
  code: 'CO-03',
  name: 'return-plan',
  label: '退回化解方案',
  from: ['ACKNOWLEDGED'],
  to: null,
  roles: ['case_leader'],
  guards: [guard.planPending],
  input: ReturnPlanInput,
  review: 'return',
  documents: ['退回意见'],
  article: PRACTICE,
};

/** CO-03. */
export const PLANNING = [submitPlan, approvePlan, returnPlan];
