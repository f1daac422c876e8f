import { caseOpened, disputeAmended, disputeRegistered } from '@app/cases';
import type { Id } from '@app/kernel';
import { OnEvent, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { entryRuleChanged } from '../ownership.events.js';
import { CandidatesService } from './candidates.service.js';

/** Disputes become candidates without anybody's asking. */
@Injectable()
export class CandidateJobs {
  constructor(private readonly candidates: CandidatesService) {}

  @OnEvent(disputeRegistered, { name: 'ownership.judge-registered-dispute' })
  registered(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    return this.candidates.find(tx, disputeId);
  }

  @OnEvent(disputeAmended, { name: 'ownership.judge-amended-dispute' })
  amended(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    return this.candidates.find(tx, disputeId);
  }

  /** A case of ownership settles the candidate; any other may have brought what the rule asks for. */
  @OnEvent(caseOpened, { name: 'ownership.judge-opened-case' })
  opened(tx: Tx, { disputeId }: { disputeId: Id }): Promise<void> {
    return this.candidates.find(tx, disputeId);
  }

  @OnEvent(entryRuleChanged, { name: 'ownership.judge-all-disputes' })
  ruleChanged(tx: Tx): Promise<void> {
    return this.candidates.find(tx, null);
  }
}
