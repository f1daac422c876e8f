/** The seven conditions of acceptance; all must hold (复议法 2023 第30条第1款). */
export const ACCEPTANCE_CONDITIONS = {
  IDENTIFIED: { name: '有明确的申请人和符合规定的被申请人', article: '复议法 2023 第30条第1款第1项' },
  INTEREST: { name: '申请人与被申请行政复议的行政行为有利害关系', article: '复议法 2023 第30条第1款第2项' },
  CLAIM: { name: '有具体的行政复议请求和理由', article: '复议法 2023 第30条第1款第3项' },
  IN_TIME: { name: '在法定申请期限内提出', article: '复议法 2023 第30条第1款第4项' },
  IN_SCOPE: { name: '属于行政复议范围', article: '复议法 2023 第30条第1款第5项' },
  JURISDICTION: { name: '属于本机关的管辖范围', article: '复议法 2023 第30条第1款第6项' },
  NOT_REPEATED: {
    name: '未受理过该申请人就同一行政行为提出的行政复议申请，人民法院也未受理其就同一行政行为提起的行政诉讼',
    article: '复议法 2023 第30条第1款第7项',
  },
} as const;

export type AcceptanceCondition = keyof typeof ACCEPTANCE_CONDITIONS;
export const CONDITION_CODES = Object.keys(ACCEPTANCE_CONDITIONS) as AcceptanceCondition[];

/** The conditions not among `met`, in the order of the law. */
export function unmetConditions(met: readonly AcceptanceCondition[]): AcceptanceCondition[] {
  return CONDITION_CODES.filter((condition) => !met.includes(condition));
}

/** Why reconsideration must come before a suit (复议法 2023 第23条第1款; 条例 2026 第30条、第31条). */
export const PRIOR_GROUNDS = {
  ON_THE_SPOT_PENALTY: '对当场作出的行政处罚决定不服',
  NATURAL_RESOURCE_TITLE: '侵犯已经依法取得的自然资源的所有权或者使用权',
  FAILURE_TO_ACT: '未履行法定职责（未受理、未答复或者未履行；明确拒绝的除外）',
  INFORMATION_REFUSED: '申请政府信息公开，行政机关不予公开',
  OTHER_LAW: '法律、行政法规规定的其他情形',
} as const;
export type PriorGround = keyof typeof PRIOR_GROUNDS;
