import type { PriorGround } from '../acceptance.js';
import type { AdmissibilityFacts } from './facts.js';
import { decide, fails, met, open, type AdmissibilityRule } from './rule.js';

/** Duties whose omission puts reconsideration first (条例 2026 第30条: 复议法 第11条第3、11、12、14项). */
const DUTIES = ['LICENSING', 'DUTY_PROTECTION', 'SOCIAL_SECURITY', 'GOV_INFO'];
const OMITTED = ['NOT_ACCEPTED', 'NO_REPLY', 'NOT_PERFORMED'];
const REFUSED = ['SECRET', 'PRIVACY', 'INTERNAL'];

/**
 * Why reconsideration must come before a suit; null if it need not (复议法 2023 第23条第1款). An express refusal to accept
 * or perform, or incomplete performance, is no omission (条例 2026 第30条); a refusal of information counts on the
 * grounds of 政府信息公开条例 第14条至第16条 (条例 2026 第31条).
 */
export function priorGroundOf({ stated }: Pick<AdmissibilityFacts, 'stated'>): PriorGround | null {
  const { actGround, omission } = stated;
  if (actGround === 'PENALTY' && stated.penaltyOnTheSpot === true) return 'ON_THE_SPOT_PENALTY';
  if (actGround === 'NATURAL_RESOURCE_TITLE' && stated.titleObtained === true) return 'NATURAL_RESOURCE_TITLE';
  if (actGround === 'GOV_INFO' && REFUSED.includes(stated.informationRefusal ?? '')) return 'INFORMATION_REFUSED';
  if (omission && DUTIES.includes(actGround ?? '') && OMITTED.includes(omission.kind)) return 'FAILURE_TO_ACT';
  return stated.priorGround === 'OTHER_LAW' ? 'OTHER_LAW' : null;
}

const acceptedBefore: AdmissibilityRule = {
  code: 'REPEAT-1',
  condition: 'NOT_REPEATED',
  article: '复议法 2023 第30条第1款第7项',
  facts: ['acceptedBefore'],
  judge: (facts) =>
    facts.acceptedBefore ? fails('本机关已受理过就同一行政行为提出的申请') : met('本机关未受理过同一行政行为的申请'),
};

/** Either the court or the authority (复议法 2023 第29条). */
const parallelSuit: AdmissibilityRule = {
  code: 'LOCK-29',
  condition: 'NOT_REPEATED',
  article: '复议法 2023 第29条、第30条第1款第7项',
  facts: ['stated.courtAccepted'],
  judge: ({ stated }) =>
    decide(
      stated.courtAccepted === undefined ? undefined : !stated.courtAccepted,
      '人民法院未受理同一行政行为的诉讼',
      '人民法院已经受理同一行政行为的诉讼',
      '向申请人核实是否已提起行政诉讼，并查询人民法院受理情况。',
    ),
};

/** The same matter again: not a refusal, but told that it will not be handled (条例 2026 第37条第2款). */
const repeated: AdmissibilityRule = {
  code: 'REPEAT-2',
  condition: null,
  article: '实施条例 2026 第37条第2款',
  facts: ['stated.repeat'],
  applies: ({ stated }) => stated.repeat !== undefined,
  judge: ({ stated }) =>
    stated.repeat!.newFacts
      ? met('有新的事实或者理由')
      : fails('就同一事项重复申请，没有新的事实或者理由', '告知申请人不再处理，并记录在案。'),
};

const told: AdmissibilityRule = {
  code: 'PRIOR-23',
  condition: null,
  article: '复议法 2023 第23条；实施条例 2026 第30条、第31条',
  facts: ['stated.actGround', 'stated.omission', 'stated.informationRefusal', 'stated.penaltyOnTheSpot'],
  judge(facts) {
    if (facts.stated.actGround === undefined) return open('尚不能判断是否复议前置', '请先确定行政行为的类别。');
    return met(priorGroundOf(facts) === null ? '不属于复议前置' : '属于复议前置，不服不予受理、驳回的可以在15日内起诉');
  },
};

/** §1.5 and the seventh condition. */
export const PRIOR_RULES: readonly AdmissibilityRule[] = [acceptedBefore, parallelSuit, repeated, told];
