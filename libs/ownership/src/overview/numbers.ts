/** SQL over `o` (ownership), `f` (case), `n` (its nearest clock) and `w` (who is waited for, since when). */
const ON_LIST = `(f.open AND f.state <> 'PROPOSED')`;
const SUSPENDED = `EXISTS (SELECT 1 FROM deadlines.clock c WHERE c.scope_id = f.dispute_id AND c.state = 'SUSPENDED'
  AND (c.suspensions -> -1 ->> 'from')::date <= $8::date)`;
const IDLE = `(${ON_LIST} AND o.acted_on <= $7::date)`;
const STANDS_STILL = `(${ON_LIST} AND ${SUSPENDED})`;
const AWAITS = `(f.open AND LEAST(w.leader, w.bureau, w.authority, w.unit) <= $9::date)`;

/**
 * The numbers of the overview, in its order, each with the condition of the cases it counts: counting and listing use
 * the same words. Parameters: $5 today, $6 the last look, $7 to $9 the days from which a case is idle, suspended or
 * waiting too long, $10 the reader is of the bureau, $11 of the authority.
 */
export const NUMBERS = {
  owned: { name: '在办包案', sql: ON_LIST },
  proposed: { name: '已提请待审定', sql: `f.state = 'PROPOSED'` },
  new: { name: '新增', sql: `(${ON_LIST} AND o.listed_at > $6::timestamptz)` },
  moved: { name: '有新进展', sql: `(f.state NOT IN ('PROPOSED','NOT_LISTED') AND o.moved_at > $6::timestamptz)` },
  due10: { name: '10日内到期', sql: `(${ON_LIST} AND n.due_on BETWEEN $5::date AND $5::date + 10)` },
  due5: { name: '5日内到期', sql: `(${ON_LIST} AND n.due_on BETWEEN $5::date AND $5::date + 5)` },
  overdue: { name: '已逾期', sql: `(${ON_LIST} AND n.due_on < $5::date)` },
  stuck: { name: '停滞', sql: `(${IDLE} OR ${STANDS_STILL} OR ${AWAITS})` },
  idle: { name: '长期无动静', sql: IDLE },
  suspended: { name: '长期中止', sql: STANDS_STILL },
  awaiting: { name: '待审批过久', sql: AWAITS },
  toSign: {
    name: '待我签批（签收）',
    sql: `(f.open AND ((o.leader_id = ANY($4::uuid[]) AND w.leader IS NOT NULL) OR ($10::boolean AND w.bureau IS NOT NULL)
      OR ($11::boolean AND w.authority IS NOT NULL) OR (o.unit_id = ANY($4::uuid[]) AND w.unit IS NOT NULL)))`,
  },
  yellow: { name: '黄灯', sql: `(${ON_LIST} AND o.mark = 'YELLOW')` },
  red: { name: '红灯', sql: `(${ON_LIST} AND o.mark = 'RED')` },
  circular: {
    name: '待通报',
    sql: `(${ON_LIST} AND EXISTS (SELECT 1 FROM ownership.mark m WHERE m.case_id = o.case_id AND m.mark = 'CIRCULAR'
      AND m.lifted_on IS NULL))`,
  },
  instructions: {
    name: '批示未办结',
    sql: `EXISTS (SELECT 1 FROM ownership.instruction i WHERE i.case_id = o.case_id AND i.state IN ('OPEN','ANSWERED'))`,
  },
  supervisions: {
    name: '督办未办结',
    sql: `EXISTS (SELECT 1 FROM ownership.supervision s WHERE s.case_id = o.case_id
      AND s.state IN ('ISSUED','ACKNOWLEDGED','REPLIED','RETURNED'))`,
  },
  resolveOverdue: { name: '超过化解时限', sql: `(${ON_LIST} AND o.resolve_by < $5::date)` },
  struckOff: { name: '已销号', sql: `f.state = 'CANCELLED'` },
  unresolved: { name: '未能化解', sql: `f.state = 'CLOSED_UNRESOLVED'` },
} as const satisfies Record<string, { name: string; sql: string }>;

export type NumberCode = keyof typeof NUMBERS;

export const NUMBER_CODES = Object.keys(NUMBERS) as NumberCode[];

/** Since when the line waits for each who must sign, receive or decide; every subquery walks an index of its case. */
export const LINES = `ownership.ownership o
  JOIN cases.case_file f ON f.id = o.case_id
  LEFT JOIN LATERAL (SELECT c.due_on, c.rule_name FROM deadlines.clock c
    WHERE c.subject_id = f.id AND c.state = 'RUNNING' ORDER BY c.due_on, c.id LIMIT 1) n ON true
  CROSS JOIN LATERAL (SELECT
    LEAST(
      CASE WHEN f.state = 'VERIFIED' OR (f.state = 'LISTED' AND o.leader_acknowledged_on IS NULL) THEN o.state_since END,
      (SELECT min(p.submitted_on) FROM ownership.plan p WHERE p.case_id = o.case_id AND p.state = 'SUBMITTED'),
      (SELECT min(e.asked_on) FROM ownership.extension e WHERE e.case_id = o.case_id AND e.state = 'ASKED'),
      (SELECT min(r.replied_on) FROM ownership.supervision s JOIN ownership.supervision_reply r ON r.order_id = s.id
        WHERE s.case_id = o.case_id AND s.state = 'REPLIED' AND s.by_leader AND r.outcome IS NULL),
      (SELECT min((t.at AT TIME ZONE 'Asia/Shanghai')::date) FROM ownership.instruction i
        JOIN ownership.instruction_entry t ON t.instruction_id = i.id AND t.kind = 'ANSWER'
        WHERE i.case_id = o.case_id AND i.state = 'ANSWERED')
    ) AS leader,
    LEAST(
      CASE WHEN f.state = 'RESOLVED_CLAIMED' THEN o.state_since END,
      (SELECT min(r.replied_on) FROM ownership.supervision s JOIN ownership.supervision_reply r ON r.order_id = s.id
        WHERE s.case_id = o.case_id AND s.state = 'REPLIED' AND NOT s.by_leader AND r.outcome IS NULL)
    ) AS bureau,
    CASE WHEN f.state = 'PROPOSED' THEN o.state_since END AS authority,
    LEAST(
      CASE WHEN f.state = 'LISTED' AND o.unit_acknowledged_on IS NULL THEN o.state_since END,
      (SELECT min(s.issued_on) FROM ownership.supervision s WHERE s.case_id = o.case_id AND s.state = 'ISSUED')
    ) AS unit) w`;
