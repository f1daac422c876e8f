import type { Transition } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { ReconsiderationState } from '../../states.js';
import * as guard from './guards.js';
import * as inputs from './inputs.js';

type Step<I extends object = object> = Transition<ReconsiderationFacts, ReconsiderationState, I>;

const order: Step<inputs.OrderPerformanceInput> = {
  code: 'RC-31',
  name: 'order-performance',
  label: '责令限期履行',
  from: ['SERVED', 'PERFORMANCE'],
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.somethingLate, guard.targetLate, guard.noOrderRunning],
  input: inputs.OrderPerformanceInput,
  clocks: [
    { do: 'cancel', rule: 'RC_ORDERED', concerns: (_facts, { input }) => input.targetId },
    {
      do: 'start',
      rule: 'RC_ORDERED',
      concerns: (_facts, { input }) => input.targetId,
      amount: (_facts, { input }) => input.days,
    },
  ],
  documents: ['责令履行通知书'],
  article: '复议法 2023 第77条第2款',
  sentence: (_facts, { input }) => (input.days === undefined ? '责令限期履行' : `责令在${input.days}日内履行`),
};

const interview: Step<inputs.MeasureInput> = {
  code: 'RC-31',
  name: 'interview-respondent',
  label: '约谈被申请人负责人',
  from: ['SERVED', 'PERFORMANCE'],
  to: null,
  roles: ['institution_head', 'authority_head'],
  guards: [guard.orderedBefore, guard.measureByToday],
  input: inputs.MeasureInput,
  documents: ['约谈通知书', '约谈记录'],
  article: '复议法 2023 第77条第2款',
};

const criticise: Step<inputs.MeasureInput> = {
  code: 'RC-31',
  name: 'criticise-respondent',
  label: '通报批评',
  from: ['SERVED', 'PERFORMANCE'],
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.orderedBefore, guard.measureByToday],
  input: inputs.MeasureInput,
  documents: ['通报'],
  article: '复议法 2023 第77条第2款',
};

const discipline: Step<inputs.ReferDisciplineInput> = {
  code: 'RC-31',
  name: 'refer-discipline',
  label: '移送追究责任',
  from: ['SERVED', 'PERFORMANCE'],
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.orderDisobeyed],
  input: inputs.ReferDisciplineInput,
  documents: ['移送函'],
  article: '复议法 2023 第83条、第85条；实施条例 2026 第71条、第73条',
};

const enforce: Step<inputs.EnforceInput> = {
  code: 'RC-31',
  name: 'enforce-against-party',
  label: '对申请人、第三人强制执行',
  from: ['SERVED', 'PERFORMANCE'],
  to: null,
  roles: ['authority_head'],
  proposal: { by: ['case_handler'], reviewers: ['institution_head'] },
  guards: [guard.enforceable, guard.enforcedOnParty, guard.enforcerFits, guard.suitPeriodOver],
  input: inputs.EnforceInput,
  documents: ['强制执行申请书'],
  article: '复议法 2023 第78条',
  sentence: (_facts, { input }) => `${inputs.ENFORCERS[input.by]}${inputs.ENFORCEMENT_MANNERS[input.manner]}`,
};

/** RC-31: the ladder of measures against who does not perform. */
export const ENFORCEMENT_STEPS = [order, interview, criticise, discipline, enforce];
