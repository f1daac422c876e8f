import type { ClockRule } from '@app/deadlines';

/** The clock of what was asked of an organ; one for each organ, which it concerns. */
export const ANSWER_RULE = 'LS_ANSWER';

/** An extension is at most so many calendar days. [L] */
export const MORE_TIME_DAYS = 15;

/** No law sets how soon organs answer each other in a dispute: it is the district's practice. */
export const LIAISON_CLOCKS: readonly ClockRule[] = [
  {
    code: ANSWER_RULE,
    name: '交办、协办事项答复期限',
    amount: 5,
    unit: 'working-day',
    roll: false,
    startsOn: '发出交办、协办事项之日',
    responsible: 'dept_liaison',
    article: '行政争议交办、协办工作规程 [L]',
    effect: '逾期提醒，在已办清单中注明',
    setting: 'liaison.answer.working-days',
    maxExtensions: 1,
    maxExtensionDays: MORE_TIME_DAYS,
  },
];
