import type { OwnershipFacts } from '../facts.js';
import { actsForLeader, PRACTICE, type Rule } from '../guards.js';
import type { MarkInput } from './inputs.js';
import { OPEN_ORDERS, type OrderState } from './order-states.js';

type OnOrder = Rule<{ orderId: string }>;

/** What is kept of a cause, so that it marks once. */
export function causeKey({ cause, about }: Pick<MarkInput, 'cause' | 'about'>): string {
  return `${cause}:${about}`;
}

export const notMarkedYet: Rule<MarkInput> = {
  code: 'ownership.marked-already',
  detail: '该原因已亮灯，不重复亮灯。',
  article: PRACTICE,
  onInput: true,
  holds: (facts, { input }) => !facts.markedCauses.includes(causeKey(input)),
};

export const marked: Rule = {
  code: 'ownership.not-marked',
  detail: '该案没有亮灯。',
  article: PRACTICE,
  holds: (facts) => facts.mark !== 'NONE',
};

export const circularDue: Rule = {
  code: 'ownership.no-circular-due',
  detail: '两次亮红灯的才予通报。',
  article: PRACTICE,
  holds: (facts) => facts.circularDue,
};

/** The order named, or any while steps are only listed, is in one of these states. */
function orderIn(states: readonly OrderState[]): OnOrder['holds'] {
  return (facts, { input }) => theOrders(facts, input.orderId).some((order) => states.includes(order.state));
}

function theOrders(facts: OwnershipFacts, id: string | undefined): OwnershipFacts['orders'] {
  return id === undefined ? facts.orders : facts.orders.filter((order) => order.id === id);
}

export const orderToAcknowledge: OnOrder = {
  code: 'ownership.no-order-to-acknowledge',
  detail: '没有待签收的该督办单。',
  article: PRACTICE,
  holds: orderIn(['ISSUED']),
};

export const orderToReply: OnOrder = {
  code: 'ownership.no-order-to-reply',
  detail: '没有待反馈的该督办单；尚未签收的请先签收。',
  article: PRACTICE,
  holds: orderIn(['ACKNOWLEDGED', 'RETURNED']),
};

export const orderReplied: OnOrder = {
  code: 'ownership.order-without-reply',
  detail: '该督办单没有待审核的反馈。',
  article: PRACTICE,
  holds: orderIn(['REPLIED']),
};

/** The leader judges replies to his own orders, the bureau those to its own. */
export const ofIssuer: OnOrder = {
  code: 'ownership.order-of-other-issuer',
  detail: '督办单的反馈由签发一方审核。',
  article: PRACTICE,
  holds: (facts, { input, actorId }) =>
    theOrders(facts, input.orderId).some((order) => order.byLeader === actsForLeader(facts, actorId)),
};

export const noOpenOrder: Rule = {
  code: 'ownership.supervision-open',
  detail: '还有未办结的督办单，请先办结督办事项。',
  article: PRACTICE,
  holds: (facts) => facts.orders.every((order) => !OPEN_ORDERS.includes(order.state)),
};
