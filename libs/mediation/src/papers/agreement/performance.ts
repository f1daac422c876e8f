import {
  choice,
  contact,
  contactLine,
  day,
  grid,
  list,
  longText,
  maybe,
  numbered,
  p,
  paragraphs,
  pronoun,
  signatures,
  table,
  text,
  you,
} from '@app/documents';
import { CASE, caseForm, theCase, theDispute } from '../common.js';
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
    maybe(longText('unperformed', '未履行的情况及原因')),
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
    ...words.maybe('unperformed', (value) => `未履行的情况及原因：${value}`).map(p),
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

export const PERFORMANCE_PAPERS = [record, visit, demand];
