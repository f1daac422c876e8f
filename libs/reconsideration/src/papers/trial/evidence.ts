import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  count,
  day,
  grid,
  list,
  longText,
  maybe,
  numbered,
  p,
  respondent,
  sentence,
  signatures,
  text,
} from '@app/documents';
import { act, CASE, theCase } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';

const MATTER = [applicants, respondent, act, caseNo] as const;

const investigationLetter = paper({
  code: 'R30-INVESTIGATION',
  name: '协助调查函',
  article: '复议法 2023 第45条',
  manner: 'INSTITUTION',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [
    ...MATTER,
    list('matters', '需要协助的事项'),
    maybe(list('officers', '前往调查的人员（不少于两人）')),
    day('answerBy', '请求回复的日期'),
    contact,
  ],
  body: (words) => [
    p(`因审理${theCase(words)}的需要，依照${law(45)}的规定，请协助办理下列事项：`),
    ...numbered(words.list('matters')),
    ...(words.has('officers')
      ? [p(`本机构指派${words.list('officers').join('、')}前往，调查时出示行政复议工作证件，请予接洽。`)]
      : []),
    p(`请于${words.day('answerBy')}前书面回复并提供有关材料。被调查取证的单位和个人应当积极配合，不得拒绝或者阻挠。`),
    p(contactLine(words)),
  ],
});

const appraisalOrder = paper({
  code: 'R30-APPRAISAL',
  name: '鉴定委托书',
  article: '复议法 2023 第43条；实施条例 2026 第46条',
  manner: 'INSTITUTION',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [
    ...MATTER,
    text('requester', '申请鉴定的当事人'),
    choice('selection', '鉴定机构的确定方式', { AGREED: '当事人协商确定', DESIGNATED: '协商不成，由行政复议机构指定' }),
    list('questions', '委托鉴定的事项'),
    list('samples', '提供的检材和资料'),
    day('answerBy', '提交鉴定意见的日期'),
    contact,
  ],
  body: (words) => [
    p(
      `${theCase(words)}涉及专门事项需要鉴定。经${words.text('requester')}申请、本机构审查同意，${words.is('selection', 'AGREED') ? '由当事人协商确定' : '因当事人协商不成，由本机构指定'}，依照${regulation(46)}的规定，现委托贵机构就下列事项进行鉴定：`,
    ),
    ...numbered(words.list('questions')),
    p('提供的检材和资料：'),
    ...numbered(words.list('samples')),
    p(
      `请于${words.day('answerBy')}前出具书面鉴定意见，由鉴定人签名并加盖鉴定机构印章。鉴定费用由当事人承担；鉴定所用时间不计入行政复议审理期限。`,
    ),
    p(contactLine(words)),
  ],
});

const fileAccessRecord = paper({
  code: 'R30-FILE-ACCESS',
  name: '查阅复制案卷材料笔录',
  article: '复议法 2023 第47条；实施条例 2026 第49条',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    ...MATTER,
    text('time', '查阅时间'),
    text('place', '查阅地点'),
    text('reader', '查阅人及身份'),
    list('consulted', '查阅的材料'),
    maybe(list('copied', '复制的材料及页数')),
    maybe(list('withheld', '不予查阅的材料及理由')),
    text('attendant', '接待人员'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['查阅人', words.text('reader')],
      ['接待人员', words.text('attendant')],
    ),
    p(`查阅人依照${law(47)}的规定，申请查阅、复制被申请人提出的书面答复、证据、依据和其他有关材料。查阅的材料：`),
    ...numbered(words.list('consulted')),
    ...(words.has('copied') ? [p('复制的材料：'), ...numbered(words.list('copied'))] : []),
    ...(words.has('withheld') ? [p('依法不予查阅、复制的材料：'), ...numbered(words.list('withheld'))] : []),
    p('查阅人已被告知：不得涂改、毁损案卷材料，对知悉的国家秘密、商业秘密和个人隐私负有保密义务。'),
    signatures('查阅人', '接待人员'),
  ],
});

const RECUSALS = { GRANTED: '回避', REFUSED: '驳回回避申请' } as const;

const recusalDecision = paper({
  code: 'R30-RECUSAL',
  name: '回避决定书',
  article: '公务员法 第76条、第77条',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  // Of the institution's head the authority's head decides [I].
  signers: ['institution_head', 'authority_head'],
  fields: [
    ...CASE,
    text('requester', '提出人'),
    text('officer', '被申请回避的人员'),
    longText('reason', '申请回避的理由'),
    choice('outcome', '决定', RECUSALS),
    longText('grounds', '决定的理由'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}审理期间，${words.text('requester')}提出${words.text('officer')}回避，理由是：${sentence(words.text('reason'))}`,
    ),
    p(`经审查：${sentence(words.text('grounds'))}`),
    p(
      `根据《中华人民共和国公务员法》第七十六条、第七十七条的规定，决定：${words.is('outcome', 'GRANTED') ? `${words.text('officer')}回避，不再参加本案的审理。` : `驳回对${words.text('officer')}的回避申请。`}`,
    ),
  ],
});

const upliftLetter = paper({
  code: 'R30-UPLIFT',
  name: '提级审理案件移送函',
  article: '复议法 2023 第38条；实施条例 2026 第40条第3款',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['SUPERIOR'],
  fields: [
    ...MATTER,
    text('upliftNotice', '提级审理通知的文号'),
    day('noticedOn', '收到通知日期'),
    list('materials', '移送的案件材料'),
    count('volumes', '卷宗册数'),
  ],
  body: (words) => [
    p(
      `贵机关决定对${theCase(words)}提级审理（${words.text('upliftNotice')}），本机关于${words.day('noticedOn')}收到通知。依照${law(38)}、${regulation(40, 3)}的规定，现于五个工作日内移送案件材料，共${words.number('volumes')}册：`,
    ),
    ...numbered(words.list('materials')),
    p('行政复议审理期限自贵机关收到案件材料之日起重新计算。请查收并退回回执。'),
  ],
});

export const EVIDENCE_PAPERS = [investigationLetter, appraisalOrder, fileAccessRecord, recusalDecision, upliftLetter];
