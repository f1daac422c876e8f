import type { Notice } from '@app/cases';
import { DirectoryService } from '@app/directory';
import { Clock, type Id } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Messages to whoever holds a role on the day. */
@Injectable()
export class Notices {
  constructor(
    private readonly directory: DirectoryService,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  async send(tx: Tx, { kind, title, body, roles, disputeId, caseId, key }: Notice): Promise<void> {
    const holders = await this.directory.postsOf(roles, this.clock.today(), undefined, tx);
    const shutOut = await shutOutOf(tx, disputeId);
    const recipients = [...new Set(holders.map((post) => post.personId))].filter((id) => !shutOut.includes(id));
    const about = { disputeId: disputeId ?? undefined, caseId: caseId ?? undefined };
    await this.notifications.send(
      tx,
      recipients.map((recipientId) => ({
        recipientId,
        kind,
        title,
        body,
        ...about,
        dedupeKey: `${key}:${recipientId}`,
      })),
    );
  }
}

async function shutOutOf(tx: Tx, disputeId: Id | null): Promise<Id[]> {
  if (disputeId === null) return [];
  const rows = await sql<{ id: Id }>(tx, 'SELECT person_id AS id FROM cases.exclusion WHERE dispute_id = $1', [
    disputeId,
  ]);
  return rows.map((row) => row.id);
}
