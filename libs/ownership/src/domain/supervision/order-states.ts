/** How far a 督办单 has come. */
export const ORDER_STATES = {
  ISSUED: '待签收',
  ACKNOWLEDGED: '待反馈',
  REPLIED: '已反馈待审核',
  RETURNED: '退回重报',
  ACCEPTED: '已办结',
  LAPSED: '随包案办结',
} as const;

export type OrderState = keyof typeof ORDER_STATES;

/** The unit still owes something on it. */
export const OWED: readonly OrderState[] = ['ISSUED', 'ACKNOWLEDGED', 'RETURNED'];
/** It is not finished. */
export const OPEN_ORDERS: readonly OrderState[] = [...OWED, 'REPLIED'];
