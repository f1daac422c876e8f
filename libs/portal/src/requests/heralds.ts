import type { CaseRow } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { Clock, type Id } from '@app/kernel';
import { NotificationsService, textOf } from '@app/notifications';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Tells whoever has a case that its applicant has done something. */
@Injectable()
export class Heralds {
  constructor(
    private readonly directory: DirectoryService,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** The handler of the case, else of the dispute, else the officers who take in what comes to its office. */
  async tell(tx: Tx, file: CaseRow, requestId: Id, asked: string): Promise<void> {
    const text = textOf('portal-request', { number: file.number, request: asked });
    const recipients = await this.recipients(tx, file);
    await this.notifications.send(
      tx,
      recipients.map((recipientId) => ({
        ...text,
        recipientId,
        kind: 'portal-request',
        disputeId: file.disputeId,
        caseId: file.id,
        dedupeKey: `portal-request/${requestId}/${recipientId}`,
      })),
    );
  }

  private async recipients(tx: Tx, file: CaseRow): Promise<Id[]> {
    if (file.handlerId !== null) return [file.handlerId];
    const [dispute] = await sql<{ handlerId: Id | null; organId: Id }>(
      tx,
      'SELECT handler_id AS "handlerId", organ_id AS "organId" FROM cases.dispute WHERE id = $1',
      [file.disputeId],
    );
    if (dispute!.handlerId !== null) return [dispute!.handlerId];
    const posts = await this.directory.postsOf('intake_officer', this.clock.today(), dispute!.organId, tx);
    return [...new Set(posts.map((post) => post.personId))];
  }
}
