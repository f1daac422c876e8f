import type { PaperTag } from '@app/service-of-process';
import type { EndingFact } from '../../trial-facts.js';

/** The paper by which the parties learn of the ending. */
export const ENDING_PAPERS = {
  TERMINATED: 'TERMINATION',
  DISMISSED: 'DISMISSAL',
  MEDIATED: 'MEDIATION_STATEMENT',
} as const satisfies Record<EndingFact['kind'], PaperTag>;

/** Grounds of termination (复议法 2023 第41条). */
export const TERMINATION_GROUNDS = {
  T1: '申请人撤回行政复议申请，行政复议机构准予撤回',
  T2: '作为申请人的公民死亡，没有近亲属或者其近亲属放弃行政复议权利',
  T3: '作为申请人的法人或者其他组织终止，没有权利义务承受人或者其权利义务承受人放弃行政复议权利',
  T4: '申请人对行政拘留或者限制人身自由的行政强制措施不服，因同一违法行为涉嫌犯罪，被采取刑事强制措施',
  T5: '依照第三十九条第一款第一项、第二项、第四项的规定中止满六十日，中止的原因仍未消除',
} as const;
export type TerminationGround = keyof typeof TERMINATION_GROUNDS;

/** Grounds of dismissing the application (复议法 2023 第33条; 实施条例 2026 第37条第1款). */
export const DISMISSAL_GROUNDS = {
  CONDITIONS: '受理后发现不符合复议法第三十条第一款规定的受理条件',
  GROUNDLESS: '行政复议请求明显没有事实根据和法律依据，经释明申请人仍坚持',
  BEYOND_POWER: '请求被申请人履行的职责或者给付义务明显不属于其权限范围',
  FIXED_BY_JUDGMENT: '行政行为的效力已为生效裁判文书、调解书确认',
} as const;
export type DismissalGround = keyof typeof DISMISSAL_GROUNDS;
