import { Clock } from '@app/kernel';
import { Every } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DraftStore } from './drafts/draft-store.js';

const PORTION = 500;

@Injectable()
export class PortalJobs {
  constructor(
    private readonly drafts: DraftStore,
    private readonly clock: Clock,
  ) {}

  /** Drafts nobody has saved for their time go, with what they hold of persons. */
  @Every(60_000, 'portal.expire-drafts')
  async expireDrafts(): Promise<boolean> {
    return (await this.drafts.deleteExpired(this.clock.today(), PORTION)) === PORTION;
  }
}
