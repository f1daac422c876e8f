/** The ground of 复议法 2023 第70条. */
const NO_REPLY = '被申请人未按规定提出书面答复、提交证据，视为行政行为没有证据、依据';

/** A kind of decision: the grounds on which the law allows it. */
export interface DecisionKindInfo {
  readonly code: string;
  readonly name: string;
  readonly article: string;
  /** Ground codes and what they say. */
  readonly grounds: Readonly<Record<string, string>>;
  /** May be made where the respondent did not reply in time (复议法 2023 第70条). */
  readonly onDefault: boolean;
  /** Compensation may be granted with it (复议法 2023 第72条). */
  readonly withCompensation: boolean;
}

/**
 * What a case may be decided as (复议法 2023 第63条至第72条). Compensation (D10) goes with another kind, see
 * `withCompensation`; the respondent's silence (D11) is a ground of several kinds, {@link NO_REPLY}; dismissal of the
 * application (D8) is no decision on the merits and has its own step.
 */
export const DECISION_KINDS = {
  CHANGE: {
    code: 'D1',
    name: '变更',
    article: '复议法 2023 第63条',
    grounds: {
      CONTENT_INAPPROPRIATE: '事实清楚，证据确凿，适用依据正确，程序合法，但是内容不适当',
      BASIS_MISAPPLIED: '事实清楚，证据确凿，程序合法，但是未正确适用依据',
      FACTS_CLARIFIED: '事实不清、证据不足，经行政复议机关查清事实和证据',
    },
    onDefault: false,
    withCompensation: true,
  },
  REVOKE: {
    code: 'D2',
    name: '撤销或者部分撤销',
    article: '复议法 2023 第64条',
    grounds: {
      FACTS_UNCLEAR: '主要事实不清、证据不足',
      PROCEDURE_ILLEGAL: '违反法定程序',
      BASIS_ILLEGAL: '适用的依据不合法',
      POWER_EXCEEDED: '超越职权或者滥用职权',
      NO_REPLY,
    },
    onDefault: true,
    withCompensation: true,
  },
  CONFIRM_ILLEGAL: {
    code: 'D3',
    name: '确认违法',
    article: '复议法 2023 第65条',
    grounds: {
      GREAT_HARM: '依法应予撤销，但是撤销会给国家利益、社会公共利益造成重大损害',
      SLIGHT_PROCEDURE: '程序轻微违法，但是对申请人权利不产生实际影响',
      NOTHING_TO_REVOKE: '行政行为违法，但是不具有可撤销内容',
      ACT_CHANGED: '被申请人改变原违法行政行为，申请人仍要求撤销或者确认该行政行为违法',
      PERFORMANCE_POINTLESS: '被申请人不履行或者拖延履行法定职责，责令履行没有意义',
      NO_REPLY,
    },
    onDefault: true,
    withCompensation: true,
  },
  ORDER_PERFORM: {
    code: 'D4',
    name: '责令履行',
    article: '复议法 2023 第66条',
    grounds: {
      DUTY_NOT_PERFORMED: '被申请人不履行法定职责',
      NO_REPLY,
    },
    onDefault: true,
    withCompensation: false,
  },
  CONFIRM_INVALID: {
    code: 'D5',
    name: '确认无效',
    article: '复议法 2023 第67条',
    grounds: {
      NO_SUBJECT: '实施主体不具有行政主体资格，申请人申请确认无效',
      NO_BASIS: '没有依据，申请人申请确认无效',
      OTHER_MAJOR: '其他重大且明显违法情形，申请人申请确认无效',
      NO_REPLY,
    },
    onDefault: true,
    withCompensation: true,
  },
  MAINTAIN: {
    code: 'D6',
    name: '维持',
    article: '复议法 2023 第68条',
    grounds: { LAWFUL: '事实清楚，证据确凿，适用依据正确，程序合法，内容适当' },
    onDefault: false,
    withCompensation: false,
  },
  REJECT_CLAIMS: {
    code: 'D7',
    name: '驳回行政复议请求',
    article: '复议法 2023 第69条；实施条例 2026 第61条',
    grounds: {
      NO_SUCH_DUTY: '被申请人没有相应法定职责',
      PERFORMED_BEFORE: '被申请人在受理前已经履行法定职责',
      INVALIDITY_INSISTED: '行政行为不属于无效，经释明申请人拒绝变更请求',
      IMPOSSIBLE: '因不可抗力等客观原因不能履行',
      CHANGE_WORSE: '依法应当变更，但是变更对申请人更为不利',
    },
    onDefault: false,
    withCompensation: false,
  },
  AGREEMENT: {
    code: 'D9',
    name: '行政协议处理决定',
    article: '复议法 2023 第71条；实施条例 2026 第62条',
    grounds: {
      CONCLUDE: '责令依法订立',
      PERFORM: '责令继续履行',
      CHANGE_ILLEGAL: '撤销变更、解除行为或者确认其违法',
      RESCIND: '撤销或者解除协议',
      REMEDY: '责令采取补救措施或者赔偿损失',
      COMPENSATE: '变更、解除合法但是未依法补偿，责令补偿',
    },
    onDefault: true,
    withCompensation: false,
  },
} as const satisfies Record<string, DecisionKindInfo>;

export type DecisionKind = keyof typeof DECISION_KINDS;
export const DECISION_KIND_CODES = Object.keys(DECISION_KINDS) as DecisionKind[];

/** The entry of a kind. */
export function decisionKind(kind: DecisionKind): DecisionKindInfo {
  return DECISION_KINDS[kind];
}

/** Whether the law allows this kind on this ground. */
export function groundBelongs(kind: DecisionKind, ground: string): boolean {
  return Object.hasOwn(DECISION_KINDS[kind].grounds, ground);
}

/**
 * The kinds open to the authority. If the respondent did not reply in time only those against the act are, unless a
 * third party whose rights are at stake gave evidence (复议法 2023 第70条).
 */
export function kindsAllowed(evidenceDefault: boolean, thirdPartyEvidence: boolean): DecisionKind[] {
  const lapsed = evidenceDefault && !thirdPartyEvidence;
  return DECISION_KIND_CODES.filter((kind) => !lapsed || DECISION_KINDS[kind].onDefault);
}
