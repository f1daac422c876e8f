import { CHANGES_ONLY } from '@app/audit';
import { ROLES, type RoleCode } from '@app/kernel';

type Detail = Readonly<Record<string, unknown>>;
type SentenceOf = (detail: Detail) => string;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const about = (detail: Detail): string => `${text(detail['number'])} “${text(detail['label'])}”`;

/** A step as its audit entry tells it: the case's number, the role in which it was done, what was done. */
export const stepSentence: SentenceOf = (detail) => {
  const role = detail['role'] === 'system' ? '' : `以${ROLES[detail['role'] as RoleCode]}身份`;
  return `${text(detail['number'])} ${role}${text(detail['sentence'])}`;
};

/** The acts of approval, and timers that found the case moved on. */
export const ENGINE_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'cases.proposed-proposal': (d) => `提请审批：${about(d)}`,
  'cases.passed-proposal': (d) => `审核通过：${about(d)}`,
  'cases.approved-proposal': (d) => `批准：${about(d)}`,
  'cases.returned-proposal': (d) => `退回：${about(d)}`,
  'cases.withdrawn-proposal': (d) => `撤回提请：${about(d)}`,
  'cases.refused-timer': (d) => `期限${text(d['rule'])}届满，案件已进入其他步骤，不再自动办理`,
  'deadlines.recount-clock': (d) => text(d['sentence']),
  'cases.take-baseline': () => '系统升级，记下了此时的情况',
  [CHANGES_ONLY]: () => '更新了参与人员或者期限',
};
