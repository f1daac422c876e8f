import type { Id } from '@app/kernel';
import { TrialStory } from '../reconsideration/trial-story.js';
import { mustBe } from '../support/given.js';

export interface FindingSeen {
  id: Id;
  checkCode: string;
  subjectId: Id;
  label: string | null;
  ownerId: Id | null;
  ownerName: string | null;
  mine: boolean;
  state: string;
  firstSeenOn: string;
  acceptedUntil: string | null;
  version: number;
}

/** What was planted: the record the check must name, who must mend it, and how he does. */
export interface Planted {
  subject: Id;
  /** Demo account of the owner. */
  owner: string;
  mend: () => Promise<unknown>;
}

/** A story in which faults are planted, found and mended. */
export class IntegrityStory extends TrialStory {
  /** Steps the open run to its end. */
  async walk(): Promise<void> {
    do await this.app.tick('integrity.check');
    while ((await this.read('SELECT 1 FROM integrity.run WHERE ended_at IS NULL')).length > 0);
  }

  /** A whole run, asked for by the head of department. */
  async check(): Promise<void> {
    mustBe(201, await (await this.app.as('kezhang')).post('/integrity/runs').send());
    await this.walk();
  }

  /** Open findings, as the district's rows have them: `check subject`. */
  async open(): Promise<string[]> {
    const rows = await this.read<{ line: string }>(
      `SELECT check_code || ' ' || subject_id AS line FROM integrity.finding WHERE state = 'OPEN' ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  }

  /** The findings somebody sees. */
  async seenBy(login: string, query = ''): Promise<FindingSeen[]> {
    const answer = await (await this.app.as(login)).get(`/integrity/findings?size=100&${query}`);
    return (mustBe(200, answer) as { items: FindingSeen[] }).items;
  }

  read<R = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<R[]> {
    return this.app.database.read<R>(text, values);
  }

  /** The open clock of a rule. */
  async clockOf(subjectId: Id, rule: string): Promise<Id> {
    const rows = await this.read<{ id: Id }>(
      `SELECT id FROM deadlines.clock WHERE subject_id = $1 AND rule = $2 AND closed_on IS NULL`,
      [subjectId, rule],
    );
    return rows[0]!.id;
  }

  /** A mediation of a new dispute, just referred. */
  async referred(): Promise<{ id: Id; disputeId: Id; partyIds: Id[] }> {
    const dispute = await this.dispute();
    return { id: await this.mediation(dispute.id), disputeId: dispute.id, partyIds: dispute.partyIds };
  }

  /** Closes or opens a case behind the back of its procedure. */
  async setOpen(caseId: Id, open: boolean): Promise<void> {
    await this.read(
      'UPDATE cases.case_file SET open = $2, closed_on = CASE WHEN $2 THEN NULL ELSE $3::date END WHERE id = $1',
      [caseId, open, this.app.clock.today()],
    );
  }

  /** The instant so many days before now, by the business clock. */
  daysAgo(days: number): Date {
    return new Date(this.app.clock.now().getTime() - days * 86_400_000);
  }
}
