import type { ClockEffect } from '@app/cases';
import { openClock, type ReconsiderationFacts } from '../facts.js';
import { pauseDecision, resumeDecision } from './standstill.js';

type Effect = ClockEffect<ReconsiderationFacts>;

/** What the parties or the handler have to do meanwhile stands still with the case. */
const TASKS = ['RC_REPLY', 'RC_COPY'] as const;

/** The case is suspended from today: the decision, and these tasks, unless they have run out before. */
export const PAUSE: readonly Effect[] = [
  pauseDecision((_facts, { today }) => today),
  ...TASKS.map((rule): Effect => ({
    do: 'suspend',
    rule,
    when(facts, { today }) {
      const clock = openClock(facts, rule);
      return clock?.state === 'RUNNING' && today <= clock.dueOn;
    },
  })),
];

/** The case goes on today; the periods after which it would have been terminated, or should have gone on, are over. */
export const GO_ON: readonly Effect[] = [
  resumeDecision('SUSPENSION', (_facts, { today }) => today),
  ...TASKS.map((rule): Effect => ({
    do: 'resume',
    rule,
    when: (facts) => openClock(facts, rule)?.state === 'SUSPENDED',
  })),
  { do: 'meet', rule: 'RC_SUSP_TERM', when: (facts) => openClock(facts, 'RC_SUSP_TERM') !== undefined },
  { do: 'meet', rule: 'RC_RESUME', when: (facts) => openClock(facts, 'RC_RESUME') !== undefined },
];
