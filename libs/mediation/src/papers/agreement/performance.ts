import {
  choice,
  contact,
  contactLine,
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
  sentence,
  signatures,
  signedOn,
  table,
  text,
  to,
  you,
} from '@app/documents';
import { CASE, caseForm, mediators, parties, theCase, theDispute } from '../common.js';
import { peoplesMediation } from '../law.js';
import { paper } from '../manners.js';

const record = paper({
  code: 'M28',
  name: '履行情况记录',
  article: '人民调解法 第31条；中心工作惯例 [L]',
  manner: 'RECORD',
  layout: 'FORM',
  fields: [
    ...CASE,
    table('performance', '履行情况：义务人、内容、期限、履行日期、凭证'),
    maybe(longText('shortfall', '未履行的情况及原因')),
    day('recordedOn', '记录日期'),
    text('recorder', '记录人'),
  ],
  body: (words) => [
    caseForm(words, ['记录日期', words.day('recordedOn')], ['记录人', words.text('recorder')]),
    {
      type: 'table',
      columns: ['义务人', '内容', '期限', '履行日期', '凭证'],
      rows: words.table('performance'),
    },
    ...words.maybe('shortfall', (value) => `未履行的情况及原因：${value}`).map(p),
  ],
});

const VISIT_METHODS = { VISIT: '上门', PHONE: '电话', ONLINE: '在线' } as const;
const SATISFACTION = { SATISFIED: '满意', FAIR: '基本满意', DISSATISFIED: '不满意' } as const;

const visit = paper({
  code: 'M29',
  name: '回访记录',
  article: '杭州市人民调解条例 第45条；中心工作惯例 [L]',
  manner: 'RECORD',
  layout: 'RECORD',
  fields: [
    ...CASE,
    day('visitedOn', '回访日期'),
    choice('method', '回访方式', VISIT_METHODS),
    text('visited', '回访对象'),
    list('visitors', '回访人'),
    longText('findings', '协议履行情况和当事人意见'),
    choice('satisfaction', '满意程度', SATISFACTION),
    maybe(longText('followUp', '需要跟进的事项')),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['回访日期', words.day('visitedOn')],
      ['回访方式', words.label('method', VISIT_METHODS)],
      ['回访对象', words.text('visited')],
      ['回访人', words.list('visitors').join('、')],
      ['满意程度', words.label('satisfaction', SATISFACTION)],
    ),
    ...paragraphs(words.lines('findings')),
    ...words.maybe('followUp', (value) => `需要跟进的事项：${value}`).map(p),
    signatures('回访对象', '回访人'),
  ],
});

const demand = paper({
  code: 'M30',
  name: '督促履行函',
  article: '人民调解法 第31条、第32条；杭州市人民调解条例 第46条',
  manner: 'CENTRE',
  series: 'md-performance',
  layout: 'LETTER',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  personal: true,
  fields: [
    ...CASE,
    pronoun,
    day('effectiveOn', '协议生效日期'),
    list('unperformed', '未履行的义务'),
    day('performBy', '请于何日前履行'),
    maybe(text('confirmed', '司法确认的情况')),
    contact,
  ],
  body: (words) => [
    p(
      `${theDispute(words)}，经调解达成的协议（案号：${words.text('caseNo')}）已于${words.day('effectiveOn')}生效。截至目前，${you(words)}尚有下列义务没有履行：`,
    ),
    ...numbered(words.list('unperformed')),
    p(
      `依照${peoplesMediation(31)}的规定，现督促${you(words)}于${words.day('performBy')}前履行，并将履行情况和凭证告知本中心。确有困难的，请及时说明，可以协商变更履行安排。`,
    ),
    ...words
      .maybe('confirmed', (value) => `该协议${value}。逾期不履行的，对方当事人可以依法申请人民法院强制执行。`)
      .map(p),
    p('逾期不履行的，对方当事人可以依法采取进一步的救济措施。'),
    p(contactLine(words)),
  ],
});

/** Another day for what is owed; everything else of the agreement stays. */
const supplement = paper({
  code: 'M36',
  name: '行政争议调解补充协议',
  article: '特邀调解规定 第24条；杭州市人民调解条例 第46条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    ...CASE,
    day('effectiveOn', '原协议生效日期'),
    table('changes', '变更的履行安排：义务人、内容、原期限、新期限'),
    longText('reason', '变更的原因'),
    mediators,
    day('signedOn', '签订日期'),
  ],
  body: (words) => [
    p(
      `${theDispute(words)}，经调解达成的协议（案号：${words.text('caseNo')}）已于${words.day('effectiveOn')}生效。各方当事人经协商，就履行安排达成如下补充协议：`,
    ),
    { type: 'table', columns: ['义务人', '内容', '原期限', '新期限'], rows: words.table('changes') },
    ...paragraphs(words.lines('reason')),
    p(
      `原协议的其他内容不变。本补充协议不损害国家利益、社会公共利益和他人合法权益，自各方签名或者盖章之日起生效。调解员：${words.list('mediators').join('、')}。`,
    ),
    ...signedOn(
      `签订日期：${words.day('signedOn')}`,
      '申请人（签名、盖章或者按指印）',
      '被申请人（对方当事人）（签名或者盖章）',
      '调解员（签名）',
    ),
  ],
});

/** Of an agreement the court has confirmed. */
const enforcement = paper({
  code: 'M37',
  name: '强制执行申请书',
  article: '民事诉讼法 2023 第206条；人民调解法 第33条第2款',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('court', '人民法院'),
    parties,
    ...CASE,
    text('confirmed', '据以执行的文书（裁定书文号）'),
    list('unperformed', '申请执行的事项'),
    longText('facts', '事实和理由'),
    day('signedOn', '申请日期'),
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    h('一、请求事项'),
    ...numbered(words.list('unperformed')),
    h('二、事实和理由'),
    p(
      `${theDispute(words)}，经调解达成协议（案号：${words.text('caseNo')}），并经人民法院依法确认（${words.text('confirmed')}）。`,
    ),
    ...paragraphs(words.lines('facts')),
    p(
      `依照${peoplesMediation(33, 2)}的规定，一方当事人拒绝履行或者未全部履行的，对方当事人可以向人民法院申请强制执行。`,
    ),
    p('此致'),
    to(words.text('court')),
    ...signedOn(`申请日期：${words.day('signedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

export const PERFORMANCE_PAPERS = [record, visit, demand, supplement, enforcement];
