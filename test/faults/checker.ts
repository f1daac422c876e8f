import pg from 'pg';

/**
 * What must hold of a database after any faults, once everything has come to rest. Each statement answers the rows that
 * break its rule.
 */
const RULES: Readonly<Record<string, string>> = {
  'every event was handed over and done by every handler':
    'SELECT id, name, pending FROM platform.outbox WHERE relayed_at IS NULL OR pending <> 0',
  'every running clock that concerns somebody has its reminders planned': `
    SELECT c.id, c.rule FROM deadlines.clock c
    WHERE c.state = 'RUNNING' AND NOT EXISTS (
      SELECT 1 FROM reminders.reminder r WHERE r.clock_id = c.id AND r.due_on = c.due_on)`,
  'no reminder that is due waits': `SELECT id FROM reminders.reminder WHERE state = 'PENDING' AND remind_at <= now()`,
  'every reminder that was sent is in the inbox once': `
    SELECT r.id, count(n.id) FROM reminders.reminder r
    LEFT JOIN notifications.notification n
      ON n.dedupe_key = 'reminder:' || r.clock_id || ':' || r.due_on || ':' || r.step || ':' || r.recipient_id
    WHERE r.state = 'SENT' GROUP BY r.id HAVING count(n.id) <> 1`,
  'every reminder in the inbox was sent': `
    SELECT n.id FROM notifications.notification n WHERE n.dedupe_key LIKE 'reminder:%' AND NOT EXISTS (
      SELECT 1 FROM reminders.reminder r WHERE r.state = 'SENT'
        AND n.dedupe_key = 'reminder:' || r.clock_id || ':' || r.due_on || ':' || r.step || ':' || r.recipient_id)`,
  'one reminder for each person, clock, due day and step': `
    SELECT clock_id, due_on, step, recipient_id FROM reminders.reminder
    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  'no reminder was sent for a day that is not the due day': `
    SELECT r.id FROM reminders.reminder r JOIN deadlines.clock c ON c.id = r.clock_id
    WHERE r.state = 'SENT' AND c.version = 1 AND r.due_on <> c.due_on`,
  'numbers have no gap and no double': `
    SELECT prefix, n FROM (
      SELECT split_part(number, '〔', 1) || split_part(split_part(number, '〔', 2), '〕', 1) AS prefix,
             count(*) AS n, count(DISTINCT number) AS different,
             max(substring(number FROM '〕([0-9]+)号')::int) AS last
      FROM (SELECT number FROM cases.dispute WHERE number IS NOT NULL UNION ALL SELECT number FROM cases.case_file) AS all_numbers
      GROUP BY 1) AS series
    WHERE n <> different OR n <> last`,
  'the counters stand where the numbers end': `
    SELECT k.series, k.last FROM documents.counter k JOIN documents.series s ON s.code = k.series
    WHERE k.last <> (SELECT count(*) FROM (
      SELECT number FROM cases.dispute UNION ALL SELECT number FROM cases.case_file) AS numbers
      WHERE number LIKE s.prefix || '〔' || k.year || '〕%')`,
  'every key made one record': `
    SELECT k.key FROM platform.idempotency_key k
    WHERE NOT EXISTS (SELECT 1 FROM cases.dispute d WHERE d.id = k.result_id)`,
  'every dispute has its parties, its clocks and its place in the queues': `
    SELECT d.id FROM cases.dispute d
    WHERE NOT EXISTS (SELECT 1 FROM cases.party p WHERE p.dispute_id = d.id)
       OR NOT EXISTS (SELECT 1 FROM deadlines.clock c WHERE c.scope_id = d.id)
       OR NOT EXISTS (SELECT 1 FROM cases.access a WHERE a.dispute_id = d.id)
       OR d.next_due_on IS DISTINCT FROM deadlines.next_due(d.id)`,
  'the trail tells of every registration once': `
    SELECT d.id FROM cases.dispute d LEFT JOIN audit.entry e ON e.subject_id = d.id AND e.action = 'cases.register'
    GROUP BY d.id HAVING count(e.id) <> 1`,
  'every dispute has exactly one handler': `
    SELECT d.id FROM cases.dispute d WHERE d.handler_id IS NULL OR 1 <> (
      SELECT count(*) FROM cases.participant p WHERE p.dispute_id = d.id AND p.person_id IS NOT NULL AND p.until IS NULL)`,
};

/** The rules that are broken, with some of the rows that break them. */
export async function brokenRules(url: string): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const broken: string[] = [];
    for (const [rule, query] of Object.entries(RULES)) {
      const { rows } = await client.query(query);
      if (rows.length > 0) broken.push(`${rule}: ${rows.length} × ${JSON.stringify(rows.slice(0, 3))}`);
    }
    return broken;
  } finally {
    await client.end();
  }
}
