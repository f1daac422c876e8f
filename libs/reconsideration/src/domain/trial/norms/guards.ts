import type { Guard } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type {
  ConcludeNormReviewInput,
  ReceiveNormAnswerInput,
  RecordNormReceiptInput,
  SendNormInput,
  SuspendForReviewInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

export const applicationDated: Rule<SuspendForReviewInput> = {
  code: 'reconsideration.norm-application-date',
  detail: '申请人申请附带审查的，须填写申请日期（不能晚于今天）；机关依职权审查的不填。',
  article: '复议法 2023 第13条；实施条例 2026 第53条',
  onInput: true,
  holds: (_facts, { today, input }) =>
    input.basis === 'EX_OFFICIO'
      ? input.appliedOn === undefined
      : input.appliedOn !== undefined && input.appliedOn <= today,
};

export const underReview: Rule = {
  code: 'reconsideration.no-norm-review',
  detail: '本案没有正在进行的规范性文件附带审查。',
  article: '复议法 2023 第56条、第57条',
  holds: ({ normReview, suspension }) => suspension?.ground === 'S9' && normReview !== null && !normReview.concluded,
};

export const normUnsent: Rule = {
  code: 'reconsideration.norm-already-sent',
  detail: '已通知制定机关答复，或者已转送有权处理的机关。',
  article: '复议法 2023 第56条、第58条',
  holds: (facts) => facts.normReview?.sentOn == null,
};

export const recipientNamed: Rule<SendNormInput> = {
  code: 'reconsideration.norm-recipient',
  detail: '本机关无权处理的，须填写转送的机关；本机关有权处理的，通知制定机关，不填写。',
  article: '复议法 2023 第56条、第57条、第58条',
  onInput: true,
  holds: (facts, { input }) => (facts.normReview?.competent ?? true) === (input.recipient === undefined),
};

export const normSentInReview: Rule<SendNormInput> = {
  code: 'reconsideration.norm-date-wrong',
  detail: '日期应在中止之日至今天之间。',
  article: '复议法 2023 第56条至第58条',
  onInput: true,
  holds: (facts, { today, input }) => input.sentOn <= today && input.sentOn >= (facts.suspension?.on ?? input.sentOn),
};

export const normSent: Rule = {
  code: 'reconsideration.norm-not-sent',
  detail: '尚未通知制定机关或者转送有权处理的机关。',
  article: '复议法 2023 第56条、第58条',
  holds: (facts) => facts.normReview?.sentOn != null,
};

export const normUnreceived: Rule = {
  code: 'reconsideration.norm-already-received',
  detail: '收到日期已经登记。',
  article: '复议法 2023 第58条、第60条',
  holds: (facts) => facts.normReview?.receivedOn == null,
};

export const receivedAfterSent: Rule<RecordNormReceiptInput> = {
  code: 'reconsideration.norm-date-wrong',
  detail: '收到日期应在发送之日至今天之间。',
  article: '复议法 2023 第58条、第60条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.receivedOn <= today && input.receivedOn >= (facts.normReview?.sentOn ?? input.receivedOn),
};

export const normUnanswered: Rule = {
  code: 'reconsideration.norm-already-answered',
  detail: '答复已经登记。',
  article: '复议法 2023 第58条、第60条',
  holds: (facts) => facts.normReview?.answeredOn == null,
};

export const answeredAfterSent: Rule<ReceiveNormAnswerInput> = {
  code: 'reconsideration.norm-date-wrong',
  detail: '答复日期应在发送之日至今天之间。',
  article: '复议法 2023 第58条、第60条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.answeredOn <= today && input.answeredOn >= (facts.normReview?.sentOn ?? input.answeredOn),
};

/** Whoever may deal with the document decides upon it; the authority that may not must wait for the answer. */
export const answerThere: Rule = {
  code: 'reconsideration.norm-not-answered',
  detail: '本机关无权处理该规范性文件，须待有权处理的机关答复后登记结论。',
  article: '复议法 2023 第60条',
  holds: (facts) => facts.normReview?.competent !== false || facts.normReview.answeredOn !== null,
};

export const faultNamed: Rule<ConcludeNormReviewInput> = {
  code: 'reconsideration.norm-fault',
  detail: '认定不合法的，须选择不合法的情形；合法的不选。',
  article: '复议法 2023 第59条；实施条例 2026 第54条',
  onInput: true,
  holds: (_facts, { input }) => (input.outcome === 'UNLAWFUL') === (input.fault !== undefined),
};

/** The case waits for the review (复议法 2023 第39条第1款第9项). */
export const reviewConcluded: Rule = {
  code: 'reconsideration.norm-review-open',
  detail: '规范性文件的附带审查尚未有结论，不能恢复审理。',
  article: '复议法 2023 第39条、第56条、第57条',
  holds: ({ suspension, normReview }) => suspension?.ground !== 'S9' || normReview === null || normReview.concluded,
};
