import { Clock, type Id } from '@app/kernel';
import { NotificationsService, textOf } from '@app/notifications';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DESK } from '../desks.js';

interface Told {
  recipientId: Id;
  caseId: Id;
  disputeId: Id;
  number: string;
  overdue: boolean;
  messages: number;
}

/**
 * Tells the other side of a thread that something is there; what it is, is read in the thread. Whoever stands in for
 * somebody absent is told as well. One message for each person, case and day, unless the answer is overdue.
 */
@Injectable()
export class Heralds {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Those who answer for the organ. */
  async tellOrgan(tx: Tx, requestId: Id): Promise<void> {
    await this.tell(tx, requestId, ORGAN, [DESK]);
  }

  /** Who asked, and who has the case in hand. */
  async tellStaff(tx: Tx, requestId: Id): Promise<void> {
    await this.tell(tx, requestId, STAFF, []);
  }

  private async tell(tx: Tx, requestId: Id, to: string, more: unknown[]): Promise<void> {
    const today = this.clock.today();
    const told = await sql<Told>(tx, recipients(to), [requestId, today, ...more]);
    await this.notifications.send(
      tx,
      told.map(({ recipientId, caseId, disputeId, number, overdue, messages }) => ({
        ...textOf('liaison-thread', { number }),
        recipientId,
        kind: 'liaison-thread',
        disputeId,
        caseId,
        dedupeKey: `liaison-thread/${caseId}/${recipientId}/${today}${overdue ? `/${requestId}/${messages}` : ''}`,
      })),
    );
  }
}

const ORGAN = `SELECT p.person_id FROM directory.post p JOIN r ON r.organ_id = p.organ_id
  WHERE p.role = ANY($3::text[]) AND p.valid_from <= $2 AND (p.valid_until IS NULL OR $2 < p.valid_until)`;
const STAFF = `SELECT r.asked_by FROM r UNION SELECT f.handler_id FROM r JOIN cases.case_file f ON f.id = r.case_id
  WHERE f.handler_id IS NOT NULL`;

function recipients(to: string): string {
  return `
  WITH r AS (SELECT * FROM liaison.request WHERE id = $1), first AS (${to}), told AS (
    SELECT person_id FROM first AS first(person_id)
    UNION SELECT v.cover_id FROM first AS first(person_id) JOIN directory.absence v ON v.person_id = first.person_id
    WHERE v.cover_id IS NOT NULL AND v.cancelled_at IS NULL AND v.from_on <= $2 AND $2 < v.until_on)
  SELECT t.person_id AS "recipientId", r.case_id AS "caseId", r.dispute_id AS "disputeId", f.number,
    r.state = 'OPEN' AND c.due_on < $2 AS overdue,
    (SELECT count(*)::int FROM liaison.message m WHERE m.request_id = r.id) AS messages
  FROM r JOIN cases.case_file f ON f.id = r.case_id JOIN deadlines.clock c ON c.id = r.clock_id CROSS JOIN told t
  WHERE NOT EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.dispute_id = r.dispute_id AND x.person_id = t.person_id)
  ORDER BY t.person_id`;
}
