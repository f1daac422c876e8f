import { OF_CASE, OF_DISPUTE, PROCEDURE_HEADS, type Check } from '../check.js';

const CASE = `SELECT f.id AS subject_id, ${OF_CASE} FROM w JOIN cases.case_file f ON f.id = w.id
  JOIN cases.dispute d ON d.id = f.dispute_id`;

/** Cases that do not go on, or stand in an impossible place. */
export const COURSE_CHECKS: readonly Check[] = [
  {
    code: 'dispute-without-case',
    name: '争议登记后逾期未分流',
    why: '登记后既未受理复议、也未转入调解的，群众的申请期限在流逝，矛盾无人处理。',
    article: '复议法 2023 第20条、第30条',
    severity: 'HIGH',
    subject: 'dispute',
    owner: PROCEDURE_HEADS,
    mend: '确定处理程序并立案，或者办结争议并说明理由。',
    figure: { amount: 15, unit: '天', means: '登记后多少天未立任何案件的，列为异常' },
    walk: { from: 'cases.dispute s', where: `s.status = 'REGISTERED' AND s.registered_on < $2::date - $3::int` },
    find: `SELECT d.id AS subject_id, ${OF_DISPUTE} FROM w JOIN cases.dispute d ON d.id = w.id
      JOIN directory.organ o ON o.id = d.organ_id
      WHERE NOT EXISTS (SELECT 1 FROM cases.case_file f WHERE f.dispute_id = d.id)`,
  },
  {
    code: 'case-without-clock',
    name: '在办案件没有任何期限',
    why: '没有期限、没有待审批事项、也没有待送达文书的在办案件，不会有人被提醒，容易被遗忘。',
    article: null,
    severity: 'MEDIUM',
    subject: 'case',
    owner: PROCEDURE_HEADS,
    mend: '办理下一步；已办完的，办结案件。',
    figure: { amount: 7, unit: '天', means: '最近一次办理后多少天仍没有期限的，列为异常' },
    walk: {
      from: 'cases.case_file s',
      where: `s.open AND s.updated_at < $4::timestamptz - make_interval(days => $3::int)`,
    },
    find: `${CASE}
      WHERE NOT EXISTS (SELECT 1 FROM deadlines.clock c WHERE c.subject_id = f.id AND c.state IN ('RUNNING','SUSPENDED'))
        AND NOT EXISTS (SELECT 1 FROM cases.proposal p WHERE p.case_id = f.id AND p.state = 'PENDING')
        AND NOT EXISTS (SELECT 1 FROM service.delivery v WHERE v.case_id = f.id AND v.state IN ('PLANNED','SENT'))`,
  },
  {
    code: 'case-stuck',
    name: '在办案件长期没有进展',
    why: '长期没有任何办理记录，案件可能被搁置。',
    article: null,
    severity: 'MEDIUM',
    subject: 'case',
    owner: PROCEDURE_HEADS,
    mend: '了解原因，督促承办人办理下一步。',
    figure: { amount: 60, unit: '天', means: '多少天没有任何办理记录的，列为异常' },
    walk: {
      from: 'cases.case_file s',
      where: `s.open AND s.state NOT IN ('SUSPENDED','PAUSED') AND s.updated_at < $4::timestamptz - make_interval(days => $3::int)`,
    },
    find: `${CASE} WHERE NOT EXISTS (SELECT 1 FROM audit.entry e WHERE e.scope_id = f.dispute_id
        AND e.at > $4::timestamptz - make_interval(days => $3::int))`,
  },
  {
    code: 'suspended-for-ended-mediation',
    name: '调解已结束，复议案件仍因调解中止',
    why: '各方同意调解而中止的案件，调解结束后应当及时恢复审理；不恢复的，申请人的权利无限期搁置。',
    article: '复议法 2023 第39条第2款',
    severity: 'HIGH',
    subject: 'case',
    owner: 'dept_head',
    mend: '恢复审理；已达成调解协议的，制作行政复议调解书或者终止审理。',
    figure: { amount: 3, unit: '天', means: '中止后多少天没有在办调解的，列为异常' },
    walk: { from: 'cases.case_file s', where: `s.procedure = 'reconsideration' AND s.state = 'SUSPENDED'` },
    find: `${CASE} JOIN reconsideration.application a ON a.case_id = f.id AND a.suspension_ground = 'S6'
        AND a.suspended_on <= $2::date - $3::int
      WHERE NOT EXISTS (SELECT 1 FROM cases.case_file m WHERE m.dispute_id = f.dispute_id AND m.procedure = 'mediation' AND m.open)`,
  },
  {
    code: 'consent-unanswered',
    name: '征询调解意见逾期未答复',
    why: '调解以各方自愿为前提；长期不答复的应当视为不同意并退回，不能让群众的申请期限在等待中届满。',
    article: '特邀调解规定 第11条',
    severity: 'MEDIUM',
    subject: 'case',
    owner: 'centre_manager',
    mend: '再次联系未答复的一方；联系不上或者不同意的，退回来源单位。',
    figure: { amount: 7, unit: '天', means: '征询后多少天未答复的，列为异常' },
    walk: { from: 'cases.case_file s', where: `s.procedure = 'mediation' AND s.state = 'CONSENT_PENDING'` },
    find: `${CASE} WHERE EXISTS (SELECT 1 FROM mediation.party_consent p
        WHERE p.case_id = f.id AND p.answer IS NULL AND p.asked_on < $2::date - $3::int)`,
  },
  {
    code: 'listed-without-plan',
    name: '列入包案清单，逾期没有化解方案',
    why: '列入清单而没有方案的，包案流于形式，化解期限却照常计算。',
    article: '关于开展重大行政争议案件领导包案化解的通知 [L]',
    severity: 'HIGH',
    subject: 'case',
    owner: 'dept_head',
    mend: '督促责任单位报送化解方案。',
    walk: {
      from: 'cases.case_file s',
      where: `s.open AND s.procedure = 'ownership' AND s.state IN ('LISTED','ACKNOWLEDGED')`,
    },
    find: `${CASE}
      WHERE EXISTS (SELECT 1 FROM deadlines.clock c WHERE c.subject_id = f.id AND c.rule IN ('CO_PLAN','CO_ACK','CO_ACK_LEADER')
          AND c.state = 'RUNNING' AND c.due_on < $2::date)
        AND NOT EXISTS (SELECT 1 FROM ownership.plan p WHERE p.case_id = f.id AND p.state IN ('SUBMITTED','APPROVED'))`,
  },
  {
    code: 'supervision-without-clock',
    name: '督办单未办结，没有办理期限',
    why: '没有期限的督办无人催办；案件已办结而督办单未办结的，说明督办没有结果。',
    article: '关于开展重大行政争议案件领导包案化解的通知 [L]',
    severity: 'MEDIUM',
    subject: 'case',
    owner: 'dept_head',
    mend: '督促责任单位签收、回复，或者办结督办单。',
    walk: { from: 'cases.case_file s', where: `s.procedure = 'ownership'` },
    find: `${CASE} WHERE EXISTS (SELECT 1 FROM ownership.supervision v
        WHERE v.case_id = f.id AND v.state IN ('ISSUED','ACKNOWLEDGED','RETURNED'))
      AND (NOT f.open OR NOT EXISTS (SELECT 1 FROM deadlines.clock c
        WHERE c.subject_id = f.id AND c.rule = 'CO_SUPERVISION' AND c.state = 'RUNNING'))`,
  },
  {
    code: 'candidate-waits',
    name: '符合包案条件，长期未提请',
    why: '按规则应当由领导包案的案件，未提请也未说明不提请的理由。',
    article: '关于开展重大行政争议案件领导包案化解的通知 [L]',
    severity: 'MEDIUM',
    subject: 'dispute',
    owner: 'dept_head',
    mend: '提请列入包案清单，或者说明不提请的理由。',
    figure: { amount: 10, unit: '天', means: '发现后多少天未处理的，列为异常' },
    walk: { from: 'ownership.candidate s', where: `s.state = 'WAITING' AND s.found_on < $2::date - $3::int` },
    find: `SELECT d.id AS subject_id, d.id AS dispute_id, NULL::uuid AS case_id, d.organ_id, 'ownership' AS procedure
      FROM w JOIN ownership.candidate c ON c.id = w.id JOIN cases.dispute d ON d.id = c.dispute_id AND d.status = 'REGISTERED'`,
  },
  {
    code: 'obligation-unwatched',
    name: '调解协议约定的履行期已过，没有任何期限跟踪',
    why: '没有期限跟踪的履行义务，到期、逾期都不会提醒，协议可能落空。',
    article: '人民调解法 第31条',
    severity: 'HIGH',
    subject: 'case',
    owner: 'centre_manager',
    mend: '核对履行情况：已履行的，登记履行；未履行的，督促履行。',
    walk: { from: 'cases.case_file s', where: `s.open AND s.procedure = 'mediation'` },
    find: `${CASE} WHERE EXISTS (SELECT 1 FROM mediation.obligation b WHERE b.case_id = f.id AND b.due_on < $2::date
        AND b.state IN ('OPEN', 'PART')
        AND NOT EXISTS (SELECT 1 FROM deadlines.clock c WHERE c.subject_id = f.id AND c.concerns_id = b.id))`,
  },
  {
    code: 'request-unanswered',
    name: '当事人网上申请长期未处理',
    why: '当事人通过网上渠道提出的申请应当及时答复；长期不理的，损害其程序权利。',
    article: '复议法 2023 第3条',
    severity: 'HIGH',
    subject: 'case',
    owner: PROCEDURE_HEADS,
    mend: '督促承办人处理并答复申请。',
    figure: { amount: 5, unit: '天', means: '收到后多少天未处理的，列为异常' },
    walk: { from: 'portal.request s', where: `s.state = 'OPEN' AND s.received_on < $2::date - $3::int` },
    find: `SELECT DISTINCT f.id AS subject_id, ${OF_CASE} FROM w JOIN portal.request q ON q.id = w.id
      JOIN cases.case_file f ON f.id = q.case_id JOIN cases.dispute d ON d.id = f.dispute_id`,
  },
];
