import {
  applicants,
  type Block,
  choice,
  cite,
  count,
  day,
  type DocumentField,
  list,
  longText,
  maybe,
  money,
  p,
  paragraphs,
  parties,
  resolved,
  respondent,
  sentence,
  when,
  type Words,
} from '@app/documents';
import { acceptedOn, act, against } from '../common.js';
import { law } from '../law.js';
import { TRACKS } from '../../domain/facts.js';
import { COMPENSATIONS } from '../../domain/decision/inputs.js';

/** What every decision on the merits sets out. */
export const DECISION_FIELDS: readonly DocumentField[] = [
  parties,
  applicants,
  respondent,
  act,
  day('appliedOn', '申请日期'),
  acceptedOn,
  choice('track', '审理程序', TRACKS),
  maybe(longText('proceedings', '审理过程（听取意见、听证、中止、延期等）')),
  list('claims', '申请人的行政复议请求'),
  longText('applicantArgues', '申请人的主张'),
  maybe(longText('respondentReplies', '被申请人的答复')),
  maybe(longText('thirdPartyArgues', '第三人的意见')),
  longText('factsFound', '经审理查明的事实'),
  list('evidence', '认定事实的证据'),
  longText('reasoning', '本机关认为'),
];

/** Compensation asked for with the claims (复议法 2023 第72条), and what goes with the main result. */
export const RESULT_FIELDS: readonly DocumentField[] = [
  choice('compensation', '行政赔偿请求的处理', COMPENSATIONS),
  when(money('compensationAmount', '赔偿金额（元）'), (data) => data.compensation === 'GRANTED'),
  when(count('compensationDays', '支付赔偿的期限（日）'), (data) => data.compensation === 'GRANTED'),
  maybe(list('furtherResults', '其他决定事项')),
];

/** From the parties to the facts and what the authority holds. */
export function account(words: Words): Block[] {
  return [
    ...paragraphs(words.list('parties').map(sentence)),
    p(
      `${against(words)}，于${words.day('appliedOn')}向本机关申请行政复议，本机关于${words.day('acceptedOn')}依法受理，适用${words.label('track', TRACKS)}进行审理，现已审理终结。${words.maybe('proceedings', sentence).join('')}`,
    ),
    p('申请人请求：'),
    ...resolved(words.list('claims')),
    ...said('申请人称：', words.lines('applicantArgues')),
    ...(words.has('respondentReplies')
      ? said('被申请人答复称：', words.lines('respondentReplies'))
      : [p(`被申请人未在法定期限内提出书面答复、提交作出行政行为的证据、依据和其他有关材料。`)]),
    ...(words.has('thirdPartyArgues') ? said('第三人称：', words.lines('thirdPartyArgues')) : []),
    ...said('经审理查明：', words.lines('factsFound')),
    p('上述事实有下列证据证明：'),
    ...resolved(words.list('evidence')),
    ...said('本机关认为：', words.lines('reasoning')),
  ];
}

/** The words that open a part stand before its first paragraph. */
function said(opening: string, [first = '', ...rest]: readonly string[]): Block[] {
  return [p(opening + first), ...paragraphs(rest)];
}

/** The legal basis, the operative part, and when it takes effect (复议法 2023 第75条第2款). */
export function ruling(words: Words, bases: readonly string[], results: readonly string[]): Block[] {
  const [compensated, compensation] = compensationResult(words);
  return [
    p(`综上，根据${cite([...bases, ...compensated])}的规定，本机关决定：`),
    ...resolved([...results, ...compensation, ...words.list('furtherResults')]),
    p('本决定书一经送达，即发生法律效力。'),
  ];
}

function compensationResult(words: Words): [bases: string[], results: string[]] {
  switch (words.text('compensation')) {
    case 'GRANTED':
      return [
        [law(72, 1)],
        [
          `被申请人自收到本决定书之日起${words.number('compensationDays')}日内赔偿申请人${words.money('compensationAmount')}`,
        ],
      ];
    case 'REJECTED':
      return [[law(72, 1)], ['驳回申请人的行政赔偿请求']];
    default:
      return [[], []];
  }
}
