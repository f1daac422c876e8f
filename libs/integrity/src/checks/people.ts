import { OF_CASE, OF_DISPUTE, PROCEDURE_HEADS, works, type Check } from '../check.js';

/** Work whose people are gone, or have too much of it. */
export const PEOPLE_CHECKS: readonly Check[] = [
  {
    code: 'handler-gone',
    name: '在办案件的承办人已离岗',
    why: '承办人已无岗位或者账号已停用，案件实际无人办理，期限照常届满。',
    article: '复议法 2023 第62条',
    severity: 'HIGH',
    subject: 'case',
    owner: PROCEDURE_HEADS,
    mend: '将案件移交其他承办人。',
    walk: { from: 'cases.case_file s', where: 's.open AND s.handler_id IS NOT NULL' },
    find: `SELECT f.id AS subject_id, ${OF_CASE} FROM w JOIN cases.case_file f ON f.id = w.id
      JOIN cases.dispute d ON d.id = f.dispute_id WHERE NOT (${works('f.handler_id')})`,
  },
  {
    code: 'dispute-handler-gone',
    name: '在办争议的经办人已离岗',
    why: '经办人已无岗位或者账号已停用，群众提交的材料无人接收、分流。',
    article: null,
    severity: 'HIGH',
    subject: 'dispute',
    owner: PROCEDURE_HEADS,
    mend: '将争议移交本单位其他经办人。',
    walk: { from: 'cases.dispute s', where: `s.status = 'REGISTERED' AND s.handler_id IS NOT NULL` },
    find: `SELECT d.id AS subject_id, ${OF_DISPUTE} FROM w JOIN cases.dispute d ON d.id = w.id
      JOIN directory.organ o ON o.id = d.organ_id WHERE NOT (${works('d.handler_id')})`,
  },
  {
    code: 'mediator-gone',
    name: '在办调解的调解员已离岗或者任期已满',
    why: '调解员任期已满、不再担任调解员或者账号已停用，调解期限照常计算，各方在等一个不会再来的人。',
    article: '特邀调解规定 第27条',
    severity: 'HIGH',
    subject: 'case',
    owner: 'centre_manager',
    mend: '另行指定调解员，或者由当事人重新共同选定。',
    walk: { from: 'cases.case_file s', where: `s.open AND s.procedure = 'mediation'` },
    find: `SELECT DISTINCT f.id AS subject_id, f.dispute_id, f.id AS case_id, m.committee_id AS organ_id, f.procedure
      FROM w JOIN cases.case_file f ON f.id = w.id JOIN mediation.mediation m ON m.case_id = f.id
      JOIN mediation.assigned_mediator a ON a.case_id = f.id AND a.ended_on IS NULL
      LEFT JOIN mediation.mediator_profile r ON r.person_id = a.person_id
      WHERE r.term_until <= $2::date OR NOT (${works('a.person_id', 'mediator')})`,
  },
  {
    code: 'absent-uncovered',
    name: '承办人或者调解员外出，无人代理',
    why: '外出期间无人代理的案件，送来的材料无人接收，期限在其不在时届满。',
    article: '复议法 2023 第62条',
    severity: 'HIGH',
    subject: 'case',
    owner: PROCEDURE_HEADS,
    mend: '为其指定代理人，或者将案件移交他人。',
    walk: { from: 'cases.case_file s', where: 's.open' },
    find: `SELECT f.id AS subject_id, ${OF_CASE} FROM w JOIN cases.case_file f ON f.id = w.id
      JOIN cases.dispute d ON d.id = f.dispute_id
      WHERE EXISTS (SELECT 1 FROM directory.absence b
        WHERE b.cancelled_at IS NULL AND b.from_on <= $2::date AND $2::date < b.until_on
          AND (b.person_id = f.handler_id OR b.person_id IN (SELECT a.person_id FROM mediation.assigned_mediator a
            WHERE a.case_id = f.id AND a.ended_on IS NULL))
          AND (b.cover_id IS NULL OR NOT (${works('b.cover_id')})
            OR EXISTS (SELECT 1 FROM cases.exclusion x WHERE x.person_id = b.cover_id AND x.dispute_id = f.dispute_id)))`,
  },
  {
    code: 'committee-gone',
    name: '在办调解的调委会已撤销或者合同已到期',
    why: '承接案件的调委会已不存在或者不再受托，无人对调解负责，所达成的协议效力存疑。',
    article: '人民调解法 第8条 [L]',
    severity: 'HIGH',
    subject: 'case',
    owner: 'centre_manager',
    mend: '将案件交由其他调委会，或者续签合同、更新名册。',
    walk: { from: 'cases.case_file s', where: `s.open AND s.procedure = 'mediation'` },
    find: `SELECT f.id AS subject_id, ${OF_CASE} FROM w JOIN cases.case_file f ON f.id = w.id
      JOIN cases.dispute d ON d.id = f.dispute_id JOIN mediation.mediation m ON m.case_id = f.id
      JOIN directory.organ g ON g.id = m.committee_id LEFT JOIN mediation.committee_profile c ON c.committee_id = g.id
      WHERE g.valid_until <= $2::date OR c.contract_until <= $2::date`,
  },
  {
    code: 'mediator-over-cap',
    name: '调解员在办件数超过上限',
    why: '在办件数过多，调解质量和期限都难以保证；分案也不再公平。',
    article: '调解中心工作制度 [L]',
    severity: 'LOW',
    subject: 'person',
    owner: 'centre_manager',
    mend: '暂停向其分案，或者将部分案件转由其他调解员办理。',
    figure: { amount: 20, unit: '件', means: '名册未载明上限的调解员，同时在办的上限' },
    walk: { from: 'directory.person s', where: 'true' },
    find: `SELECT w.id AS subject_id, NULL::uuid AS dispute_id, NULL::uuid AS case_id, NULL::uuid AS organ_id,
        'mediation' AS procedure
      FROM w JOIN mediation.assigned_mediator a ON a.person_id = w.id AND a.ended_on IS NULL
      JOIN cases.case_file f ON f.id = a.case_id AND f.open
      LEFT JOIN mediation.mediator_profile r ON r.person_id = w.id
      GROUP BY w.id, r.cap HAVING count(*) > coalesce(r.cap, $3::int)`,
  },
];
