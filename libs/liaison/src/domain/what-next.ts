import type { Id } from '@app/kernel';
import { ANSWER_RULE } from './clocks.js';

/** Kinds of what an organ owes, as its list is filtered. */
export const OWED_KINDS = {
  REQUEST: '交办、协办',
  REPLY: '复议答复',
  PERFORMANCE: '履行义务',
  LETTER: '意见书办理',
  OWNERSHIP: '包案化解',
  SUPERVISION: '督办',
  OTHER: '其他期限',
} as const;
export type OwedKind = keyof typeof OWED_KINDS;
export const OWED_KIND_CODES = Object.keys(OWED_KINDS) as OwedKind[];

/** Beginnings of the codes of clock rules, the first that fits counts; what fits none is a period like others. */
const BEGINNINGS: readonly (readonly [beginning: string, kind: OwedKind])[] = [
  [ANSWER_RULE, 'REQUEST'],
  ['RC_REPLY', 'REPLY'],
  ['RC_OPINION', 'LETTER'],
  ['RC_REMAKE', 'PERFORMANCE'],
  ['RC_PERFORM', 'PERFORMANCE'],
  ['RC_ORDERED', 'PERFORMANCE'],
  ['MD_PERFORM', 'PERFORMANCE'],
  ['CO_SUPERVISION', 'SUPERVISION'],
  ['CO_INSTRUCTION', 'SUPERVISION'],
  ['CO_', 'OWNERSHIP'],
];

export function kindOfRule(rule: string): OwedKind {
  return BEGINNINGS.find(([beginning]) => rule.startsWith(beginning))?.[1] ?? 'OTHER';
}

/** SQL: the kind of the rule in the column `rule`, as {@link kindOfRule} says it. */
export function kindSql(rule: string): string {
  const cases = BEGINNINGS.map(([beginning, kind]) => `WHEN starts_with(${rule}, '${beginning}') THEN '${kind}'`);
  return `CASE ${cases.join(' ')} ELSE 'OTHER' END`;
}

/** What is to be done next, and where: a path under the API's prefix. */
export interface NextAction {
  readonly name: string;
  readonly label: string;
  readonly method: 'POST' | 'GET';
  readonly path: string;
}

/** What the organ does next about a clock: answer the request, hand in the reply, or one of the steps its case lists. */
export function nextOf(rule: string, subjectId: Id, request: { id: Id; notice: boolean } | null): NextAction {
  if (request?.notice)
    return { name: 'handled', label: '签收办结', method: 'POST', path: `/liaison/requests/${request.id}/handled` };
  if (request) return { name: 'answer', label: '答复', method: 'POST', path: `/liaison/requests/${request.id}/answer` };
  if (kindOfRule(rule) === 'REPLY')
    return { name: 'reply', label: '提交答复书和证据', method: 'POST', path: `/liaison/cases/${subjectId}/reply` };
  return { name: 'actions', label: '查看可以办理的步骤', method: 'GET', path: `/cases/${subjectId}/actions` };
}
