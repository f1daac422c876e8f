import { ACT_GROUNDS, EXCLUSION_GROUNDS, INTERESTS } from './codes.js';
import { decide, fails, met, open, type AdmissibilityRule } from './rule.js';

const scopeIn: AdmissibilityRule = {
  code: 'SCOPE-IN',
  condition: 'IN_SCOPE',
  article: '复议法 2023 第11条；实施条例 2026 第9条、第10条',
  facts: ['stated.actGround'],
  judge({ stated: { actGround } }) {
    if (actGround === undefined) return open('尚未确定行政行为的类别', '请选择被申请的行政行为属于第11条的哪一项。');
    return met(`属于${ACT_GROUNDS[actGround].name}（${ACT_GROUNDS[actGround].article}）`);
  },
};

const scopeOut: AdmissibilityRule = {
  code: 'SCOPE-OUT',
  condition: 'IN_SCOPE',
  article: '复议法 2023 第12条；实施条例 2026 第36条、第74条',
  facts: ['stated.exclusion'],
  judge({ stated: { exclusion } }) {
    if (exclusion === undefined)
      return open('尚未审查是否属于排除事项', '请审查是否属于第12条或者实施条例第36条、第74条规定的事项。');
    if (exclusion === 'NONE') return met('不属于排除事项');
    const { name, article } = EXCLUSION_GROUNDS[exclusion];
    return fails(`属于${name}（${article}），不属于行政复议范围`);
  },
};

const interest: AdmissibilityRule = {
  code: 'INTEREST',
  condition: 'INTEREST',
  article: '复议法 2023 第30条第1款第2项；实施条例 2026 第35条',
  facts: ['stated.interest'],
  judge({ stated }) {
    if (stated.interest === undefined) return open('尚未确定利害关系', '请说明申请人与行政行为有何种利害关系。');
    return stated.interest === 'NONE' ? fails('与行政行为没有利害关系') : met(INTERESTS[stated.interest]);
  },
};

const claim: AdmissibilityRule = {
  code: 'CLAIM',
  condition: 'CLAIM',
  article: '复议法 2023 第30条第1款第3项；实施条例 2026 第27条',
  facts: ['stated.claimSpecific', 'stated.reasonsGiven'],
  judge: ({ stated: { claimSpecific, reasonsGiven } }) =>
    decide(
      claimSpecific === undefined || reasonsGiven === undefined ? undefined : claimSpecific && reasonsGiven,
      '有具体的复议请求、事实和理由',
      '复议请求不具体，或者没有事实和理由',
      '请求不明确的，一次性通知申请人补正。',
    ),
};

/** One act, one application (复议法 2023 第22条第4款). */
const oneAct: AdmissibilityRule = {
  code: 'FORM-ONE',
  condition: 'CLAIM',
  article: '复议法 2023 第22条第4款',
  facts: ['stated.actsContested'],
  applies: ({ stated }) => stated.actsContested !== undefined,
  judge: ({ stated }) =>
    stated.actsContested === 1
      ? met('针对一个行政行为提出')
      : fails('一份申请针对两个以上行政行为', '通知申请人就每一行政行为分别提出申请。'),
};

const oral: AdmissibilityRule = {
  code: 'FORM-ORAL',
  condition: 'CLAIM',
  article: '复议法 2023 第22条第3款',
  facts: ['filing', 'stated.oralRecordComplete'],
  applies: ({ filing }) => filing.method === 'ORAL',
  judge: ({ stated }) =>
    decide(
      stated.oralRecordComplete,
      '口头申请已当场记录',
      '口头申请笔录不完整',
      '当场记录申请人基本情况、复议请求、主要事实、理由和时间，并由申请人核对签名。',
    ),
};

/** Scope, interest, claim and form. */
export const SCOPE_RULES: readonly AdmissibilityRule[] = [scopeIn, scopeOut, interest, claim, oneAct, oral];
