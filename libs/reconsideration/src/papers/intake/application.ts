import {
  caseNo,
  choice,
  day,
  grid,
  h,
  list,
  longText,
  maybe,
  numbered,
  p,
  paragraphs,
  pronoun,
  respondent,
  sentence,
  signatures,
  signedOn,
  text,
  to,
  type Words,
  you,
} from '@app/documents';
import { act, receivedOn, yourMatter } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';
import { FILING_METHODS } from '../../domain/facts.js';

const authority = text('authority', '行政复议机关');
const claims = list('claims', '行政复议请求');
const facts = longText('facts', '申请行政复议的主要事实和理由');

/** Who applies, as 条例 第27条 wants it and no more: only here does a paper carry a number of identity. */
const APPLICANT_FIELDS = [
  list(
    'applicantDetails',
    '申请人基本情况（公民：姓名、性别、身份证号码、住所、送达地址、联系方式；单位：名称、统一社会信用代码、住所、送达地址、联系方式、负责人及职务）',
  ),
  maybe(list('agentDetails', '法定代理人或者委托代理人基本情况')),
  respondent,
  act,
] as const;

const whoAgainstWhom = (words: Words) => [
  ...paragraphs(words.list('applicantDetails').map((each) => sentence(`申请人：${each}`))),
  ...paragraphs(words.list('agentDetails').map((each) => sentence(`代理人：${each}`))),
  p(sentence(`被申请人：${words.text('respondent')}`)),
  p(sentence(`被申请行政复议的行政行为：${words.text('respondent')}${words.text('act')}`)),
];

const claimsAndFacts = (words: Words) => [
  h('一、行政复议请求'),
  ...numbered(words.list('claims')),
  h('二、事实和理由'),
  ...paragraphs(words.lines('facts')),
];

const application = paper({
  code: 'R01',
  name: '行政复议申请书',
  article: '复议法 2023 第22条第2款；实施条例 2026 第27条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    authority,
    ...APPLICANT_FIELDS,
    day('knownOn', '知道行政行为的日期'),
    claims,
    facts,
    maybe(list('normsToReview', '一并申请附带审查的规范性文件及理由')),
    list('materials', '提交的材料'),
    day('appliedOn', '申请日期'),
  ],
  body: (words) => [
    ...whoAgainstWhom(words),
    p(
      `申请人于${words.day('knownOn')}知道上述行政行为，认为其侵犯自身合法权益，现依照${law(20)}、第二十二条的规定申请行政复议。`,
    ),
    ...claimsAndFacts(words),
    ...(words.has('normsToReview')
      ? [h('三、一并申请附带审查的规范性文件'), ...numbered(words.list('normsToReview'))]
      : []),
    p('此致'),
    to(words.text('authority')),
    p('附件：'),
    ...numbered(words.list('materials')),
    ...signedOn(`申请日期：${words.day('appliedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

const oralApplication = paper({
  code: 'R02',
  name: '口头申请行政复议笔录',
  article: '复议法 2023 第22条第3款；实施条例 2026 第27条',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    text('time', '记录时间'),
    text('place', '记录地点'),
    list('recorders', '记录人'),
    ...APPLICANT_FIELDS,
    text('difficulty', '书面申请的困难'),
    claims,
    facts,
    maybe(list('materials', '提交的材料')),
  ],
  body: (words) => [
    grid(
      ['记录时间', words.text('time')],
      ['记录地点', words.text('place')],
      ['记录人', words.list('recorders').join('、')],
      ['书面申请的困难', words.text('difficulty')],
    ),
    ...whoAgainstWhom(words),
    ...claimsAndFacts(words),
    ...(words.has('materials') ? [h('三、提交的材料'), ...numbered(words.list('materials'))] : []),
    p(`以上内容依照${law(22, 3)}的规定当场记录，已向申请人宣读或者交其阅读，申请人确认与口头申请一致。`),
    signatures('申请人（签名或者按指印）', '记录人'),
  ],
});

const receipt = paper({
  code: 'R03',
  name: '行政复议申请材料收件回执',
  article: '复议法 2023 第30条第1款；实施条例 2026 第28条第1款',
  manner: 'RECORD',
  layout: 'NOTICE',
  seal: 'RECEIPT',
  to: ['APPLICANT'],
  personal: true,
  served: true,
  fields: [
    pronoun,
    respondent,
    act,
    caseNo,
    receivedOn,
    choice('method', '提交方式', FILING_METHODS),
    list('materials', '收到的材料'),
    text('receiver', '收件人'),
  ],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}提交的下列材料，本机关已于${words.day('receivedOn')}收到（提交方式：${words.label('method', FILING_METHODS)}；收件编号：${words.text('caseNo')}）：`,
    ),
    ...numbered(words.list('materials')),
    p(
      `依照${law(30, 1)}的规定，本机关自收到之日起五个工作日内进行审查。材料不齐全或者表述不清楚的，将依照该法第三十一条的规定一次性通知补正；审查期限届满未作出不予受理决定的，视为受理。`,
    ),
    p(sentence(`收件人：${words.text('receiver')}`)),
  ],
});

export const APPLICATION_PAPERS = [application, oralApplication, receipt];
