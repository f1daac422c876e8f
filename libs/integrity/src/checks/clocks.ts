import { OF_CASE, PROCEDURE_HEADS, type Check } from '../check.js';

/** Periods that go on after a case: the citizen's own, what is owed after the end, the service of what ended it. */
const OUTLIVES = `s.responsible <> 'applicant'
  AND s.rule NOT IN ('RC_ARCHIVE', 'RC_OPINION_REPORT', 'RC_SUPERIOR', 'SV_RETRY', 'SV_ANNOUNCE', 'SV_ELECTRONIC')`;

/** A clock `c`, with the case it is of, if it is of one. */
const CLOCK = `SELECT c.id AS subject_id, c.scope_id AS dispute_id, f.id AS case_id, d.organ_id, f.procedure
  FROM w JOIN deadlines.clock c ON c.id = w.id JOIN cases.dispute d ON d.id = c.scope_id
  LEFT JOIN cases.case_file f ON f.id = c.subject_id`;

/** Periods that run, stand or are told wrongly. */
export const CLOCK_CHECKS: readonly Check[] = [
  {
    code: 'clock-under-closed-case',
    name: '案件已办结，期限仍在计算',
    why: '办结后的期限仍会催办、亮灯，使真正到期的期限被淹没；也可能说明案件并未真正办结。',
    article: null,
    severity: 'MEDIUM',
    subject: 'clock',
    owner: PROCEDURE_HEADS,
    mend: '核对案件是否确已办结：已办结的，停止该期限；未办结的，恢复办理。',
    walk: { from: 'deadlines.clock s', where: `s.state IN ('RUNNING','SUSPENDED') AND ${OUTLIVES}` },
    find: `SELECT c.id AS subject_id, ${OF_CASE} FROM w JOIN deadlines.clock c ON c.id = w.id
      JOIN cases.case_file f ON f.id = c.subject_id AND NOT f.open JOIN cases.dispute d ON d.id = f.dispute_id`,
  },
  {
    code: 'clock-runs-while-suspended',
    name: '案件中止，审理期限仍在计算',
    why: '行政复议中止期间不计入审理期限；仍在计算的，会误报超期，也会促使仓促作出决定。',
    article: '复议法 2023 第39条',
    severity: 'HIGH',
    subject: 'clock',
    owner: 'dept_head',
    mend: '核对中止决定，停止计算审理期限。',
    walk: { from: 'cases.case_file s', where: `s.procedure = 'reconsideration' AND s.state = 'SUSPENDED'` },
    // A period that had run out before the suspension has run out.
    find: `SELECT c.id AS subject_id, ${OF_CASE} FROM w JOIN cases.case_file f ON f.id = w.id
      JOIN cases.dispute d ON d.id = f.dispute_id JOIN reconsideration.application a ON a.case_id = f.id
      JOIN deadlines.clock c ON c.subject_id = f.id AND c.rule IN ('RC_DECIDE','RC_REPLY','RC_COPY') AND c.state = 'RUNNING'
        AND c.due_on >= coalesce(a.suspended_on, $2::date)`,
  },
  {
    code: 'clock-stands-without-reason',
    name: '案件未中止，期限却停止计算',
    why: '没有法定事由而停止计算的期限不会届满、也不会提醒，案件可能在无人察觉中超期。',
    article: '复议法 2023 第39条、第62条',
    severity: 'HIGH',
    subject: 'clock',
    owner: PROCEDURE_HEADS,
    mend: '核对是否仍有中止、鉴定、勘验等事由；没有的，恢复计算期限。',
    walk: { from: 'deadlines.clock s', where: `s.state = 'SUSPENDED'` },
    find: `SELECT c.id AS subject_id, ${OF_CASE} FROM w JOIN deadlines.clock c ON c.id = w.id
      JOIN cases.case_file f ON f.id = c.subject_id AND f.state NOT IN ('SUSPENDED','PAUSED')
      JOIN cases.dispute d ON d.id = f.dispute_id
      WHERE NOT EXISTS (SELECT 1 FROM reconsideration.fact_finding x WHERE x.case_id = f.id AND x.ended_on IS NULL)
        AND NOT EXISTS (SELECT 1 FROM reconsideration.uplift u WHERE u.case_id = f.id AND u.outcome = 'PENDING')`,
  },
  {
    code: 'clock-overdue-untold',
    name: '期限已超期，从未提醒任何人',
    why: '到期、超期提醒是承办人和负责人知道期限的途径；一次都没有发出的，超期无人知晓。',
    article: '复议法 2023 第62条',
    severity: 'HIGH',
    subject: 'clock',
    owner: 'sysadmin',
    mend: '检查后台任务和提醒设置；并通知案件负责人立即处理超期事项。',
    walk: {
      from: 'deadlines.clock s',
      where: `s.state = 'RUNNING' AND s.expired_at IS NOT NULL AND s.due_on < $2::date - 1`,
    },
    find: `${CLOCK} WHERE NOT EXISTS (SELECT 1 FROM reminders.reminder r WHERE r.clock_id = c.id AND r.state = 'SENT')`,
  },
  {
    code: 'clock-near-unplanned',
    name: '期限将至，没有安排提醒',
    why: '临近届满而没有任何提醒安排的期限，届时不会提醒承办人。',
    article: null,
    severity: 'MEDIUM',
    subject: 'clock',
    owner: 'sysadmin',
    mend: '检查该期限的责任岗位是否有人任职、提醒设置是否正确，重新生成提醒。',
    figure: { amount: 5, unit: '天', means: '届满前多少天仍无提醒安排的，列为异常' },
    walk: {
      from: 'deadlines.clock s',
      where: `s.state = 'RUNNING' AND s.due_on BETWEEN $2::date AND $2::date + $3::int`,
    },
    find: `${CLOCK} WHERE NOT EXISTS (SELECT 1 FROM reminders.reminder r
        WHERE r.clock_id = c.id AND r.due_on = c.due_on AND r.state IN ('PENDING','SENT'))`,
  },
  {
    code: 'reminder-not-sent',
    name: '提醒到时未发出',
    why: '提醒到了发出时间仍积压，说明后台任务停止或者受阻，所有人都可能收不到提醒。',
    article: null,
    severity: 'HIGH',
    subject: 'reminder',
    owner: 'sysadmin',
    mend: '检查后台任务是否在运行、数据库是否有锁等待。',
    figure: { amount: 12, unit: '小时', means: '到时后多少小时仍未发出的，列为异常' },
    walk: {
      from: 'reminders.reminder s',
      where: `s.state = 'PENDING' AND s.remind_at < $4::timestamptz - make_interval(hours => $3::int)`,
    },
    find: `SELECT r.id AS subject_id, c.scope_id AS dispute_id, NULL::uuid AS case_id, NULL::uuid AS organ_id,
        NULL::text AS procedure
      FROM w JOIN reminders.reminder r ON r.id = w.id LEFT JOIN deadlines.clock c ON c.id = r.clock_id`,
  },
  {
    code: 'due-day-provisional',
    name: '临近届满的期限仍是暂定日期',
    why: '届满日落在尚未公布节假日安排的年度，公布后可能变动；临近届满而未载入的，按错误的日期办理。',
    article: '复议法 2023 第88条',
    severity: 'MEDIUM',
    subject: 'clock',
    owner: 'sysadmin',
    mend: '载入国务院办公厅公布的当年节假日安排。',
    figure: { amount: 30, unit: '天', means: '届满前多少天仍为暂定的，列为异常' },
    walk: {
      from: 'deadlines.clock s',
      where: `s.provisional AND s.state IN ('RUNNING','SUSPENDED') AND s.due_on <= $2::date + $3::int`,
    },
    find: CLOCK,
  },
];
