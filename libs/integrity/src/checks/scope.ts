import { DISTRICT } from '@app/cases';
import { OF_DISPUTE, type Check } from '../check.js';

const DISPUTE = `SELECT d.id AS subject_id, ${OF_DISPUTE} FROM w JOIN cases.dispute d ON d.id = w.id
  JOIN directory.organ o ON o.id = d.organ_id`;
const LASTS = 'p.dispute_id = d.id AND p.until IS NULL';

/** Who sees what, and the orders of queues: tables that follow from others. */
export const SCOPE_CHECKS: readonly Check[] = [
  {
    code: 'shut-out-takes-part',
    name: '已回避的人员仍是参与人',
    why: '回避的人员不得参与案件办理，也不得查看案件；仍列为参与人的，程序违法。',
    article: '复议法 2023 第6条；实施条例 2026 第9条',
    severity: 'HIGH',
    subject: 'dispute',
    owner: 'institution_head',
    mend: '立即终止其参与，核查其回避后是否查看、办理过案件。',
    walk: { from: '(SELECT DISTINCT x.dispute_id AS id FROM cases.exclusion x) s', where: 'true' },
    find: `${DISPUTE} WHERE EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.dispute_id = d.id AND (
        x.person_id = d.handler_id
        OR EXISTS (SELECT 1 FROM cases.participant p WHERE ${LASTS} AND p.person_id = x.person_id)
        OR EXISTS (SELECT 1 FROM cases.case_file f WHERE f.dispute_id = d.id AND f.handler_id = x.person_id)
        OR EXISTS (SELECT 1 FROM cases.access a WHERE a.dispute_id = d.id AND a.principal_id = x.person_id)))`,
  },
  {
    code: 'access-without-part',
    name: '有查看权限而不是参与人',
    why: '查看权限由参与关系而来；多出的权限使无关人员看到当事人的个人信息。',
    article: '个人信息保护法 第51条',
    severity: 'HIGH',
    subject: 'dispute',
    owner: 'sysadmin',
    mend: '核查权限的来源，删除多余的权限，核查是否被使用过。',
    walk: { from: 'cases.dispute s', where: `s.status <> 'DRAFT'` },
    find: `${DISPUTE} WHERE EXISTS (SELECT 1 FROM cases.access a WHERE a.dispute_id = d.id
        AND a.principal_id <> '${DISTRICT}' AND NOT EXISTS (SELECT 1 FROM cases.participant p
          WHERE ${LASTS} AND a.principal_id IN (p.person_id, p.organ_id)))`,
  },
  {
    code: 'part-without-access',
    name: '是参与人而没有查看权限',
    why: '参与人看不到自己的案件，待办中也没有，期限将在其不知情中届满。',
    article: null,
    severity: 'HIGH',
    subject: 'dispute',
    owner: 'sysadmin',
    mend: '补上查看权限。',
    walk: { from: 'cases.dispute s', where: `s.status IN ('REGISTERED','CLOSED')` },
    find: `${DISPUTE} WHERE NOT EXISTS (SELECT 1 FROM cases.access a WHERE a.dispute_id = d.id AND a.principal_id = '${DISTRICT}')
        OR EXISTS (SELECT 1 FROM cases.participant p WHERE ${LASTS} AND NOT EXISTS (SELECT 1 FROM cases.access a
          WHERE a.dispute_id = d.id AND a.principal_id = coalesce(p.person_id, p.organ_id)))`,
  },
  {
    code: 'queue-out-of-order',
    name: '待办排序与期限不一致',
    why: '待办按最近的届满日排序；不一致的，先到期的案件排在后面。',
    article: null,
    severity: 'MEDIUM',
    subject: 'dispute',
    owner: 'sysadmin',
    mend: '重新计算该争议的最近届满日。',
    walk: { from: 'cases.dispute s', where: `s.status = 'REGISTERED'` },
    find: `${DISPUTE} CROSS JOIN LATERAL (SELECT deadlines.next_due(d.id) AS due_on) n
      WHERE d.next_due_on IS DISTINCT FROM n.due_on OR EXISTS (SELECT 1 FROM cases.access a
        WHERE a.dispute_id = d.id AND a.open AND a.due_on <> coalesce(n.due_on, 'infinity'))`,
  },
];
