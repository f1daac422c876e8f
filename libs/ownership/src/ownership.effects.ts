import { Participants } from '@app/cases';
import { ClocksService } from '@app/deadlines';
import { Clock } from '@app/kernel';
import { send, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { CHANGE_EFFECTS } from './effects/changes.js';
import { LISTING_EFFECTS } from './effects/listing.js';
import { MARK_EFFECTS } from './effects/marks.js';
import { PROGRESS_EFFECTS } from './effects/progress.js';
import { RESOLUTION_EFFECTS } from './effects/resolution.js';
import type { Context, EffectServices, EffectTable } from './effects/rows.js';
import { SUPERVISION_EFFECTS } from './effects/supervision.js';
import { TaskLists } from './lists/task-lists.js';
import { moved } from './moved.js';

const EFFECTS: EffectTable = {
  ...LISTING_EFFECTS,
  ...PROGRESS_EFFECTS,
  ...MARK_EFFECTS,
  ...SUPERVISION_EFFECTS,
  ...CHANGE_EFFECTS,
  ...RESOLUTION_EFFECTS,
};

/** What each step writes into the ownership's own tables, by the step's name. */
@Injectable()
export class OwnershipEffects {
  private readonly services: EffectServices;

  constructor(
    participants: Participants,
    clocks: ClocksService,
    lists: TaskLists,
    private readonly clock: Clock,
  ) {
    this.services = { participants, clocks, lists };
  }

  async apply(tx: Tx, context: Context): Promise<void> {
    const { facts, to, transition, actor, today } = context;
    await EFFECTS[transition.name]?.(tx, context as Context<never>, this.services);
    const now = this.clock.now();
    moved(tx, facts.caseId, now, actor.kind === 'person' ? today : null);
    if (to === facts.state) return;
    const listed = transition.name === 'list' ? now : null;
    send(
      tx,
      'UPDATE ownership.ownership SET state_since = $2, listed_at = coalesce($3, listed_at) WHERE case_id = $1',
      [facts.caseId, today, listed],
    );
  }
}
