import { OF_CASE, PROCEDURE_HEADS, type Check } from '../check.js';

const PROPOSAL = `SELECT q.id AS subject_id, ${OF_CASE} FROM w JOIN cases.proposal q ON q.id = w.id
  JOIN cases.case_file f ON f.id = q.case_id JOIN cases.dispute d ON d.id = f.dispute_id`;
const DOCUMENT = `SELECT n.id AS subject_id, ${OF_CASE} FROM w JOIN documents.document n ON n.id = w.id
  JOIN cases.case_file f ON f.id = n.case_id JOIN cases.dispute d ON d.id = f.dispute_id`;

/** Approvals, papers, service and files that wait. */
export const PAPER_CHECKS: readonly Check[] = [
  {
    code: 'proposal-under-closed-case',
    name: '案件已办结，仍有待审批事项',
    why: '办结案件中的审批事项不会再生效，却仍在审批人的待办中。',
    article: null,
    severity: 'MEDIUM',
    subject: 'proposal',
    owner: PROCEDURE_HEADS,
    mend: '退回或者撤回该审批事项。',
    walk: { from: 'cases.proposal s', where: `s.state = 'PENDING'` },
    find: `${PROPOSAL} WHERE NOT f.open`,
  },
  {
    code: 'approval-waits',
    name: '审批事项长期未处理',
    why: '审批占用的是案件的法定期限。',
    article: '复议法 2023 第62条',
    severity: 'MEDIUM',
    subject: 'proposal',
    owner: PROCEDURE_HEADS,
    mend: '催请审批人审批；审批人不在岗的，由有权的其他负责人审批。',
    figure: { amount: 5, unit: '天', means: '报批后多少天未审批的，列为异常' },
    walk: {
      from: 'cases.proposal s',
      where: `s.state = 'PENDING' AND s.proposed_at < $4::timestamptz - make_interval(days => $3::int)`,
    },
    find: `${PROPOSAL} WHERE f.open`,
  },
  {
    code: 'paper-waits-signature',
    name: '文书报签后长期未签发',
    why: '未签发的文书不能送达，期限却照常计算。',
    article: '复议法 2023 第62条',
    severity: 'MEDIUM',
    subject: 'document',
    owner: PROCEDURE_HEADS,
    mend: '催请签发，或者退回修改。',
    figure: { amount: 5, unit: '天', means: '报签后多少天未签发的，列为异常' },
    walk: {
      from: 'documents.document s',
      where: `s.state = 'SUBMITTED' AND s.drafted_at < $4::timestamptz - make_interval(days => $3::int)`,
    },
    find: `${DOCUMENT} WHERE f.open AND NOT EXISTS (SELECT 1 FROM documents.document_version v
        WHERE v.document_id = n.id AND v.saved_at >= $4::timestamptz - make_interval(days => $3::int))`,
  },
  {
    code: 'draft-under-closed-case',
    name: '案件已办结，仍有未完成的文书',
    why: '未签发也未作废的草稿不能归档，可能说明应当送达的文书没有作出。',
    article: '档案法 第14条 [L]',
    severity: 'LOW',
    subject: 'document',
    owner: PROCEDURE_HEADS,
    mend: '签发该文书，或者删除草稿。',
    walk: { from: 'documents.document s', where: `s.state IN ('DRAFT','SUBMITTED','RETURNED')` },
    find: `${DOCUMENT} WHERE NOT f.open`,
  },
  {
    code: 'paper-not-sent',
    name: '文书签发后长期未送达',
    why: '文书经送达才发生法律效力；拖延送达的，当事人的救济期限也无从起算。',
    article: '复议法 2023 第75条',
    severity: 'HIGH',
    subject: 'delivery',
    owner: PROCEDURE_HEADS,
    mend: '送达该文书，并登记送达情况。',
    figure: { amount: 7, unit: '天', means: '列入送达后多少天未送出的，列为异常' },
    walk: {
      from: 'service.delivery s',
      where: `s.state = 'PLANNED' AND s.created_at < $4::timestamptz - make_interval(days => $3::int)`,
    },
    find: `SELECT v.id AS subject_id, ${OF_CASE} FROM w JOIN service.delivery v ON v.id = w.id
      JOIN cases.case_file f ON f.id = v.case_id JOIN cases.dispute d ON d.id = f.dispute_id
      LEFT JOIN documents.document n ON n.id = v.document_id WHERE n.state IS DISTINCT FROM 'VOID'`,
  },
  {
    code: 'file-unexamined',
    name: '收到的材料未完成安全检查',
    why: '未检查的材料不能查看、不能入卷；积压说明检查服务停止。',
    article: null,
    severity: 'MEDIUM',
    subject: 'file',
    owner: 'sysadmin',
    mend: '检查病毒扫描服务和后台任务。',
    figure: { amount: 12, unit: '小时', means: '收到后多少小时未完成检查的，列为异常' },
    walk: {
      from: 'documents.file s',
      where: `s.withdrawn_on IS NULL AND s.created_at > $4::timestamptz - interval '60 days'
        AND s.created_at < $4::timestamptz - make_interval(hours => $3::int)`,
    },
    find: `SELECT t.id AS subject_id, ${OF_CASE} FROM w JOIN documents.file t ON t.id = w.id
      JOIN documents.file_version v ON v.file_id = t.id AND v.no = t.current_no
      JOIN documents.content c ON c.sha256 = v.sha256 AND c.scan = 'PENDING'
      JOIN cases.case_file f ON f.id = t.case_id JOIN cases.dispute d ON d.id = f.dispute_id`,
  },
];
