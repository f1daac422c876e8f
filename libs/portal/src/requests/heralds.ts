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
    await this.send(tx, file, requestId, asked, await this.recipients(tx, file));
  }

  /** Of a mediation: its mediators; before there are any, the staff of the centre. */
  async tellMediators(tx: Tx, file: CaseRow, requestId: Id, asked: string): Promise<void> {
    const mediators = await sql<{ id: Id }>(
      tx,
      `SELECT person_id AS id FROM cases.participant
       WHERE dispute_id = $1 AND case_id = $2 AND role = 'mediator' AND until IS NULL AND person_id IS NOT NULL`,
      [file.disputeId, file.id],
    );
    const staff =
      mediators.length > 0 ? [] : await this.directory.postsOf('centre_staff', this.clock.today(), undefined, tx);
    await this.send(tx, file, requestId, asked, [
      ...mediators.map(({ id }) => id),
      ...new Set(staff.map((p) => p.personId)),
    ]);
  }

  private async send(tx: Tx, file: CaseRow, requestId: Id, asked: string, recipients: readonly Id[]): Promise<void> {
    const text = textOf('portal-request', { number: file.number, request: asked });
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
