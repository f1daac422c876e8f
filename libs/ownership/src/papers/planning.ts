import {
  choice,
  day,
  h,
  inCapitals,
  list,
  longText,
  maybe,
  money,
  OPINION_SPACE,
  p,
  paragraphs,
  sentence,
  signatures,
  signedOn,
  table,
  text,
  grid,
} from '@app/documents';
import { RISKS } from '../domain/facts.js';
import { CASE, caseForm, ownerRows, OWNERS, resolveBy, risk, theCase } from './common.js';
import { NOTICE, paper } from './manners.js';

const plan = paper({
  code: 'C05',
  name: '行政争议化解方案',
  article: NOTICE,
  manner: 'UNIT',
  layout: 'RECORD',
  fields: [
    ...CASE,
    ...OWNERS,
    resolveBy,
    longText('facts', '基本情况'),
    longText('claim', '当事人诉求'),
    maybe(longText('crux', '争议症结')),
    longText('legalView', '法律分析'),
    longText('options', '化解思路与底线'),
    maybe(money('budget', '经费（元）')),
    table('steps', '责任分工和时间表：措施、责任人、完成时间'),
    maybe(longText('riskControl', '风险与稳控措施')),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['包案区领导', words.text('leader')],
      ['责任单位', words.text('unit')],
      ['包案责任领导', words.text('unitLeader')],
      ['化解时限', words.day('resolveBy')],
    ),
    h('一、基本情况'),
    ...paragraphs(words.lines('facts')),
    h('二、当事人诉求'),
    ...paragraphs(words.lines('claim')),
    ...words.maybe('crux', (value) => sentence(`争议的症结：${value}`)).map(p),
    h('三、法律分析'),
    ...paragraphs(words.lines('legalView')),
    h('四、化解思路与底线'),
    ...paragraphs(words.lines('options')),
    ...words.maybe('budget', () => `经费：人民币${inCapitals(words.number('budget'))}。`).map(p),
    h('五、责任分工和时间表'),
    { type: 'table', columns: ['措施', '责任人', '完成时间'], rows: words.table('steps') },
    ...(words.has('riskControl') ? [h('六、风险与稳控措施'), ...paragraphs(words.lines('riskControl'))] : []),
    signatures('包案责任领导'),
  ],
});

const planApproval = paper({
  code: 'C06',
  name: '化解方案审批表',
  article: NOTICE,
  manner: 'LEADER',
  layout: 'FORM',
  fields: [
    ...CASE,
    ...OWNERS,
    resolveBy,
    day('submittedOn', '报送日期'),
    longText('summary', '方案要点'),
    longText('unitOpinion', '责任单位意见'),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['化解时限', words.day('resolveBy')],
      ['报送日期', words.day('submittedOn')],
      ['方案要点', words.text('summary')],
      ['责任单位意见', words.text('unitOpinion')],
      ['区司法局意见', OPINION_SPACE],
      ['包案区领导审定意见', OPINION_SPACE],
    ),
  ],
});

const RETURNED = { PLAN: '化解方案', CLAIM: '化解报告（销号申请）', REPLY: '督办反馈' } as const;

const returned = paper({
  code: 'C07',
  name: '退回意见',
  article: NOTICE,
  manner: 'SUPERVISION',
  layout: 'FORM',
  fields: [
    ...CASE,
    ...OWNERS,
    choice('returned', '退回的材料', RETURNED),
    longText('opinion', '退回的理由和要求'),
    maybe(day('againBy', '重新报送的期限')),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['退回的材料', words.label('returned', RETURNED)],
      ['退回的理由和要求', words.text('opinion')],
      ['重新报送的期限', words.has('againBy') ? words.day('againBy') : ''],
    ),
    signatures('退回人'),
  ],
});

const REPORT = [...CASE, ...OWNERS, risk, day('reportedOn', '报告日期')] as const;

const progress = paper({
  code: 'C08',
  name: '包案化解进展报告',
  article: NOTICE,
  manner: 'UNIT',
  layout: 'FORM',
  fields: [
    ...REPORT,
    longText('done', '工作进展'),
    maybe(longText('difficulties', '存在的困难和需要协调的事项')),
    longText('next', '下一步工作'),
    choice('contacted', '是否联系当事人', { YES: '是', NO: '否' }),
  ],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['风险等级', words.label('risk', RISKS)],
      ['是否联系当事人', words.label('contacted', { YES: '是', NO: '否' })],
      ['工作进展', words.text('done')],
      ['存在的困难和需要协调的事项', words.maybe('difficulties', String).join('')],
      ['下一步工作', words.text('next')],
    ),
    ...signedOn(`报告日期：${words.day('reportedOn')}`, '包案责任领导'),
  ],
});

const consultation = paper({
  code: 'C09',
  name: '包案化解会商纪要',
  article: NOTICE,
  manner: 'UNIT',
  layout: 'RECORD',
  fields: [
    ...CASE,
    day('heldOn', '会商日期'),
    text('place', '地点'),
    text('chair', '主持人'),
    list('present', '参加人员'),
    longText('done', '会商情况'),
    longText('next', '议定事项'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['会商日期', words.day('heldOn')],
      ['地点', words.text('place')],
      ['主持人', words.text('chair')],
      ['参加人员', words.list('present').join('、')],
    ),
    h('一、会商情况'),
    ...paragraphs(words.lines('done')),
    h('二、议定事项'),
    ...paragraphs(words.lines('next')),
    p('会商意见不影响行政复议机关、人民法院依法独立审理案件。'),
    signatures('主持人', '记录人'),
  ],
});

const reception = paper({
  code: 'C10',
  name: '领导接访（约访）记录',
  article: '信访工作条例 第18条；余杭区领导包案化解通知 [L]',
  manner: 'UNIT',
  drafters: ['unit_leader', 'dept_liaison', 'case_leader'],
  signers: ['unit_leader', 'case_leader'],
  layout: 'RECORD',
  fields: [
    ...CASE,
    day('heldOn', '接访日期'),
    text('place', '地点'),
    text('receiver', '接访领导'),
    list('present', '参加人员'),
    longText('done', '当事人诉求和沟通情况'),
    longText('next', '处理意见'),
  ],
  body: (words) => [
    grid(
      ['案件', theCase(words)],
      ['接访日期', words.day('heldOn')],
      ['地点', words.text('place')],
      ['接访领导', words.text('receiver')],
      ['参加人员', words.list('present').join('、')],
    ),
    h('一、当事人诉求和沟通情况'),
    ...paragraphs(words.lines('done')),
    h('二、处理意见'),
    ...paragraphs(words.lines('next')),
    signatures('当事人', '接访领导', '记录人'),
  ],
});

export const PLANNING_PAPERS = [plan, planApproval, returned, progress, consultation, reception];
