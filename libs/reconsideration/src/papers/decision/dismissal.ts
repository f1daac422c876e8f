import {
  applicants,
  choice,
  day,
  longText,
  p,
  paragraphs,
  parties,
  respondent,
  sentence,
  when,
  type Words,
} from '@app/documents';
import { acceptedOn, act, against } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';
import { conditionItems, conditionNames, failed } from '../intake/conditions.js';

/** 复议法 2023 第33条 with the conditions of 第30条第1款; 条例 2026 第37条第1款. */
const GROUNDS = {
  CONDITIONS: '受理后发现不符合受理条件',
  GROUNDLESS: '行政复议请求明显缺乏事实和法律依据，经释明后申请人仍然坚持申请',
  BEYOND_POWER: '所请求履行的法定职责或者给付义务明显不属于行政机关权限范围',
  FIXED_BY_JUDGMENT: '行政行为的法律效力已经被人民法院作出的生效裁判、调解书确认',
} as const;

const BASES = {
  CONDITIONS: law(33),
  GROUNDLESS: regulation(37, 1, 1),
  BEYOND_POWER: regulation(37, 1, 2),
  FIXED_BY_JUDGMENT: regulation(37, 1, 3),
} as const satisfies Record<keyof typeof GROUNDS, string>;

/** Which condition fails, or which case of the regulation this is. */
const reason = (words: Words): string =>
  words.is('dismissalGround', 'CONDITIONS')
    ? `本案不符合第三十条第一款${conditionItems(words.list('failed'))}规定的受理条件：${conditionNames(words.list('failed'))}。`
    : `本案属于“${words.label('dismissalGround', GROUNDS)}”的情形。`;

export const dismissal = paper({
  code: 'R21',
  name: '驳回行政复议申请决定书',
  article: '复议法 2023 第33条；实施条例 2026 第37条第1款',
  manner: 'AUTHORITY',
  series: 'rc-dismissal',
  layout: 'DECISION',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  relief: 'LITIGATION',
  fields: [
    parties,
    applicants,
    respondent,
    act,
    day('appliedOn', '申请日期'),
    acceptedOn,
    longText('applicantArgues', '申请人的请求和主张'),
    longText('factsFound', '经审理查明的事实'),
    choice('dismissalGround', '驳回的情形', GROUNDS),
    { ...failed, required: false, requiredWhen: (data) => data['dismissalGround'] === 'CONDITIONS' },
    when(day('explainedOn', '向申请人释明的日期'), (data) => data.dismissalGround === 'GROUNDLESS'),
    longText('reasoning', '驳回的理由'),
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    p(
      `${against(words)}，于${words.day('appliedOn')}向本机关申请行政复议，本机关于${words.day('acceptedOn')}受理，现已审理终结。`,
    ),
    p(`申请人称：${sentence(words.text('applicantArgues'))}`),
    p(`经审理查明：${sentence(words.text('factsFound'))}`),
    p(
      `本机关认为：${sentence(words.text('reasoning'))}${words.is('dismissalGround', 'GROUNDLESS') ? `本机关已于${words.day('explainedOn')}向申请人释明，申请人仍然坚持申请行政复议。` : ''}${reason(words)}`,
    ),
    p(`根据${words.label('dismissalGround', BASES)}的规定，本机关决定：驳回申请人的行政复议申请。`),
    p('本决定书一经送达，即发生法律效力。'),
  ],
});
