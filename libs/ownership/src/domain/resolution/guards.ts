import { PRACTICE, type Rule } from '../guards.js';
import { RESOLVE_BY } from '../listing/guards.js';
import type { CheckInput, ReopenInput } from './inputs.js';

export const instructionsAnswered: Rule = {
  code: 'ownership.instruction-open',
  detail: '还有未办理的批示，请先办理并反馈。',
  article: PRACTICE,
  holds: (facts) => facts.instructionsOpen === 0,
};

/** 文书生效、款项付清、当事人回访认可. */
export const checklistWhole: Rule<CheckInput> = {
  code: 'ownership.checklist-incomplete',
  detail: '文书生效、款项付清、当事人回访认可并填写回访日期的，方可核验通过；否则请退回。',
  article: PRACTICE,
  onInput: true,
  holds: (_facts, { input }) =>
    input.effective && input.payment !== 'NOT_PAID' && input.partyConfirms && input.contactedOn !== undefined,
};

export const contactedByToday: Rule<CheckInput> = {
  code: 'ownership.contact-in-future',
  detail: '回访日期不能晚于今天。',
  article: PRACTICE,
  onInput: true,
  holds: (_facts, { today, input }) => input.contactedOn === undefined || input.contactedOn <= today,
};

export const disputeOpen: Rule = {
  code: 'ownership.dispute-closed',
  detail: '争议已办结或者作废，不能恢复台账；请重新登记。',
  article: PRACTICE,
  holds: (facts) => facts.disputeOpen,
};

export const newResolveBy: Rule<ReopenInput> = {
  ...RESOLVE_BY,
  onInput: true,
  holds: (_facts, { today, input }) => input.resolveBy > today,
};
