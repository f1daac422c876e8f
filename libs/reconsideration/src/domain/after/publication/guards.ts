import type { Guard } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import type { DecidePublicationInput, PublishInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

export const reviewNotOpen: Rule = {
  code: 'reconsideration.privacy-review-already-open',
  detail: '隐私审查正在进行。',
  article: '复议法 2023 第79条第1款；个人信息保护法 第34条',
  holds: ({ after }) => after.publication.review !== 'OPEN',
};

export const notPublished: Rule = {
  code: 'reconsideration.already-published',
  detail: '决定书已经公开。',
  article: '复议法 2023 第79条第1款',
  holds: ({ after }) => after.publication.publishedOn === null,
};

export const reviewOpen: Rule = {
  code: 'reconsideration.privacy-review-not-open',
  detail: '没有正在进行的隐私审查，请先开始审查。',
  article: '复议法 2023 第79条第1款；个人信息保护法 第34条',
  holds: ({ after }) => after.publication.review === 'OPEN',
};

/** The gate: neither decided nor done while somebody still looks for what must not be seen. */
export const reviewClosed: Rule = {
  code: 'reconsideration.privacy-review-open',
  detail: '隐私审查尚未完成，不能决定公开或者公开，请先完成审查。',
  article: '复议法 2023 第79条第1款；个人信息保护法 第34条',
  holds: ({ after }) => after.publication.review === 'CLOSED',
};

export const notWiderThanAct: Rule<DecidePublicationInput> = {
  code: 'reconsideration.publication-wider-than-act',
  detail: '决定书的公开应当与被申请的行政行为的公开情况一致，原行政行为不公开的，不能决定全文公开。',
  article: '复议法 2023 第79条第1款',
  onInput: true,
  holds: (_facts, { input }) => input.decision !== 'PUBLIC' || input.originalActPublic,
};

export const reasonGiven: Rule<DecidePublicationInput> = {
  code: 'reconsideration.publication-reason-missing',
  detail: '决定部分公开或者不公开的，请写明理由。',
  article: '复议法 2023 第79条第1款',
  onInput: true,
  holds: (_facts, { input }) => input.decision === 'PUBLIC' || input.reason !== undefined,
};

export const decidedToPublish: Rule = {
  code: 'reconsideration.publication-not-decided',
  detail: '尚未决定公开，或者已决定不公开。',
  article: '复议法 2023 第79条第1款',
  holds: ({ after }) => after.publication.decision === 'PUBLIC' || after.publication.decision === 'PARTIAL',
};

export const publishedFits: Rule<PublishInput> = {
  code: 'reconsideration.published-day-wrong',
  detail: '公开日期应在决定公开之日至今天之间。',
  article: '复议法 2023 第79条第1款',
  onInput: true,
  holds: ({ after }, { today, input }) =>
    input.publishedOn <= today && input.publishedOn >= (after.publication.decidedOn ?? input.publishedOn),
};
