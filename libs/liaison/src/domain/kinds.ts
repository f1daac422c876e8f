/** What may be asked of an organ. */
export const REQUEST_KINDS = {
  ASSIGNED: '交办',
  ASSISTANCE: '协办',
  FACTS: '核实情况',
  POSITION: '说明意见',
  NOTICE: '告知（签收即可）',
} as const;
export type RequestKind = keyof typeof REQUEST_KINDS;
export const REQUEST_KIND_CODES = Object.keys(REQUEST_KINDS) as RequestKind[];

export const REQUEST_STATES = { OPEN: '待办', ANSWERED: '已答复', WITHDRAWN: '已撤回' } as const;
export type RequestState = keyof typeof REQUEST_STATES;

/** Who speaks in a thread: the organ, or those who have the case. */
export const VOICES = { ORGAN: '答复单位', STAFF: '办案单位' } as const;
export type Voice = keyof typeof VOICES;

export const MESSAGE_KINDS = {
  REQUEST: '要求',
  MESSAGE: '留言',
  ANSWER: '答复',
  MORE_TIME: '申请延期',
  TIME_DECIDED: '延期答复',
  WITHDRAWAL: '撤回',
} as const;
export type MessageKind = keyof typeof MESSAGE_KINDS;

export const MORE_TIME_OUTCOMES = {
  ASKED: '待答复',
  GRANTED: '同意',
  REFUSED: '不同意',
  NOT_PROVIDED: '依法不能延长',
} as const;
export type MoreTimeOutcome = keyof typeof MORE_TIME_OUTCOMES;
