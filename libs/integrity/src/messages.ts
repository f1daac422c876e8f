import type { CalendarDate, Id } from '@app/kernel';
import { textOf, type NewNotification, type NotificationsService } from '@app/notifications';
import { sql, type Tx } from '@app/platform';
import { checkOf } from './checks/index.js';

interface Told {
  ownerId: Id;
  fresh: number;
  counts: { code: string; open: number }[];
}

/**
 * One message a night to each owner who has something new: how many of each check, nothing of the cases. What he was told
 * of before and has not mended is counted, but is no reason to write again.
 */
export async function tellOwners(tx: Tx, notifications: NotificationsService, night: CalendarDate): Promise<void> {
  const owners = await sql<Told>(tx, OWNERS);
  await notifications.send(
    tx,
    owners.map((told) => messageOf(told, night)),
  );
  await sql(tx, TOLD, [night]);
}

function messageOf({ ownerId, fresh, counts }: Told, night: CalendarDate): NewNotification {
  const open = counts.reduce((sum, count) => sum + count.open, 0);
  const lines = counts.map((count) => `${checkOf(count.code)?.name ?? count.code} ${count.open}项`).join('；');
  return {
    recipientId: ownerId,
    kind: 'integrity-found',
    ...textOf('integrity-found', { fresh, open, lines }),
    dedupeKey: `integrity:${night}:${ownerId}`,
  };
}

const OWNERS = `
  WITH news AS (
    SELECT owner_id, count(*)::int AS fresh FROM integrity.finding
    WHERE state = 'OPEN' AND told_on IS NULL AND owner_id IS NOT NULL GROUP BY owner_id
  ), counted AS (
    SELECT f.owner_id, f.check_code, count(*)::int AS open FROM integrity.finding f JOIN news USING (owner_id)
    WHERE f.state = 'OPEN' GROUP BY f.owner_id, f.check_code
  )
  SELECT n.owner_id AS "ownerId", n.fresh,
    jsonb_agg(jsonb_build_object('code', c.check_code, 'open', c.open) ORDER BY c.open DESC, c.check_code) AS counts
  FROM news n JOIN counted c USING (owner_id) GROUP BY n.owner_id, n.fresh`;

const TOLD = `UPDATE integrity.finding SET told_on = $1 WHERE state = 'OPEN' AND told_on IS NULL AND owner_id IS NOT NULL`;
