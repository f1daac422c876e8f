import {
  contact,
  contactLine,
  day,
  grid,
  list,
  longText,
  maybe,
  numbered,
  OPINION_SPACE,
  p,
  paragraphs,
  signatures,
  text,
} from '@app/documents';
import { CASE, caseForm, leader, ownerRows, OWNERS, resolveBy, theCase, unit, unitLeader } from './common.js';
import { NOTICE, paper } from './manners.js';

const ORDER = [
  longText('reason', '督办事由'),
  longText('basis', '督办依据'),
  longText('demand', '督办要求'),
  day('replyBy', '反馈期限'),
] as const;

/** With a part for the reply: it goes out, is signed for, comes back. Its number is that of the register of orders. */
const order = paper({
  code: 'C11',
  name: '督办单',
  article: NOTICE,
  manner: 'SUPERVISION',
  layout: 'FORM',
  fields: [text('orderNo', '督办号'), ...CASE, ...OWNERS, ...ORDER, maybe(longText('reply', '办理情况反馈'))],
  body: (words) => [
    grid(['督办号', words.text('orderNo')]),
    caseForm(
      words,
      ...ownerRows(words),
      ['督办事由', words.text('reason')],
      ['督办依据', words.text('basis')],
      ['督办要求', words.text('demand')],
      ['反馈期限', `${words.day('replyBy')}前`],
      ['签收', OPINION_SPACE],
      ['办理情况反馈', words.has('reply') ? words.text('reply') : OPINION_SPACE],
      ['审核意见', OPINION_SPACE],
    ),
  ],
});

/** On a red mark. */
const letter = paper({
  code: 'C12',
  name: '督办函',
  article: NOTICE,
  manner: 'BUREAU',
  series: 'co-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [...CASE, leader, unitLeader, resolveBy, ...ORDER, contact],
  body: (words) => [
    p(
      `${theCase(words)}由${words.text('leader')}包案，你单位为责任单位，${words.text('unitLeader')}为包案责任领导，化解时限为${words.day('resolveBy')}。经核查：`,
    ),
    ...paragraphs(words.lines('reason')),
    p(`依照${words.text('basis')}，现予督办，要求如下：`),
    ...paragraphs(words.lines('demand')),
    p(`请于${words.day('replyBy')}前填写所附《督办单》的反馈部分，并附佐证材料，由包案责任领导签字后报送。`),
    p(contactLine(words)),
    p('附件：督办单'),
  ],
});

const talk = paper({
  code: 'C13',
  name: '约谈记录',
  article: NOTICE,
  manner: 'SUPERVISION',
  layout: 'RECORD',
  fields: [
    ...CASE,
    day('heldOn', '约谈日期'),
    text('place', '地点'),
    list('talkers', '约谈人'),
    list('talkedTo', '约谈对象'),
    longText('transcript', '约谈内容'),
    longText('commitments', '整改承诺和时限'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['约谈日期', words.day('heldOn')],
      ['地点', words.text('place')],
      ['约谈人', words.list('talkers').join('、')],
      ['约谈对象', words.list('talkedTo').join('、')],
    ),
    ...paragraphs(words.lines('transcript')),
    p('整改承诺和时限：'),
    ...paragraphs(words.lines('commitments')),
    signatures('约谈人', '约谈对象', '记录人'),
  ],
});

const circular = paper({
  code: 'C19',
  name: '关于领导包案化解工作情况的通报',
  article: NOTICE,
  manner: 'AUTHORITY',
  series: 'co-criticism',
  layout: 'NOTICE',
  to: ['OTHER_ORGAN'],
  fields: [
    unit,
    list('cases', '涉及的案件'),
    longText('text', '通报内容'),
    list('demands', '整改要求'),
    maybe(day('rectifyBy', '整改期限')),
  ],
  body: (words) => [
    p(`经督办，${words.text('unit')}承办的下列包案化解事项未按要求推进：`),
    ...numbered(words.list('cases')),
    ...paragraphs(words.lines('text')),
    p('现予通报，并提出以下要求：'),
    ...numbered(words.list('demands')),
    ...words.maybe('rectifyBy', () => `整改情况于${words.day('rectifyBy')}前书面报告。`).map(p),
    p('各单位应当引以为戒，压实包案责任，依法推动行政争议实质性化解。'),
  ],
});

export const SUPERVISION_PAPERS = [order, letter, talk, circular];
