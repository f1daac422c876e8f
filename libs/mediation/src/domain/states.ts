import type { StateInfo } from '@app/cases';

/** The states of a mediation, from the referral to performance followed up, or to the return to its source. */
export const MEDIATION_STATES = {
  REFERRED: { name: '已移送', open: true },
  INTAKE_REVIEW: { name: '接收审查', open: true },
  CONSENT_PENDING: { name: '征询意见', open: true },
  ACCEPTED: { name: '已受理', open: true },
  MEDIATOR_ASSIGNED: { name: '已指定调解员', open: true },
  IN_SESSION: { name: '调解中', open: true },
  PAUSED: { name: '中止调解', open: true },
  AGREED: { name: '达成协议', open: true },
  AGREEMENT_EFFECTIVE: { name: '协议生效', open: true },
  CONFIRMATION_PENDING: { name: '司法确认中', open: true },
  CONFIRMED: { name: '已确认', open: true },
  CONFIRMATION_REFUSED: { name: '不予确认', open: true },
  PERFORMING: { name: '履行中', open: true },
  FOLLOW_UP: { name: '回访', open: true },
  CLOSED_SUCCESS: { name: '调解成功结案', open: false },
  TERMINATED: { name: '终止调解', open: true },
  RETURNED: { name: '已退回', open: false },
  REJECTED: { name: '不予接收', open: false },
} as const satisfies Record<string, StateInfo>;

export type MediationState = keyof typeof MEDIATION_STATES;
