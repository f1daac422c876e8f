import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  grid,
  list,
  longText,
  maybe,
  numbered,
  p,
  paragraphs,
  respondent,
  sentence,
  signatures,
  text,
  when,
} from '@app/documents';
import { act, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';
import { approval, DEPT, INSTITUTION } from '../internal/approvals.js';

const MATTER = [applicants, respondent, act, caseNo] as const;
const effectivePaper = text('effectivePaper', '生效文书的名称和文号');

const talkRecord = paper({
  code: 'R27-TALK-RECORD',
  name: '约谈记录',
  article: '复议法 2023 第77条第2款',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    respondent,
    effectivePaper,
    text('time', '约谈时间'),
    text('place', '约谈地点'),
    list('hosts', '约谈人'),
    text('invited', '被约谈的负责人'),
    longText('transcript', '约谈内容'),
    maybe(longText('promise', '整改承诺')),
  ],
  body: (words) => [
    grid(
      ['被约谈单位', words.text('respondent')],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['约谈人', words.list('hosts').join('、')],
      ['被约谈人', words.text('invited')],
    ),
    p(`因未履行${words.text('effectivePaper')}，依照${law(77, 2)}的规定进行约谈。`),
    ...paragraphs(words.lines('transcript')),
    ...words.maybe('promise', (promise) => sentence(`整改承诺：${promise}`)).map(p),
    signatures('被约谈人', '约谈人', '记录人'),
  ],
});

const REFERRED_FOR = {
  VIOLATION: '有关人员违反行政复议法规定的违法事实材料',
  CLUE: '公职人员涉嫌职务违法或者职务犯罪的问题线索',
} as const;

const referral = paper({
  code: 'R30-REFERRAL',
  name: '违法事实材料移送函',
  article: '复议法 2023 第85条、第86条',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [
    ...MATTER,
    choice('referredFor', '移送的内容', REFERRED_FOR),
    longText('facts', '违法事实或者问题线索'),
    list('materials', '移送的材料'),
    contact,
  ],
  body: (words) => [
    p(
      `在办理${theCase(words)}过程中，本机关发现${words.label('referredFor', REFERRED_FOR)}：${sentence(words.text('facts'))}`,
    ),
    p(`依照${law(words.is('referredFor', 'CLUE') ? 86 : 85)}的规定，现将有关材料移送贵单位依法处理：`),
    ...numbered(words.list('materials')),
    p('处理结果请函告本机关。'),
    p(contactLine(words)),
  ],
});

const PUBLICATION = { PUBLIC: '公开', PARTIAL: '部分公开', NOT_PUBLIC: '不予公开' } as const;

const publicityReview = approval({
  code: 'R31-PUBLICITY',
  name: '行政复议决定书公开审查表',
  article: '复议法 2023 第79条第1款',
  fields: [
    effectivePaper,
    list('redactions', '需要隐去的信息（没有的填“无”）'),
    longText('findings', '审查情况（国家秘密、商业秘密、个人隐私和个人信息）'),
  ],
  rows: (words) => [
    ['文书', words.text('effectivePaper')],
    ['需要隐去的信息', words.list('redactions').join('、')],
    ['审查情况', words.text('findings')],
  ],
  reviewers: [DEPT],
});

const publicityApproval = approval({
  code: 'R31-PUBLICITY-APPROVAL',
  name: '行政复议决定书公开审批表',
  article: '复议法 2023 第79条第1款',
  fields: [
    effectivePaper,
    choice('originalActPublic', '被申请行政复议的行政行为是否公开', { YES: '已经公开', NO: '没有公开' }),
    choice('publication', '拟公开的方式', PUBLICATION),
    when(longText('reason', '部分公开或者不予公开的理由'), ({ publication }) => publication !== 'PUBLIC'),
  ],
  rows: (words) => [
    ['文书', words.text('effectivePaper')],
    ['行政行为的公开情况', words.label('originalActPublic', { YES: '已经公开', NO: '没有公开' })],
    ['拟公开的方式', words.label('publication', PUBLICATION)],
    ...words.maybe('reason', (reason) => reason).map((reason) => ['理由', reason] as const),
  ],
  reviewers: [DEPT, INSTITUTION],
});

/** What is published of a decision: without what the review takes out of it. */
const publicText = paper({
  code: 'R31-PUBLIC-TEXT',
  name: '行政复议决定书（公开文本）',
  article: '复议法 2023 第79条第1款',
  manner: 'RECORD',
  layout: 'NOTICE',
  volume: 'MAIN',
  fields: [effectivePaper, longText('publicText', '隐去依法不公开的信息后的全文')],
  body: (words) => [
    p(sentence(`文书：${words.text('effectivePaper')}`)),
    ...paragraphs(words.lines('publicText')),
    p(`本文本依照${law(79, 1)}的规定公开，已隐去依法不公开的信息。`),
  ],
});

export const CONSEQUENCE_PAPERS = [talkRecord, referral, publicityReview, publicityApproval, publicText];
