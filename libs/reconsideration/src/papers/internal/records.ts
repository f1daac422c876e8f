import {
  applicants,
  caseNo,
  day,
  grid,
  h,
  list,
  longText,
  maybe,
  numbered,
  p,
  paragraphs,
  respondent,
  signatures,
  table,
  text,
} from '@app/documents';
import { acceptedOn, act, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';

const MATTER = [applicants, respondent, act, caseNo] as const;
const INTERNAL_RECORD = { manner: 'RECORD', layout: 'RECORD', volume: 'SUB' } as const;

const trialReport = paper({
  code: 'R31-REPORT',
  name: '行政复议案件审理报告',
  article: '复议法 2023 第61条第1款',
  ...INTERNAL_RECORD,
  fields: [
    ...MATTER,
    acceptedOn,
    day('decideBy', '审理期限届满日'),
    list('claims', '行政复议请求'),
    longText('applicantArgues', '申请人的主张'),
    maybe(longText('respondentReplies', '被申请人的答复')),
    maybe(longText('thirdPartyArgues', '第三人的意见')),
    maybe(longText('proceedings', '审理过程')),
    longText('factsFound', '查明的事实和证据'),
    list('issues', '争议焦点'),
    longText('reasoning', '审理意见及法律依据'),
    longText('proposal', '处理建议'),
    list('officers', '审理人员'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}，于${words.day('acceptedOn')}受理，审理期限至${words.day('decideBy')}届满。现将审理情况报告如下：`,
    ),
    h('一、当事人的请求和主张'),
    ...numbered(words.list('claims')),
    ...paragraphs(words.lines('applicantArgues')),
    ...(words.has('respondentReplies')
      ? paragraphs(words.lines('respondentReplies'))
      : [p(`被申请人未在法定期限内答复、举证，依照${law(70)}的规定，视为该行政行为没有证据、依据。`)]),
    ...(words.has('thirdPartyArgues') ? paragraphs(words.lines('thirdPartyArgues')) : []),
    h('二、审理过程'),
    ...paragraphs(words.has('proceedings') ? words.lines('proceedings') : ['按照法定程序进行，没有中止、延期等情形。']),
    h('三、查明的事实和证据'),
    ...paragraphs(words.lines('factsFound')),
    h('四、争议焦点'),
    ...numbered(words.list('issues')),
    h('五、审理意见'),
    ...paragraphs(words.lines('reasoning')),
    h('六、处理建议'),
    ...paragraphs(words.lines('proposal')),
    signatures(...words.list('officers')),
  ],
});

const discussion = paper({
  code: 'R31-DISCUSSION',
  name: '行政复议案件集体讨论记录',
  article: '复议法 2023 第61条第1款',
  ...INTERNAL_RECORD,
  fields: [
    ...MATTER,
    text('time', '讨论时间'),
    text('place', '讨论地点'),
    text('chair', '主持人'),
    list('present', '参加人员'),
    text('recorder', '记录人'),
    longText('report', '承办人汇报'),
    longText('transcript', '讨论意见'),
    longText('conclusion', '讨论结论'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['主持人', words.text('chair')],
      ['参加人员', words.list('present').join('、')],
      ['记录人', words.text('recorder')],
    ),
    h('一、承办人汇报'),
    ...paragraphs(words.lines('report')),
    h('二、讨论意见'),
    ...paragraphs(words.lines('transcript')),
    h('三、讨论结论'),
    ...paragraphs(words.lines('conclusion')),
    p(`本次讨论依照${law(61, 1)}的规定进行，不同意见已如实记录。`),
    signatures('主持人', '参加人员', '记录人'),
  ],
});

const workRecord = paper({
  code: 'R31-WORK-RECORD',
  name: '行政复议工作记录',
  article: '复议法 2023 第31条第2款、第70条；实施条例 2026 第37条第2款',
  ...INTERNAL_RECORD,
  fields: [
    ...MATTER,
    text('time', '时间'),
    text('subject', '事由'),
    longText('event', '记录内容'),
    list('recorders', '记录人'),
  ],
  body: (words) => [
    grid(['案件', theCase(words)], ['时间', words.text('time')], ['事由', words.text('subject')]),
    ...paragraphs(words.lines('event')),
    p('以上情况记录在案。'),
    signatures(...words.list('recorders')),
  ],
});

const returnNote = paper({
  code: 'R31-RETURN',
  name: '审核退回意见',
  article: '复议法 2023 第61条第1款',
  ...INTERNAL_RECORD,
  // Whoever reviews the draft writes it himself.
  drafters: ['dept_head', 'institution_head', 'authority_head'],
  signers: ['dept_head', 'institution_head', 'authority_head'],
  fields: [
    ...MATTER,
    text('paperName', '退回的文稿'),
    list('changes', '需要修改的内容和理由'),
    text('reviewer', '审核人'),
  ],
  body: (words) => [
    grid(['案件', theCase(words)], ['退回的文稿', words.text('paperName')]),
    p('经审核，需要修改的内容和理由：'),
    ...numbered(words.list('changes')),
    signatures(`审核人（${words.text('reviewer')}）`),
  ],
});

const CONTENTS_COLUMNS = ['序号', '责任者', '文号', '题名', '日期', '页号', '备注'];

const fileContents = paper({
  code: 'R31-CONTENTS',
  name: '卷内目录',
  article: '档案法 2020 第13条、第14条',
  ...INTERNAL_RECORD,
  layout: 'FORM',
  volume: 'MAIN',
  drafters: ['intake_officer', 'case_handler', 'archivist'],
  signers: ['intake_officer', 'case_handler', 'archivist'],
  fields: [
    caseNo,
    text('volumeName', '卷别（正卷、副卷）'),
    table('entries', '目录（责任者、文号、题名、日期、页号、备注）'),
  ],
  body: (words) => [
    grid(['案号', words.text('caseNo')], ['卷别', words.text('volumeName')]),
    { type: 'table', columns: CONTENTS_COLUMNS, rows: words.table('entries').map((row, i) => [String(i + 1), ...row]) },
  ],
});

export const INTERNAL_RECORDS = [trialReport, discussion, workRecord, returnNote, fileContents];
