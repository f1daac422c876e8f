import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  day,
  list,
  longText,
  maybe,
  numbered,
  OPINION_SPACE,
  p,
  respondent,
  signedOn,
  table,
  text,
  type Block,
} from '@app/documents';
import { ELIGIBLE_TAGS, RISKS } from '../domain/facts.js';
import { CASE, caseForm, dispute, leader, ownerRows, OWNERS, resolveBy, risk, theCase, unitLeader } from './common.js';
import { NOTICE, paper } from './manners.js';

/** The columns of the list as it is approved; how a case stands afterwards is in the workbook. */
export const LIST_COLUMNS = [
  '序号',
  '案号',
  '案件名称（案由）',
  '类型',
  '当事人',
  '所处阶段与法院',
  '争议焦点',
  '风险等级',
  '包案区领导',
  '责任单位',
  '包案责任领导',
  '联络员',
  '化解目标',
  '措施',
  '时限',
] as const;

const taskList = paper({
  code: 'C01',
  name: '重大行政争议领导包案化解任务分解清单',
  article: NOTICE,
  manner: 'ANNEX',
  layout: 'LIST',
  fields: [
    maybe(text('listNo', '文号')),
    table('entries', `任务分解清单：${LIST_COLUMNS.join('、')}`),
    maybe(text('remark', '说明')),
  ],
  body: (words): Block[] => [
    ...words.maybe('listNo', (no) => `文号：${no}`).map(p),
    { type: 'table', columns: LIST_COLUMNS, rows: words.table('entries') },
    ...words.maybe('remark', (remark) => `说明：${remark}`).map(p),
  ],
});

const GROUNDS = { ...ELIGIBLE_TAGS, JOINT_MEETING: '联席会议决定' } as const;

const proposalForm = paper({
  code: 'C02',
  name: '提请领导包案审批表',
  article: NOTICE,
  manner: 'INTERNAL',
  layout: 'FORM',
  fields: [
    applicants,
    maybe(respondent),
    dispute,
    caseNo,
    choice('eligibility', '列入的情形', GROUNDS),
    ...OWNERS,
    maybe(list('cooperating', '配合单位')),
    risk,
    text('target', '化解目标'),
    resolveBy,
    longText('reason', '提请理由'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['列入的情形', words.label('eligibility', GROUNDS)],
      ...ownerRows(words),
      ['配合单位', words.list('cooperating').join('、')],
      ['风险等级', words.label('risk', RISKS)],
      ['化解目标', words.text('target')],
      ['化解时限', words.day('resolveBy')],
      ['提请理由', words.text('reason')],
      ['区司法局意见', OPINION_SPACE],
      ['区政府（联席会议）审定意见', OPINION_SPACE],
    ),
  ],
});

const handOut = paper({
  code: 'C03',
  name: '领导包案化解交办单',
  article: NOTICE,
  manner: 'BUREAU',
  series: 'co-assignment',
  layout: 'NOTICE',
  to: ['OTHER_ORGAN'],
  fields: [
    ...CASE,
    leader,
    unitLeader,
    maybe(list('cooperating', '配合单位')),
    text('target', '化解目标'),
    list('tasks', '交办事项'),
    day('acknowledgeBy', '签收期限'),
    maybe(day('planBy', '报送化解方案的期限')),
    resolveBy,
    contact,
  ],
  body: (words) => [
    p(
      `${theCase(words)}已列入重大行政争议领导包案化解任务分解清单，由${words.text('leader')}包案，你单位为责任单位，${words.text('unitLeader')}为包案责任领导${words.has('cooperating') ? `，${words.list('cooperating').join('、')}配合` : ''}。现将化解任务交办如下：`,
    ),
    p(`一、化解目标：${words.text('target')}。`),
    p('二、交办事项：'),
    ...numbered(words.list('tasks')),
    p(
      `三、时限要求：请于${words.day('acknowledgeBy')}前签收${words.maybe('planBy', () => `，于${words.day('planBy')}前报送化解方案`).join('')}；化解时限为${words.day('resolveBy')}。`,
    ),
    p('四、化解工作应当依法进行，不得干预行政复议、行政诉讼案件的审理和裁决。'),
    p(contactLine(words)),
  ],
});

const RECEIVERS = { LEADER: '包案区领导', UNIT: '责任单位' } as const;

const receipt = paper({
  code: 'C04',
  name: '领导包案签收单',
  article: NOTICE,
  manner: 'LEADER',
  drafters: ['case_handler', 'dept_head', 'institution_head', 'unit_leader', 'dept_liaison', 'case_leader'],
  signers: ['case_leader', 'unit_leader', 'dept_liaison'],
  fourEyes: false,
  layout: 'FORM',
  fields: [...CASE, ...OWNERS, choice('receiver', '签收的一方', RECEIVERS), resolveBy, day('receivedOn', '签收日期')],
  body: (words) => [
    caseForm(
      words,
      ...ownerRows(words),
      ['化解时限', words.day('resolveBy')],
      ['签收的一方', words.label('receiver', RECEIVERS)],
    ),
    ...signedOn(`签收日期：${words.day('receivedOn')}`, '签收人'),
  ],
});

export const LISTING_PAPERS = [taskList, proposalForm, handOut, receipt];
