import type pg from 'pg';
import type { Facts } from './checker.js';

type Damage = (client: pg.Client, facts: Facts) => Promise<unknown>;

const A_SENT_ONE = `(SELECT id FROM reminders.reminder WHERE state = 'SENT' ORDER BY id LIMIT 1)`;
const ITS_KEY = `(SELECT concat_ws(':', 'reminder', clock_id, due_on, step, recipient_id) FROM reminders.reminder WHERE id = ${A_SENT_ONE})`;
const AN_EVENT = `(SELECT id FROM platform.outbox WHERE name = 'clock.started' ORDER BY id LIMIT 1)`;

const run =
  (text: string): Damage =>
  (client) =>
    client.query(text);

/** For each thing the checker looks at, what would be wrong if the service were. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'a reminder was lost': (client, { now }) =>
    client.query(`UPDATE reminders.reminder SET state = 'PENDING', remind_at = $1 WHERE id = ${A_SENT_ONE}`, [now]),
  'a reminder was sent and not delivered once': run(
    `DELETE FROM notifications.notification WHERE dedupe_key = ${ITS_KEY}`,
  ),
  'a message was delivered without a reminder': run(
    `UPDATE reminders.reminder SET state = 'CANCELLED' WHERE id = ${A_SENT_ONE}`,
  ),
  'somebody was told twice': run(
    `INSERT INTO reminders.reminder (id, clock_id, rule, due_on, step, recipient_id, escalation, remind_at, state, sent_at)
     SELECT gen_random_uuid(), clock_id, rule, due_on + 1, step, recipient_id, escalation, remind_at, state, sent_at
     FROM reminders.reminder WHERE id = ${A_SENT_ONE}`,
  ),
  'somebody was told of a wrong day, or before the clock began': run(
    `UPDATE reminders.reminder SET sent_at = sent_at - interval '90 days' WHERE id = ${A_SENT_ONE}`,
  ),
  'somebody was told of a clock that had ended': run(
    `UPDATE deadlines.clock SET state = 'MET', closed_on = starts_on - 1
     WHERE id = (SELECT clock_id FROM reminders.reminder WHERE id = ${A_SENT_ONE})`,
  ),
  'the triage of a dispute left alone was not reminded of exactly as planned': (client, { untouched }) =>
    client.query(
      `DELETE FROM reminders.reminder WHERE step = 0 AND clock_id = (
         SELECT id FROM deadlines.clock WHERE rule = 'DISPUTE_TRIAGE' AND subject_id = $1)`,
      [untouched[0]],
    ),
  'a running clock has nothing planned and nothing sent': run(
    `DELETE FROM reminders.reminder WHERE clock_id = (SELECT id FROM deadlines.clock WHERE state = 'RUNNING' ORDER BY id LIMIT 1)`,
  ),
  'a clock that ended has something planned': run(
    `UPDATE deadlines.clock SET state = 'MET', closed_on = due_on WHERE id = (
       SELECT clock_id FROM reminders.reminder WHERE state = 'PENDING' ORDER BY id LIMIT 1)`,
  ),
  'time did not do what it does': run(
    `UPDATE deadlines.clock SET state = 'RUNNING', closed_on = NULL WHERE id = (
       SELECT id FROM deadlines.clock WHERE rule = 'RC_REVIEW' AND state <> 'RUNNING' AND on_expiry IS NOT NULL LIMIT 1)`,
  ),
  'numbers are not 1, 2, 3 …': run(
    `UPDATE cases.dispute SET number = '余争〔2026〕999999号' WHERE number = '余争〔2026〕2号'`,
  ),
  'a registered dispute has no number or no handler': run(
    `UPDATE cases.dispute SET handler_id = NULL WHERE number = '余争〔2026〕1号'`,
  ),
  'an event was not handed over or not handled by everybody, once': run(
    `DELETE FROM platform.inbox WHERE event_id = ${AN_EVENT}`,
  ),
  'a case is in a state that cannot be': run(
    `UPDATE cases.case_file SET state = 'SERVED' WHERE id = (SELECT id FROM cases.case_file ORDER BY id LIMIT 1)`,
  ),
  'a case is not what its trail says': run(
    `UPDATE cases.participant SET until = since WHERE id = (
       SELECT id FROM cases.participant WHERE case_id IS NOT NULL AND until IS NULL ORDER BY id LIMIT 1)`,
  ),
  'a key did not make exactly one record, the one that was answered': run(
    `UPDATE platform.idempotency_key SET result_id = gen_random_uuid()
     WHERE key = (SELECT min(key) FROM platform.idempotency_key)`,
  ),
  'the audit trail does not hold': run(
    `UPDATE audit.entry SET at = at + interval '1 second' WHERE id = (SELECT id FROM audit.entry ORDER BY id LIMIT 1)`,
  ),
};
