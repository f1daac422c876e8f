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
    name: '在办调解的调解员已离岗',
    why: '调解员已不再担任调解员或者账号已停用，调解期限照常计算，各方在等一个不会再来的人。',
    article: '特邀调解规定 第27条',
    severity: 'HIGH',
    subject: 'case',
    owner: 'centre_manager',
    mend: '另行指定调解员，或者由当事人重新共同选定。',
    walk: { from: 'cases.case_file s', where: `s.open AND s.procedure = 'mediation'` },
    find: `SELECT DISTINCT f.id AS subject_id, f.dispute_id, f.id AS case_id, m.committee_id AS organ_id, f.procedure
      FROM w JOIN cases.case_file f ON f.id = w.id JOIN mediation.mediation m ON m.case_id = f.id
      JOIN mediation.assigned_mediator a ON a.case_id = f.id AND a.ended_on IS NULL
      WHERE NOT (${works('a.person_id', 'mediator')})`,
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
    figure: { amount: 20, unit: '件', means: '一名调解员同时在办的上限' },
    walk: { from: 'directory.person s', where: 'true' },
    find: `SELECT w.id AS subject_id, NULL::uuid AS dispute_id, NULL::uuid AS case_id, NULL::uuid AS organ_id,
        'mediation' AS procedure
      FROM w JOIN mediation.assigned_mediator a ON a.person_id = w.id AND a.ended_on IS NULL
      JOIN cases.case_file f ON f.id = a.case_id AND f.open GROUP BY w.id HAVING count(*) > $3::int`,
  },
];
