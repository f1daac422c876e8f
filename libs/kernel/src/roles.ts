/**
 * The roles of an administrative-dispute service, as the district's posts are called. What each may do is
 * `identity/domain/permissions.ts`; which role performs a step of a procedure is that procedure's table.
 */
export const ROLES = {
  intake_officer: '立案人员',
  case_handler: '承办人',
  panel_member: '审理人员',
  dept_head: '部门负责人',
  institution_head: '复议机构负责人',
  authority_head: '复议机关负责人',
  centre_staff: '调解中心工作人员',
  centre_manager: '调解中心负责人',
  committee_chair: '调解委员会主任',
  mediator: '调解员',
  dept_liaison: '部门联络员',
  case_leader: '包案区领导',
  unit_leader: '包案责任领导',
  statistician: '统计员',
  archivist: '档案员',
  auditor: '审计管理员',
  security_admin: '安全管理员',
  sysadmin: '系统管理员',
  applicant: '申请人',
  system: '系统',
} as const;

export type RoleCode = keyof typeof ROLES;
