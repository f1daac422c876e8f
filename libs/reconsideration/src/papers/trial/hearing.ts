import {
  applicants,
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
  respondent,
  sentence,
  signatures,
  text,
} from '@app/documents';
import { act, CASE, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';
import { OPINION_METHODS } from '../../domain/trial/inputs.js';

const MATTER = [applicants, respondent, act, caseNo] as const;

const viewsRecord = paper({
  code: 'R09',
  name: '听取意见笔录',
  article: '复议法 2023 第49条',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    ...MATTER,
    choice('method', '听取意见的方式', OPINION_METHODS),
    text('time', '时间'),
    text('place', '地点或者通讯方式'),
    list('askers', '听取意见人（不少于两人）'),
    text('speaker', '陈述人'),
    longText('transcript', '意见内容'),
    maybe(text('mediation', '是否愿意调解')),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['方式', words.label('method', OPINION_METHODS)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['听取意见人', words.list('askers').join('、')],
      ['陈述人', words.text('speaker')],
    ),
    p(`依照${law(49)}的规定，现就本案听取当事人的意见，并将听取的意见记录在案。`),
    ...paragraphs(words.lines('transcript')),
    ...words.maybe('mediation', (answer) => sentence(`对调解的意见：${answer}`)).map(p),
    p('以上笔录已经陈述人阅读或者向其宣读，与陈述一致。'),
    signatures('陈述人', '听取意见人', '记录人'),
  ],
});

const hearingNotice = paper({
  code: 'R10',
  name: '行政复议听证通知书',
  article: '复议法 2023 第50条、第51条',
  manner: 'INSTITUTION',
  series: 'rc-hearing',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    ...CASE,
    text('time', '听证时间'),
    text('place', '听证地点'),
    list('matters', '拟听证事项'),
    text('chair', '主持人'),
    list('members', '听证员'),
    text('recorder', '记录员'),
  ],
  body: (words) => [
    p(`${theCase(words)}，依照${law(50)}的规定，本机构决定组织听证。现将有关事项通知如下：`),
    p(sentence(`一、听证时间：${words.text('time')}`)),
    p(sentence(`二、听证地点：${words.text('place')}`)),
    p('三、拟听证事项：'),
    ...numbered(words.list('matters')),
    p(
      sentence(
        `四、听证人员：主持人${words.text('chair')}，听证员${words.list('members').join('、')}，记录员${words.text('recorder')}`,
      ),
    ),
    p(
      `请携带身份证明、授权委托书和有关证据材料按时参加。依照${law(51)}的规定，申请人无正当理由拒不参加听证的，视为放弃听证权利；被申请人的负责人应当参加听证，不能参加的，应当说明理由并委托相应的工作人员参加。对听证人员申请回避的，请在听证开始前提出。`,
    ),
  ],
});

const hearingRecord = paper({
  code: 'R11',
  name: '行政复议听证笔录',
  article: '复议法 2023 第50条第3款、第61条第2款',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    ...MATTER,
    text('time', '听证时间'),
    text('place', '听证地点'),
    text('chair', '主持人'),
    list('members', '听证员'),
    text('recorder', '记录员'),
    list('present', '到场人员'),
    maybe(text('headAbsence', '被申请人负责人未参加的理由')),
    longText('transcript', '听证内容'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['时间', words.text('time')],
      ['地点', words.text('place')],
      ['主持人', words.text('chair')],
      ['听证员', words.list('members').join('、')],
      ['记录员', words.text('recorder')],
      ['到场人员', words.list('present').join('、')],
    ),
    p(
      `主持人核对到场人员身份，宣布听证纪律，告知听证人员名单，询问是否申请回避。本次听证依照${law(50, 3)}的规定进行。`,
    ),
    ...words.maybe('headAbsence', (reason) => sentence(`被申请人的负责人未参加听证，理由：${reason}`)).map(p),
    ...paragraphs(words.lines('transcript')),
    p('以上笔录已经各方阅读或者向其宣读，确认无误后签名。'),
    signatures('申请人', '被申请人', '第三人', '主持人', '听证员', '记录员'),
  ],
});

/** A district has no cases of 第二十四条第二款, the third ground of the law. */
const CONSULTATION_GROUNDS = {
  MAJOR: '案情重大、疑难、复杂',
  PROFESSIONAL: '专业性、技术性较强',
  OTHER: '行政复议机构认为有必要',
} as const;

const committeeOpinion = paper({
  code: 'R12',
  name: '行政复议委员会咨询意见书',
  article: '复议法 2023 第52条第2款、第61条第3款；实施条例 2026 第51条、第52条',
  manner: 'RECORD',
  layout: 'RECORD',
  volume: 'SUB',
  fields: [
    ...MATTER,
    day('heldOn', '会议日期'),
    choice('ground', '提请咨询的情形', CONSULTATION_GROUNDS),
    list('members', '参加会议的委员'),
    list('questions', '咨询的问题'),
    list('opinions', '咨询意见'),
    maybe(list('dissent', '不同意见')),
  ],
  body: (words) => [
    grid(['案件', theCase(words)], ['会议日期', words.day('heldOn')], ['参加委员', words.list('members').join('、')]),
    p(
      `本案提请咨询的情形为：${words.label('ground', CONSULTATION_GROUNDS)}。依照${law(52, 2)}的规定，提请行政复议委员会提出咨询意见。`,
    ),
    h('一、咨询的问题'),
    ...numbered(words.list('questions')),
    h('二、咨询意见'),
    ...numbered(words.list('opinions')),
    ...(words.has('dissent') ? [h('三、不同意见'), ...numbered(words.list('dissent'))] : []),
    p('本意见是作出行政复议决定的重要参考依据。报请签发行政复议决定时附具本意见，并说明采纳情况；不采纳的，说明理由。'),
    signatures('主持会议的委员', '记录人'),
  ],
});

export const HEARING_PAPERS = [viewsRecord, hearingNotice, hearingRecord, committeeOpinion];
