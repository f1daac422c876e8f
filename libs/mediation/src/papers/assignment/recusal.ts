import { choice, day, list, longText, maybe, p, paragraphs, sentence, signedOn, text, to, when } from '@app/documents';
import { RECUSAL_GROUNDS, RECUSAL_SIDES } from '../../domain/facts.js';
import { CASE, committee, theCase, we } from '../common.js';
import { invitedMediation, onlineMediation } from '../law.js';
import { paper } from '../manners.js';

const mediator = text('mediator', '被申请回避的调解员');
const raisedBy = choice('raisedBy', '提出回避的一方', RECUSAL_SIDES);
const ground = choice('ground', '回避的情形', RECUSAL_GROUNDS);

const request = paper({
  code: 'M17',
  name: '回避申请书',
  article: '特邀调解规定 第15条；在线调解规则 第13条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('recipient', '提交的调解组织'),
    ...CASE,
    raisedBy,
    mediator,
    ground,
    longText('explanation', '事实和理由'),
    day('signedOn', '申请日期'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}正在调解。现由${words.label('raisedBy', RECUSAL_SIDES)}提出调解员${words.text('mediator')}回避，回避的情形为：${words.label('ground', RECUSAL_GROUNDS)}。事实和理由如下：`,
    ),
    ...paragraphs(words.lines('explanation')),
    p(`以上申请依照${invitedMediation(15)}、${onlineMediation(13)}的规定提出，请予审查决定。`),
    p('此致'),
    to(words.text('recipient')),
    ...signedOn(`申请日期：${words.day('signedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

const OUTCOMES = { GRANTED: '准予回避，更换调解员', REJECTED: '驳回回避申请' } as const;

const decision = paper({
  code: 'M18',
  name: '调解员回避决定书',
  article: '特邀调解规定 第15条；在线调解规则 第13条、第14条',
  manner: 'COMMITTEE',
  series: 'md-recusal',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    committee,
    ...CASE,
    raisedBy,
    mediator,
    ground,
    choice('recusal', '决定', OUTCOMES),
    longText('reason', '理由'),
    when(list('replacements', '更换后的调解员'), (data) => data['recusal'] === 'GRANTED'),
    maybe(text('agreedAfterDisclosure', '披露后各方同意继续由其调解的情况')),
  ],
  body: (words) => [
    p(
      `${theCase(words)}调解中，${words.label('raisedBy', RECUSAL_SIDES)}以${words.label('ground', RECUSAL_GROUNDS)}为由，提出调解员${words.text('mediator')}回避。${we(words)}审查认为：`,
    ),
    ...paragraphs(words.lines('reason')),
    ...words.maybe('agreedAfterDisclosure', sentence).map(p),
    p(
      words.is('recusal', 'GRANTED')
        ? `依照${invitedMediation(15)}、${onlineMediation(14)}的规定，决定调解员${words.text('mediator')}回避，由${words.list('replacements').join('、')}担任本案调解员。`
        : `依照${invitedMediation(15)}、${onlineMediation(13)}的规定，决定驳回回避申请，由调解员${words.text('mediator')}继续调解。`,
    ),
    p('当事人不愿继续调解的，可以退出调解。'),
  ],
});

export const RECUSAL_PAPERS = [request, decision];
