import { Participants } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { DirectoryService } from '@app/directory';
import { publish, send, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import { AFTERMATH_EFFECTS } from './effects/aftermath.js';
import { COURSE_EFFECTS } from './effects/course.js';
import { DECISION_EFFECTS } from './effects/decision.js';
import { ENDING_EFFECTS } from './effects/endings.js';
import { ENFORCEMENT_EFFECTS } from './effects/enforcement.js';
import { EVIDENCE_EFFECTS } from './effects/evidence.js';
import { HEARING_EFFECTS } from './effects/hearing.js';
import { INTAKE_EFFECTS } from './effects/intake.js';
import { noteOnJoined } from './effects/joinder.js';
import { LETTER_EFFECTS } from './effects/letters.js';
import { NORM_EFFECTS } from './effects/norms.js';
import { PEOPLE_EFFECTS } from './effects/people.js';
import { PERFORMANCE_EFFECTS } from './effects/performance.js';
import type { Context, EffectServices, EffectTable } from './effects/rows.js';
import { TRIAL_EFFECTS } from './effects/trial.js';
import { caseServed } from './reconsideration.events.js';

/** Steps that keep all they record in rows of their own. */
const TOPICS: EffectTable = {
  ...PEOPLE_EFFECTS,
  ...HEARING_EFFECTS,
  ...EVIDENCE_EFFECTS,
  ...COURSE_EFFECTS,
  ...NORM_EFFECTS,
  ...ENDING_EFFECTS,
};
const EFFECTS: EffectTable = {
  ...INTAKE_EFFECTS,
  ...TRIAL_EFFECTS,
  ...TOPICS,
  ...DECISION_EFFECTS,
  ...PERFORMANCE_EFFECTS,
  ...ENFORCEMENT_EFFECTS,
  ...LETTER_EFFECTS,
  ...AFTERMATH_EFFECTS,
};

/** What each step writes into the reconsideration's own tables, by the step's name. */
@Injectable()
export class ReconsiderationEffects {
  private readonly services: EffectServices;

  constructor(
    participants: Participants,
    register: ServiceRegister,
    directory: DirectoryService,
    clocks: ClocksService,
  ) {
    this.services = { participants, register, directory, clocks };
  }

  async apply(tx: Tx, context: Context): Promise<void> {
    const { facts, to, transition } = context;
    const { name } = transition;
    await EFFECTS[name]?.(tx, context as Context<never>, this.services);
    noteOnJoined(tx, context);
    if (name !== 'receive' && (!(name in TOPICS) || name === 'assess-complexity')) keepRecord(tx, context);
    if (to === 'SERVED' && facts.state !== 'SERVED')
      publish(tx, caseServed, { caseId: facts.caseId, disputeId: facts.disputeId });
  }
}

/** Keeps what the step recorded in words. */
function keepRecord(tx: Tx, { facts, input, transition, today }: Context): void {
  if (Object.keys(input).length === 0) return;
  send(
    tx,
    `UPDATE reconsideration.application SET records = records || jsonb_build_object($2::text, $3::jsonb) WHERE case_id = $1`,
    [facts.caseId, transition.name, JSON.stringify({ ...input, recordedOn: today })],
  );
}
