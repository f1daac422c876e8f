import type { ClockEffect, Transition } from '@app/cases';
import { daysBetween, type Id } from '@app/kernel';
import { openClock, type ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import { isPending, ITEM_KINDS, type ItemFact } from '../facts.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';
import { endedByDecision, itemsOf, lastServedOn } from './items.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const followUp: Step = {
  code: 'RC-30',
  name: 'follow-up',
  label: '列出履行、抄告事项',
  from: ['SERVED'],
  to: {
    among: ['SERVED', 'PERFORMANCE'],
    choose: (facts) => (itemsOf(facts).length > 0 ? 'PERFORMANCE' : 'SERVED'),
  },
  roles: ['system', 'case_handler'],
  guards: [guard.notFollowedUp],
  clocks: [
    {
      do: 'start',
      rule: 'RC_SUPERIOR',
      when: (facts) => endedByDecision(facts) && facts.after.ownDepartment && facts.after.superiorCopiedOn === null,
      on: (facts, { today }) => lastServedOn(facts, today),
    },
  ],
  documents: [],
  article: '复议法 2023 第77条第1款、第79条第2款',
  sentence(facts) {
    const kinds = itemsOf(facts).map((item) => ITEM_KINDS[item.kind]);
    return kinds.length > 0
      ? `决定书全部送达，进入履行监督：${kinds.join('、')}`
      : '决定书全部送达，没有需要监督履行的内容';
  },
};

const addItem: Step<inputs.AddItemInput> = {
  code: 'RC-30',
  name: 'add-performance-item',
  label: '登记履行事项',
  from: ['SERVED', 'PERFORMANCE'],
  to: 'PERFORMANCE',
  roles: ['case_handler'],
  guards: [guard.obligorIsParty, guard.dueAfterDecision],
  input: inputs.AddItemInput,
  clocks: [
    {
      do: 'start',
      rule: 'RC_PERFORM',
      // The nearest one is enough to be reminded; the item keeps its own day.
      when: (facts, { today, input }) => openClock(facts, 'RC_PERFORM') === undefined && input.dueOn > today,
      amount: (_facts, { today, input }) => daysBetween(today, input.dueOn),
    },
  ],
  documents: [],
  article: '复议法 2023 第77条、第78条',
};

const report: Step<inputs.ReportPerformanceInput> = {
  code: 'RC-30',
  name: 'report-performance',
  label: '登记履行情况报告',
  from: ['PERFORMANCE'],
  to: null,
  roles: ['case_handler', 'dept_liaison'],
  guards: [guard.itemPending, guard.performedInTime, guard.proofGiven, guard.remakeCompared, guard.remakeDiffers],
  input: inputs.ReportPerformanceInput,
  documents: ['履行情况报告'],
  article: '复议法 2023 第77条第1款',
  sentence: (_facts, { input }) => `收到履行情况报告：${inputs.REPORT_OUTCOMES[input.outcome]}`,
};

const settles = (input: inputs.ConfirmPerformanceInput): boolean => input.outcome !== 'NOT_DONE';

/** Whether nothing of these is pending once the item is settled. */
function noneLeft(facts: ReconsiderationFacts, itemId: Id, which: (item: ItemFact) => boolean): boolean {
  return facts.after.items.every((item) => !which(item) || !isPending(item) || item.id === itemId);
}

const MEET: readonly ClockEffect<ReconsiderationFacts, inputs.ConfirmPerformanceInput>[] = [
  {
    do: 'meet',
    rule: 'RC_REMAKE',
    when: (facts, { input }) => settles(input) && guard.itemOf(facts, input.itemId)?.kind === 'REMAKE',
  },
  {
    do: 'meet',
    rule: 'RC_PERFORM',
    when: (facts, { input }) => settles(input) && noneLeft(facts, input.itemId, (item) => item.kind !== 'REMAKE'),
  },
  {
    do: 'meet',
    rule: 'RC_ORDERED',
    when: (_facts, { input }) => settles(input),
    concerns: (_facts, { input }) => input.itemId,
  },
];

const confirm: Step<inputs.ConfirmPerformanceInput> = {
  code: 'RC-30',
  name: 'confirm-performance',
  label: '核实履行情况',
  from: ['PERFORMANCE'],
  to: null,
  roles: ['case_handler'],
  guards: [guard.itemPending, guard.reportedBefore],
  input: inputs.ConfirmPerformanceInput,
  clocks: MEET,
  documents: [],
  article: '复议法 2023 第77条第1款',
  sentence: (_facts, { input }) => `核实履行情况：${inputs.CONFIRMATIONS[input.outcome]}`,
};

/** RC-30. */
export const PERFORMANCE_STEPS = [followUp, addItem, report, confirm];
