import { PRACTICE, type Rule } from '../guards.js';
import type { SubmitPlanInput } from './inputs.js';

export const planNotPending: Rule = {
  code: 'ownership.plan-pending',
  detail: '化解方案已报送，正在等待包案区领导审定。',
  article: PRACTICE,
  holds: (facts) => facts.plan !== 'SUBMITTED',
};

export const planPending: Rule = {
  code: 'ownership.plan-missing',
  detail: '责任单位尚未报送化解方案。',
  article: PRACTICE,
  holds: (facts) => facts.plan === 'SUBMITTED',
};

export const planWithinTime: Rule<SubmitPlanInput> = {
  code: 'ownership.plan-exceeds-resolve-by',
  detail: '方案中各项措施的时限须不早于今天，且不晚于化解时限。',
  article: PRACTICE,
  onInput: true,
  holds: (facts, { today, input }) =>
    input.steps.every((step) => step.dueOn >= today && (facts.resolveBy === null || step.dueOn <= facts.resolveBy)),
};
