/** What a mediation came to, as the tariff has it. */
export const SETTLED_RESULTS = {
  PERFORMED: '达成协议并履行完毕',
  AGREEMENT: '达成协议',
  NO_AGREEMENT: '经调解未达成协议',
  NOT_MEDIATED: '未开展调解即退回',
} as const;
export type SettledResult = keyof typeof SETTLED_RESULTS;
export const RESULT_CODES = Object.keys(SETTLED_RESULTS) as SettledResult[];

export const COMPLEXITIES = { SIMPLE: '简单', ORDINARY: '一般', COMPLEX: '复杂' } as const;
export type Complexity = keyof typeof COMPLEXITIES;
export const COMPLEXITY_CODES = Object.keys(COMPLEXITIES) as Complexity[];

export const SETTLEMENT_STATES = { DRAFT: '待审核', APPROVED: '已审核', FROZEN: '已锁定' } as const;
export type SettlementState = keyof typeof SETTLEMENT_STATES;

/** To whom a line is paid. */
export const PAYEES = { ORGANISATION: '签约社会组织', MEDIATOR: '调解员本人' } as const;
export type Payee = keyof typeof PAYEES;

/** In a tariff: for every stage, or for every matter. */
export const ANY = '*';
