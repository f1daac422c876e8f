import {
  applicants,
  caseNo,
  count,
  grid,
  h,
  list,
  longText,
  numbered,
  p,
  paragraphs,
  respondent,
  sentence,
  signatures,
  text,
  to,
} from '@app/documents';
import { act, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';

const MATTER = [applicants, respondent, act, caseNo] as const;
const RECORD = { manner: 'RECORD', layout: 'RECORD' } as const;

const inspectionRecord = paper({
  ...RECORD,
  code: 'R30-INSPECTION-RECORD',
  name: '现场勘验笔录',
  article: '复议法 2023 第43条第1款第8项、第45条',
  fields: [
    ...MATTER,
    text('time', '勘验时间'),
    text('place', '勘验地点'),
    list('inspectors', '勘验人（不少于两人）'),
    list('present', '在场人员'),
    longText('findings', '勘验情况和结果'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['勘验人', words.list('inspectors').join('、')],
      ['在场人员', words.list('present').join('、')],
    ),
    p('勘验人已出示行政复议工作证件。勘验情况和结果：'),
    ...paragraphs(words.lines('findings')),
    signatures('勘验人', '在场人员', '记录人'),
  ],
});

const inquiryRecord = paper({
  ...RECORD,
  code: 'R30-INQUIRY',
  name: '调查笔录',
  article: '复议法 2023 第45条；实施条例 2026 第44条',
  fields: [
    ...MATTER,
    text('time', '调查时间'),
    text('place', '调查地点'),
    list('askers', '调查人（不少于两人）'),
    text('asked', '被调查人及身份'),
    longText('transcript', '询问和回答'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['调查人', words.list('askers').join('、')],
      ['被调查人', words.text('asked')],
    ),
    p(`调查人已出示行政复议工作证件，告知被调查人依照${law(45)}的规定应当积极配合、如实陈述，并有权申请回避。`),
    ...paragraphs(words.lines('transcript')),
    p('以上笔录已经被调查人阅读或者向其宣读，与陈述一致。'),
    signatures('被调查人', '调查人', '记录人'),
  ],
});

const explanationRecord = paper({
  ...RECORD,
  code: 'R30-EXPLANATION',
  name: '释明笔录',
  article: '实施条例 2026 第37条第1款第1项、第61条第1款第1项',
  fields: [
    ...MATTER,
    text('time', '释明时间'),
    text('place', '释明地点或者方式'),
    list('explainers', '释明人'),
    longText('explanation', '释明的内容'),
    longText('answer', '申请人的答复'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点或者方式', words.text('place')],
      ['释明人', words.list('explainers').join('、')],
    ),
    h('一、释明的内容'),
    ...paragraphs(words.lines('explanation')),
    h('二、申请人的答复'),
    ...paragraphs(words.lines('answer')),
    p('申请人已阅读本笔录或者已向其宣读，确认记录无误。'),
    signatures('申请人', '释明人', '记录人'),
  ],
});

const panelRecord = paper({
  ...RECORD,
  code: 'R31-PANEL',
  name: '合议笔录',
  article: '复议法 2023 第36条、第61条第1款；实施条例 2026 第39条',
  volume: 'SUB',
  fields: [
    ...MATTER,
    text('time', '合议时间'),
    list('officers', '参加合议的行政复议人员'),
    text('recorder', '记录人'),
    longText('transcript', '合议内容'),
    longText('conclusion', '合议意见'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['参加人员', words.list('officers').join('、')],
      ['记录人', words.text('recorder')],
    ),
    ...paragraphs(words.lines('transcript')),
    h('合议意见'),
    ...paragraphs(words.lines('conclusion')),
    signatures('参加合议的行政复议人员', '记录人'),
  ],
});

/** Internal, but a letter: from the institution to its committee. */
const consultationRequest = paper({
  code: 'R12-REQUEST',
  name: '提请行政复议委员会咨询函',
  article: '复议法 2023 第52条第2款',
  manner: 'INSTITUTION',
  volume: 'SUB',
  served: false,
  series: 'rc-letter',
  layout: 'LETTER',
  fields: [
    ...MATTER,
    longText('reason', '提请咨询的理由'),
    list('questions', '咨询的问题'),
    count('days', '请求回复的期限（工作日）'),
  ],
  body: (words) => [
    to('行政复议委员会：'),
    p(
      `${theCase(words)}正在审理。${sentence(words.text('reason'))}依照${law(52, 2)}的规定，提请就下列问题提出咨询意见：`,
    ),
    ...numbered(words.list('questions')),
    p(`请于${words.number('days')}个工作日内回复。对案件情况和讨论内容请予保密。`),
  ],
});

export const TRIAL_RECORDS = [inspectionRecord, inquiryRecord, explanationRecord, panelRecord, consultationRequest];
