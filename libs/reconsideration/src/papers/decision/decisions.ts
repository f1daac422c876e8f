import {
  type Block,
  choice,
  count,
  type DocumentData,
  type DocumentField,
  type DocumentKind,
  list,
  longText,
  maybe,
  text,
  when,
  type Words,
} from '@app/documents';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';
import { DECISION_KINDS, type DecisionKind } from '../../domain/decision-kinds.js';
import { BASES } from './bases.js';
import { account, DECISION_FIELDS, RESULT_FIELDS, ruling } from './decision-body.js';

interface Decision {
  readonly kind: DecisionKind;
  /** 维持 and 驳回请求 leave the act as it is (法释〔2018〕1号 第133条); what changes it goes to the intermediate court. */
  readonly relief: string;
  readonly fields?: readonly DocumentField[];
  /** Cited besides the basis of the ground. */
  readonly alsoBasedOn?: (words: Words) => readonly string[];
  readonly results: (words: Words) => readonly string[];
}

function decision({ kind, relief, fields = [], alsoBasedOn, results }: Decision): DocumentKind {
  const { article, grounds } = DECISION_KINDS[kind];
  return paper({
    code: `R22-${kind.replaceAll('_', '-')}`,
    name: '行政复议决定书',
    article: `${article}；复议法 2023 第61条、第75条`,
    manner: 'AUTHORITY',
    series: 'rc-decision',
    layout: 'DECISION',
    to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
    relief,
    fields: [...DECISION_FIELDS, choice('ground', '决定的理由', grounds), ...fields, ...RESULT_FIELDS],
    body: (words): readonly Block[] => [
      ...account(words),
      ...ruling(words, [words.label('ground', BASES[kind]), ...(alsoBasedOn?.(words) ?? [])], results(words)),
    ],
  });
}

/** 被申请人某局2026年5月6日作出的行政处罚决定（…）. */
const theAct = (words: Words): string => `被申请人${words.text('respondent')}${words.text('act')}`;
const fromReceipt = (words: Words, days: string): string => `自收到本决定书之日起${words.number(days)}日内`;
const YES_NO = { YES: '是', NO: '否' } as const;

const maintain = decision({
  kind: 'MAINTAIN',
  relief: 'LITIGATION_MAINTAIN',
  results: (words) => [`维持${theAct(words)}`],
});

const change = decision({
  kind: 'CHANGE',
  relief: 'LITIGATION_CHANGE',
  fields: [longText('changedFrom', '原行政行为中需要变更的内容'), longText('changedTo', '变更后的内容')],
  results: (words) => [`变更${theAct(words)}，将“${words.text('changedFrom')}”变更为“${words.text('changedTo')}”`],
});

const partly = (data: DocumentData): boolean => data.scope === 'PART';
const ordersRemake = (data: DocumentData): boolean => data.remake === 'YES';

const revoke = decision({
  kind: 'REVOKE',
  relief: 'LITIGATION_CHANGE',
  fields: [
    choice('scope', '撤销的范围', { WHOLE: '全部撤销', PART: '部分撤销' }),
    when(longText('revokedPart', '撤销的部分'), partly),
    choice('remake', '责令重新作出行政行为', YES_NO),
    when(count('remakeDays', '重新作出的期限（日；法律、法规、规章未规定的为60日）'), ordersRemake),
    maybe(list('returns', '责令返还财产、解除措施或者赔偿价款的事项')),
  ],
  alsoBasedOn: (words) => [
    ...(words.is('remake', 'YES') ? [regulation(58, 1)] : []),
    ...(words.has('returns') ? [law(72, 2)] : []),
  ],
  results: (words) => [
    words.is('scope', 'PART')
      ? `撤销${theAct(words)}中的下列部分：${words.text('revokedPart')}`
      : `撤销${theAct(words)}`,
    ...(words.is('remake', 'YES') ? [`责令被申请人${fromReceipt(words, 'remakeDays')}重新作出行政行为`] : []),
    ...words.list('returns').map((each) => `责令被申请人${each}`),
  ],
});

const confirmIllegal = decision({
  kind: 'CONFIRM_ILLEGAL',
  // On procedure alone it does not change the act (法释〔2018〕1号 第22条第3款): the court depends on the ground.
  relief: 'LITIGATION',
  fields: [maybe(list('remedies', '责令采取的补救措施'))],
  alsoBasedOn: (words) => (words.has('remedies') ? [law(72, 1)] : []),
  results: (words) => [
    `确认${theAct(words)}违法`,
    ...words.list('remedies').map((each) => `责令被申请人采取补救措施：${each}`),
  ],
});

const orderPerform = decision({
  kind: 'ORDER_PERFORM',
  relief: 'LITIGATION',
  fields: [text('duty', '应当履行的法定职责'), count('performDays', '履行期限（日）')],
  results: (words) => [
    `责令被申请人${words.text('respondent')}${fromReceipt(words, 'performDays')}${words.text('duty')}`,
  ],
});

const confirmInvalid = decision({
  kind: 'CONFIRM_INVALID',
  relief: 'LITIGATION_CHANGE',
  results: (words) => [`确认${theAct(words)}无效`],
});

const rejectClaims = decision({
  kind: 'REJECT_CLAIMS',
  relief: 'LITIGATION_MAINTAIN',
  results: () => ['驳回申请人的行政复议请求'],
});

const agreement = decision({
  kind: 'AGREEMENT',
  relief: 'LITIGATION',
  fields: [text('agreementName', '行政协议名称'), list('orders', '决定的内容（责令被申请人……、撤销……、确认……）')],
  results: (words) => words.list('orders').map((each) => `关于${words.text('agreementName')}，${each}`),
});

/** R22: the decisions on the merits, one kind of paper for each kind of decision. */
export const DECISION_PAPERS = [
  maintain,
  change,
  revoke,
  confirmIllegal,
  orderPerform,
  confirmInvalid,
  rejectClaims,
  agreement,
];
