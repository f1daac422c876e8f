/** What an applicant may do on his own case, in what words staff hear of it, and on what ground. */
export const REQUEST_KINDS = {
  SUPPLEMENT: { name: '提交补充材料', asked: '提交了补充材料', article: '复议法 2023 第31条、第44条第2款' },
  WITHDRAWAL: { name: '撤回申请', asked: '请求撤回行政复议申请', article: '复议法 2023 第15条第2款、第41条第1项' },
  MEDIATION: { name: '同意调解', asked: '表示愿意调解', article: '复议法 2023 第5条、第73条' },
  MEDIATION_REFUSAL: {
    name: '不同意调解',
    asked: '表示不愿意调解或者不愿继续调解',
    article: '特邀调解规定 第11条、第26条；人民调解法 第17条',
  },
  HEARING: { name: '申请听证', asked: '申请听证', article: '复议法 2023 第50条第2款' },
  RECUSAL: { name: '申请回避', asked: '申请有关人员回避', article: '公务员法 第76条、第77条' },
} as const;

export type RequestKind = keyof typeof REQUEST_KINDS;
export type RequestState = 'OPEN' | 'SETTLED';

/** How a request was settled. */
export const REQUEST_OUTCOMES = { GRANTED: '同意', REFUSED: '不予同意', NOTED: '已收悉' } as const;
export type RequestOutcome = keyof typeof REQUEST_OUTCOMES;

/** Of these, one may be open at a time: asking twice asks for nothing more. */
export const ONCE: ReadonlySet<RequestKind> = new Set<RequestKind>([
  'WITHDRAWAL',
  'MEDIATION',
  'MEDIATION_REFUSAL',
  'HEARING',
]);
