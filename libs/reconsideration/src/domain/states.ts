import type { StateInfo } from '@app/cases';

/** The states of a reconsideration from receipt to the archive. What ended without a decision is still to be served. */
export const RECONSIDERATION_STATES = {
  RECEIVED: { name: '收件登记', open: true },
  UNDER_REVIEW: { name: '受理审查', open: true },
  CORRECTION: { name: '待补正', open: true },
  ABANDONED: { name: '视为放弃', open: false },
  NOT_ACCEPTED: { name: '不予受理', open: false },
  NOT_HANDLED: { name: '告知不再处理', open: false },
  PRE_SETTLED: { name: '受理前化解', open: false },
  ACCEPTED: { name: '已受理', open: true },
  IN_TRIAL: { name: '审理中', open: true },
  SUSPENDED: { name: '中止', open: true },
  DRAFTING: { name: '拟定决定', open: true },
  INSTITUTION_REVIEW: { name: '机构审核', open: true },
  AUTHORITY_APPROVAL: { name: '机关负责人审批', open: true },
  MEDIATED: { name: '调解书生效', open: true },
  TERMINATED: { name: '终止', open: true },
  DISMISSED: { name: '驳回申请', open: true },
  TRANSFERRED_UP: { name: '提级审理', open: false },
  DECIDED: { name: '已作出决定', open: true },
  SERVED: { name: '已送达生效', open: true },
  PERFORMANCE: { name: '履行监督', open: true },
  CLOSED: { name: '结案', open: false },
  ARCHIVED: { name: '归档', open: false },
} as const satisfies Record<string, StateInfo>;

export type ReconsiderationState = keyof typeof RECONSIDERATION_STATES;
