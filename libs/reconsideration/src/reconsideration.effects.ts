import { Participants } from '@app/cases';
import { send, type Tx } from '@app/platform';
import { ServiceRegister } from '@app/service-of-process';
import { Injectable } from '@nestjs/common';
import { COURSE_EFFECTS } from './effects/course.js';
import { DECISION_EFFECTS } from './effects/decision.js';
import { ENDING_EFFECTS } from './effects/endings.js';
import { EVIDENCE_EFFECTS } from './effects/evidence.js';
import { HEARING_EFFECTS } from './effects/hearing.js';
import { INTAKE_EFFECTS } from './effects/intake.js';
import { noteOnJoined } from './effects/joinder.js';
import { NORM_EFFECTS } from './effects/norms.js';
import { PEOPLE_EFFECTS } from './effects/people.js';
import type { Context, EffectTable } from './effects/rows.js';
import { TRIAL_EFFECTS } from './effects/trial.js';

/** Steps that keep all they record in rows of their own. */
const TOPICS: EffectTable = {
  ...PEOPLE_EFFECTS,
  ...HEARING_EFFECTS,
  ...EVIDENCE_EFFECTS,
  ...COURSE_EFFECTS,
  ...NORM_EFFECTS,
  ...ENDING_EFFECTS,
};
const EFFECTS: EffectTable = { ...INTAKE_EFFECTS, ...TRIAL_EFFECTS, ...TOPICS, ...DECISION_EFFECTS };

/** What each step writes into the reconsideration's own tables, by the step's name. */
@Injectable()
export class ReconsiderationEffects {
  constructor(
    private readonly participants: Participants,
    private readonly register: ServiceRegister,
  ) {}

  async apply(tx: Tx, context: Context): Promise<void> {
    await EFFECTS[context.transition.name]?.(tx, context as Context<never>, {
      participants: this.participants,
      register: this.register,
    });
    noteOnJoined(tx, context);
    const { name } = context.transition;
    if (name !== 'receive' && (!(name in TOPICS) || name === 'assess-complexity')) keepRecord(tx, context);
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
