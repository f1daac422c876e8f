import type { RoleCode } from '@app/kernel';

/** Everything that can be allowed, and what it means; routes name one of these. */
export const PERMISSIONS = {
  'identity.self': '自己的账号、密码和登录会话',
  'identity.manage-accounts': '开通、停用、重置账号，撤销会话',
  'directory.view': '查看机关、人员和岗位',
  'directory.absence': '登记请假和代理人，查看本单位人员请假情况',
  'directory.manage': '维护机关、人员和岗位',
  'deadlines.view': '查看期限规则、工作日历和期限',
  'deadlines.manage-calendar': '导入年度工作日历',
  'settings.manage': '维护设置',
  'documents.manage': '维护文书模板、权利救济告知内容、编号序列和发文机关名称',
  'audit.view': '查看审计日志',
  'notifications.own': '自己的消息和接收方式',
  'cases.view': '查看本人、本机关有关的争议和案件',
  'cases.view-all': '查看全区争议和案件',
  'cases.register': '登记争议',
  'cases.act': '办理案件步骤',
  'cases.assign': '指定、移交承办人',
  'cases.link': '关联争议',
  'cases.unmask': '查看证件号码明文',
  'cases.import': '导入台账',
  'cases.export': '导出清单',
  'mediation.assign': '查看调解推荐人选，交办、指定、移交、退出承办',
  'mediation.oversee': '查看调解在办量、均衡度和无人承办的案件',
  'mediation.manage-weights': '维护调解推荐权重并决定生效',
  'mediation.manage-network': '维护调解网络：调委会、调解员名册',
  'mediation.settle': '维护计件标准，编制、锁定和更正调解计件结算',
  'mediation.approve-settlement': '审核、退回调解计件结算',
  'liaison.answer': '查看、办理本单位的待办事项',
  'liaison.ask': '向有关单位交办、协办',
  'integrity.view': '查看数据核查结果',
  'integrity.run': '启动数据核查',
  'feeds.own': '自己的日历订阅',
  'service.post': '制作邮寄批次，登记邮件结果',
  'ownership.manage': '维护包案入列规则和督办惯例，处理候选争议',
  'ownership.read-interference': '查看依规记录的过问行政复议案件情况',
} as const;

export type Permission = keyof typeof PERMISSIONS;

const EVERYBODY: readonly Permission[] = [
  'identity.self',
  'notifications.own',
  'directory.view',
  'directory.absence',
  'deadlines.view',
];
const WORKER: readonly Permission[] = [...EVERYBODY, 'cases.view', 'cases.act', 'feeds.own'];
const OFFICE: readonly Permission[] = [...WORKER, 'cases.view-all', 'cases.register', 'cases.link', 'cases.export'];
const HEAD: readonly Permission[] = [...OFFICE, 'cases.assign', 'cases.unmask', 'integrity.view', 'integrity.run'];
const CENTRE: readonly Permission[] = [
  'mediation.manage-network',
  'mediation.settle',
  'mediation.assign',
  'mediation.oversee',
];

/** What each role may do at all (district practice [L]); which step of which case, the procedures' tables say. */
export const ROLE_PERMISSIONS: Readonly<Record<RoleCode, readonly Permission[]>> = {
  intake_officer: [...OFFICE, 'cases.assign', 'cases.unmask', 'cases.import', 'service.post', 'liaison.ask'],
  case_handler: [...OFFICE, 'cases.unmask', 'service.post', 'liaison.ask'],
  panel_member: [...WORKER, 'cases.view-all'],
  dept_head: [...HEAD, 'liaison.ask', 'ownership.manage'],
  institution_head: [...HEAD, 'documents.manage', 'liaison.ask', 'ownership.manage', 'ownership.read-interference'],
  authority_head: [...WORKER, 'cases.view-all'],
  centre_staff: [...OFFICE, 'cases.assign', 'cases.unmask', 'cases.import', 'service.post', 'liaison.ask', ...CENTRE],
  centre_manager: [
    ...HEAD,
    'cases.import',
    'liaison.ask',
    ...CENTRE,
    'mediation.approve-settlement',
    'mediation.manage-weights',
  ],
  committee_chair: [...WORKER, 'mediation.assign'],
  mediator: WORKER,
  dept_liaison: [...WORKER, 'liaison.answer'],
  case_leader: WORKER,
  unit_leader: [...WORKER, 'liaison.answer'],
  statistician: [...EVERYBODY, 'cases.view', 'cases.view-all', 'cases.export'],
  archivist: [...WORKER, 'cases.view-all'],
  // 三员: none of them sees a case.
  auditor: [...EVERYBODY, 'audit.view'],
  security_admin: [...EVERYBODY, 'identity.manage-accounts'],
  sysadmin: [
    ...EVERYBODY,
    'directory.manage',
    'deadlines.manage-calendar',
    'settings.manage',
    'documents.manage',
    'integrity.view',
    'integrity.run',
  ],
  applicant: ['identity.self', 'notifications.own'],
  system: [],
};

const cache = new Map<string, ReadonlySet<string>>();

/** What somebody with these roles may do. */
export function permissionsOf(roles: readonly RoleCode[]): ReadonlySet<string> {
  const key = [...new Set(roles)].sort().join();
  let permissions = cache.get(key);
  if (!permissions) {
    permissions = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
    cache.set(key, permissions);
  }
  return permissions;
}
