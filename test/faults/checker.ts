import { AuditVerifier } from '@app/audit';
import { RebuildProver } from '@app/cases';
import type { Id } from '@app/kernel';
import type { Database } from '@app/platform';
import type pg from 'pg';
import { HANDLERS } from '../support/handlers.js';

/** What the run knows, beside what the database says. */
export interface Facts {
  /** The business clock when everything had come to rest. */
  now: Date;
  /** Disputes left alone since the first day: their triage clock ran all the time. */
  untouched: readonly Id[];
  /** Key → record, as answered to the callers. */
  records: ReadonlyMap<string, Id>;
  /** Who is told of a triage clock: the officers at every step, the head from the due day on. */
  officers: readonly Id[];
  head: Id;
  /** Steps whose moment has passed, by the day the clock began: working days relative to the due day. */
  passed: readonly number[];
  /** States of each procedure, and whether a case in it is open. */
  states: readonly { procedure: string; state: string; open: boolean }[];
}

type Check = (facts: Facts) => { text: string; values: unknown[] };

/** Each names what is wrong, a row for each; no rows if nothing is. */
const CHECKS: Readonly<Record<string, Check>> = {
  'a reminder was lost': ({ now }) => ({
    text: `SELECT 'of clock ' || clock_id || ', step ' || step AS what FROM reminders.reminder
           WHERE state = 'PENDING' AND remind_at <= $1`,
    values: [now],
  }),
  'a reminder was sent and not delivered once': () => ({
    text: `SELECT r.clock_id || ', step ' || r.step || ': ' || count(n.id) AS what FROM reminders.reminder r
           LEFT JOIN notifications.notification n
             ON n.dedupe_key = concat_ws(':', 'reminder', r.clock_id, r.due_on, r.step, r.recipient_id)
           WHERE r.state = 'SENT' GROUP BY r.id HAVING count(n.id) <> 1`,
    values: [],
  }),
  'a message was delivered without a reminder': () => ({
    text: `SELECT n.dedupe_key AS what FROM notifications.notification n
           LEFT JOIN reminders.reminder r ON r.state = 'SENT' AND r.recipient_id = n.recipient_id
             AND n.dedupe_key = concat_ws(':', 'reminder', r.clock_id, r.due_on, r.step, r.recipient_id)
           WHERE n.dedupe_key LIKE 'reminder:%' AND r.id IS NULL`,
    values: [],
  }),
  'somebody was told twice': () => ({
    text: `SELECT clock_id || ', step ' || step || ' to ' || recipient_id AS what FROM reminders.reminder
           WHERE state = 'SENT' GROUP BY clock_id, step, recipient_id HAVING count(*) > 1
           UNION ALL
           SELECT dedupe_key FROM notifications.notification GROUP BY dedupe_key HAVING count(*) > 1`,
    values: [],
  }),
  'somebody was told of a wrong day, or before the clock began': () => ({
    text: `SELECT c.rule || ' ' || r.due_on || ' instead of ' || c.due_on AS what
           FROM reminders.reminder r JOIN deadlines.clock c ON c.id = r.clock_id
           WHERE r.state = 'SENT' AND (r.due_on <> c.due_on
             OR (r.sent_at AT TIME ZONE 'Asia/Shanghai')::date < c.starts_on)`,
    values: [],
  }),
  'somebody was told of a clock that had ended': () => ({
    text: `SELECT c.rule || ' ended ' || c.closed_on || ', told ' || r.sent_at AS what
           FROM reminders.reminder r JOIN deadlines.clock c ON c.id = r.clock_id
           WHERE r.state = 'SENT' AND c.closed_on < (r.sent_at AT TIME ZONE 'Asia/Shanghai')::date`,
    values: [],
  }),
  'the triage of a dispute left alone was not reminded of exactly as planned': (facts) => ({
    text: `WITH expected AS (
             SELECT c.id AS clock_id, s.step, p.person_id FROM deadlines.clock c, unnest($2::int[]) AS s(step),
               (SELECT id AS person_id, -100 AS from_step FROM unnest($3::uuid[]) AS id UNION ALL SELECT $4::uuid, 0) AS p
             WHERE c.rule = 'DISPUTE_TRIAGE' AND c.subject_id = ANY ($1::uuid[]) AND s.step >= p.from_step
           ), sent AS (
             SELECT r.clock_id, r.step, r.recipient_id FROM reminders.reminder r JOIN deadlines.clock c ON c.id = r.clock_id
             WHERE r.state = 'SENT' AND c.rule = 'DISPUTE_TRIAGE' AND c.subject_id = ANY ($1::uuid[])
           )
           SELECT 'missing: ' || e::text AS what FROM (SELECT * FROM expected EXCEPT SELECT * FROM sent) AS e
           UNION ALL SELECT 'not planned: ' || s::text FROM (SELECT * FROM sent EXCEPT SELECT * FROM expected) AS s`,
    values: [facts.untouched, facts.passed, facts.officers, facts.head],
  }),
  'a running clock has nothing planned and nothing sent': () => ({
    text: `SELECT c.rule || ' ' || c.id AS what FROM deadlines.clock c
           WHERE c.state = 'RUNNING' AND NOT EXISTS (
             SELECT 1 FROM reminders.reminder r WHERE r.clock_id = c.id AND r.due_on = c.due_on AND r.state <> 'CANCELLED')`,
    values: [],
  }),
  'a clock that ended has something planned': () => ({
    text: `SELECT c.rule || ' ' || c.id AS what FROM deadlines.clock c JOIN reminders.reminder r ON r.clock_id = c.id
           WHERE c.state <> 'RUNNING' AND r.state = 'PENDING'`,
    values: [],
  }),
  'time did not do what it does': ({ now }) => ({
    text: `SELECT f.number || ' ' || f.state || ', ' || c.rule || ' due ' || c.due_on AS what
           FROM deadlines.clock c JOIN cases.case_file f ON f.id = c.subject_id
           WHERE c.state = 'RUNNING' AND c.on_expiry IS NOT NULL
             AND c.due_on < ($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`,
    values: [now],
  }),
  'numbers are not 1, 2, 3 …': () => ({
    text: `WITH given AS (
             SELECT split_part(number, '〕', 1) AS series, rtrim(split_part(number, '〕', 2), '号')::int AS n
             FROM (SELECT number FROM cases.dispute WHERE number IS NOT NULL
                   UNION ALL SELECT number FROM cases.case_file) AS numbers)
           SELECT series || '〕: ' || count(*) || ' numbers, ' || count(DISTINCT n) || ' different, ' || min(n) || ' to ' || max(n) AS what
           FROM given GROUP BY series HAVING count(*) <> count(DISTINCT n) OR min(n) <> 1 OR max(n) <> count(*)`,
    values: [],
  }),
  'a registered dispute has no number or no handler': () => ({
    text: `SELECT id::text AS what FROM cases.dispute WHERE status <> 'DRAFT' AND (number IS NULL OR handler_id IS NULL)`,
    values: [],
  }),
  'an event was not handed over or not handled by everybody, once': () => ({
    text: `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS w(event text, handler text))
           SELECT o.name || ' ' || o.id || ': not handed over, or ' || o.pending || ' pending' AS what FROM platform.outbox o
           WHERE o.relayed_at IS NULL OR o.pending <> 0
           UNION ALL
           SELECT o.name || ' ' || o.id || ': not by ' || w.handler FROM platform.outbox o JOIN wanted w ON w.event = o.name
           LEFT JOIN platform.inbox i ON i.event_id = o.id AND i.handler = w.handler WHERE i.event_id IS NULL
           UNION ALL
           SELECT 'by ' || i.handler || ', which does not answer it' FROM platform.inbox i
           LEFT JOIN platform.outbox o ON o.id = i.event_id
           LEFT JOIN wanted w ON w.event = o.name AND w.handler = i.handler WHERE w.handler IS NULL`,
    values: [
      JSON.stringify(Object.entries(HANDLERS).flatMap(([event, all]) => all.map((handler) => ({ event, handler })))),
    ],
  }),
  'a case is in a state that cannot be': (facts) => ({
    text: `WITH known AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS k(procedure text, state text, open boolean)),
           steps AS (SELECT subject_id, count(*) AS n, (array_agg(detail->>'to' ORDER BY seq DESC))[1] AS last
             FROM audit.entry WHERE subject_type = 'case' AND detail ? 'to' GROUP BY subject_id)
           SELECT f.number || ' ' || f.state || ' version ' || f.version || ', steps ' || coalesce(s.n, 0) AS what
           FROM cases.case_file f LEFT JOIN steps s ON s.subject_id = f.id
           LEFT JOIN known k ON k.procedure = f.procedure AND k.state = f.state AND k.open = f.open
           WHERE k.state IS NULL OR f.version <> coalesce(s.n, 0) + 1 OR f.state IS DISTINCT FROM s.last
           UNION ALL
           SELECT dispute_id || ' has two open cases: ' || procedure FROM cases.case_file WHERE open
           GROUP BY dispute_id, procedure HAVING count(*) > 1
           UNION ALL
           SELECT number || ' has no record of its procedure' FROM cases.case_file f
           WHERE NOT EXISTS (SELECT 1 FROM reconsideration.application a WHERE a.case_id = f.id)
             AND NOT EXISTS (SELECT 1 FROM mediation.mediation m WHERE m.case_id = f.id)`,
    values: [JSON.stringify(facts.states)],
  }),
  'a key did not make exactly one record, the one that was answered': (facts) => ({
    text: `WITH record AS (SELECT id FROM cases.dispute UNION ALL SELECT id FROM cases.case_file),
           answered AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS a(key text, id uuid))
           SELECT 'answered and not there: ' || a.key AS what FROM answered a LEFT JOIN record r ON r.id = a.id WHERE r.id IS NULL
           UNION ALL
           SELECT 'answered with another record: ' || a.key FROM answered a
           LEFT JOIN platform.idempotency_key k ON k.key = a.key AND k.result_id = a.id WHERE k.key IS NULL
           UNION ALL
           SELECT 'without a record: ' || k.key FROM platform.idempotency_key k LEFT JOIN record r ON r.id = k.result_id
           WHERE r.id IS NULL
           UNION ALL
           SELECT 'made by ' || count(k.key) || ' keys: ' || r.id FROM record r
           LEFT JOIN platform.idempotency_key k ON k.result_id = r.id GROUP BY r.id HAVING count(k.key) <> 1`,
    values: [JSON.stringify([...facts.records].map(([key, id]) => ({ key, id })))],
  }),
};

export const CHECK_NAMES = [
  ...Object.keys(CHECKS),
  'the audit trail does not hold',
  'a case is not what its trail says',
];

/** What is wrong with a database after a run, by check; at most a few of each. Nothing if nothing is. */
export async function check(client: pg.Client, facts: Facts): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  for (const [name, make] of Object.entries(CHECKS)) {
    const { text, values } = make(facts);
    const { rows } = await client.query<{ what: string }>(`SELECT what FROM (${text}) AS faults LIMIT 5`, values);
    if (rows.length > 0) wrong[name] = rows.map((row) => row.what);
  }
  const read = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows as unknown[];
  const reader = { read } as unknown as Database;
  const { faults } = await new AuditVerifier(reader).verify();
  if (faults.length > 0) wrong['the audit trail does not hold'] = faults.map((f) => JSON.stringify(f));
  for await (const { differences } of new RebuildProver(reader).all({})) {
    if (differences.length > 0) wrong['a case is not what its trail says'] = differences.map((d) => JSON.stringify(d));
  }
  return wrong;
}
