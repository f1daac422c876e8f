import {
  applicants,
  caseNo,
  choice,
  day,
  list,
  longText,
  numbered,
  p,
  paragraphs,
  respondent,
  sentence,
  text,
  type Words,
} from '@app/documents';
import { act, against, theCase } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';

const ORIGINS = { APPLIED: '申请人一并提出附带审查申请', EX_OFFICIO: '审查行政行为时发现其依据不合法' } as const;
const MATTER = [applicants, respondent, act, caseNo] as const;
const NORM = [
  choice('origin', '附带审查的来由', ORIGINS),
  text('normTitle', '规范性文件或者依据的名称、文号'),
  list('clauses', '需要审查的条款'),
  longText('doubt', '对合法性的疑问'),
] as const;

/** 第五十六条 on application, 第五十七条 of the authority's own motion. */
const article = (words: Words): string => law(words.is('origin', 'APPLIED') ? 56 : 57);

const whatIsDoubted = (words: Words) => [
  p(
    `${theCase(words)}，${words.is('origin', 'APPLIED') ? '申请人一并请求对行政行为所依据的' : '本机关审查行政行为时，对其所依据的'}${words.text('normTitle')}的下列条款${words.is('origin', 'APPLIED') ? '进行附带审查' : '的合法性存在疑问'}：`,
  ),
  ...numbered(words.list('clauses')),
  p(`疑问是：${sentence(words.text('doubt'))}`),
];

const transferLetter = paper({
  code: 'R18',
  name: '规范性文件转送处理函',
  article: '复议法 2023 第56条、第57条、第60条；实施条例 2026 第53条第2款',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [...MATTER, ...NORM, day('suspendedFrom', '行政复议中止日期')],
  body: (words) => [
    ...whatIsDoubted(words),
    p(
      `本机关对该文件无权处理，已自${words.day('suspendedFrom')}起中止本案的审理。依照${article(words)}的规定，现转送贵单位依法处理。`,
    ),
    p(`请依照${law(60)}的规定，自收到本函之日起六十日内将处理意见回复本机关。`),
    p('附件：规范性文件及有关材料'),
  ],
});

const makerNotice = paper({
  code: 'R19',
  name: '规范性文件审查答复通知书',
  article: '复议法 2023 第58条；实施条例 2026 第53条第2款',
  manner: 'INSTITUTION',
  series: 'rc-reply',
  layout: 'NOTICE',
  to: ['OTHER_ORGAN'],
  fields: [...MATTER, ...NORM, day('suspendedFrom', '行政复议中止日期')],
  body: (words) => [
    ...whatIsDoubted(words),
    p(
      `本机关有权处理，已自${words.day('suspendedFrom')}起中止本案的审理。依照${law(58, 1)}的规定，请你单位自收到本通知书之日起十个工作日内，就上述条款的合法性提交书面答复及制定依据、程序等相关材料。`,
    ),
    p('必要时，本机构将要求你单位当面说明理由，请予配合。'),
  ],
});

const RESULTS = { LAWFUL: '相关条款合法', UNLAWFUL: '相关条款超越权限或者违反上位法' } as const;

const normOpinion = paper({
  code: 'R20',
  name: '规范性文件附带审查处理决定书',
  article: '复议法 2023 第59条；实施条例 2026 第54条',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'NOTICE',
  to: ['OTHER_ORGAN', 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    ...MATTER,
    text('normTitle', '规范性文件或者依据的名称、文号'),
    list('clauses', '审查的条款'),
    text('maker', '制定机关'),
    longText('findings', '审查意见'),
    choice('result', '审查结论', RESULTS),
  ],
  body: (words) => [
    p(
      `${against(words)}申请行政复议一案（案号：${words.text('caseNo')}），本机关对${words.text('maker')}制定的${words.text('normTitle')}的下列条款进行了附带审查：`,
    ),
    ...numbered(words.list('clauses')),
    ...paragraphs(words.lines('findings')),
    p(
      words.is('result', 'LAWFUL')
        ? `根据${law(59)}的规定，本机关认为上述条款合法，在行政复议决定书中一并告知当事人。`
        : `上述条款超越权限或者违反上位法，属于${regulation(54)}规定的情形。根据${law(59)}的规定，本机关决定：停止上述条款的执行，责令${words.text('maker')}予以纠正。`,
    ),
  ],
});

export const NORM_PAPERS = [transferLetter, makerNotice, normOpinion];
