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
  OPINION_SPACE,
  p,
  paragraphs,
  sentence,
  signedOn,
  text,
  to,
} from '@app/documents';
import { SOURCES, STAGES } from '../../domain/facts.js';
import { CASE, caseForm, dispute, others, parties, receivedOn, request, source, stage } from '../common.js';
import { reconsiderationAct } from '../law.js';
import { paper } from '../manners.js';

const ACCEPTANCE_PROPOSALS = { TAKE: '接收并征询各方意见', REJECT: '不予接收' } as const;

const registrationForm = paper({
  code: 'M01',
  name: '行政争议调解立案审批表',
  article: '在线调解规则 第12条；中心工作惯例 [L]',
  manner: 'INTERNAL',
  layout: 'FORM',
  fields: [
    caseNo,
    parties,
    dispute,
    text('category', '纠纷类别'),
    source,
    stage,
    receivedOn,
    longText('facts', '案情简要'),
    request,
    choice('proposal', '拟处理意见', ACCEPTANCE_PROPOSALS),
    longText('officerOpinion', '立案人员意见'),
    maybe(text('remark', '备注')),
  ],
  body: (words) => [
    grid(
      ['案号', words.text('caseNo')],
      ['申请人、被申请人、第三人', words.list('parties').join('\n')],
      ['争议事项', words.text('dispute')],
      ['纠纷类别', words.text('category')],
      ['案件来源', words.label('source', SOURCES)],
      ['调解阶段', words.label('stage', STAGES)],
      ['收到日期', words.day('receivedOn')],
      ['案情简要', words.text('facts')],
      ['调解请求', words.list('request').join('；')],
      ['拟处理意见', words.label('proposal', ACCEPTANCE_PROPOSALS)],
      ['立案人员意见', words.text('officerOpinion')],
      ['调解机构意见', OPINION_SPACE],
      ['调解机关意见', OPINION_SPACE],
      ['备注', words.has('remark') ? words.text('remark') : '无'],
    ),
  ],
});

/** Who applies, as the form asks; only here does a paper carry a number of identity. */
const APPLICANT_DETAILS = list(
  'applicantDetails',
  '申请人基本情况（自然人：姓名、性别、出生年月、身份证号码、职业、民族、电话、住址；法人或者其他组织：名称、统一社会信用代码、法定代表人或者负责人及职务、地址、电话）',
);

const application = paper({
  code: 'M02',
  name: '行政争议调解申请书',
  article: '复议法 2023 第5条；特邀调解规定 第11条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('centre', '受理申请的调解机构'),
    APPLICANT_DETAILS,
    maybe(list('agentDetails', '委托代理人基本情况')),
    others,
    dispute,
    request,
    longText('facts', '事实和理由'),
    maybe(text('litigation', '是否已经申请行政复议或者提起诉讼')),
    maybe(list('materials', '提交的材料')),
    day('appliedOn', '申请日期'),
  ],
  body: (words) => [
    ...paragraphs(words.list('applicantDetails').map((each) => sentence(`申请人：${each}`))),
    ...paragraphs(words.list('agentDetails').map((each) => sentence(`委托代理人：${each}`))),
    p(sentence(`被申请人（对方当事人）：${words.list('others').join('、')}`)),
    p(sentence(`争议事项：${words.text('dispute')}`)),
    h('一、请求事项'),
    ...numbered(words.list('request')),
    h('二、事实和理由'),
    ...paragraphs(words.lines('facts')),
    ...words.maybe('litigation', (value) => sentence(`复议、诉讼情况：${value}`)).map(p),
    p(
      '申请人自愿申请调解，知悉调解不收取费用，也不使申请行政复议、提起诉讼的法定期限中止、中断或者延长，并保证所述内容和提交的材料真实。',
    ),
    p('此致'),
    to(words.text('centre')),
    ...(words.has('materials') ? [p('附：'), ...numbered(words.list('materials'))] : []),
    ...signedOn(`申请日期：${words.day('appliedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

const REFERRALS = { TRANSFER: '移送', APPOINT: '委派', ENTRUST: '委托' } as const;

/** Of the reconsideration institution; letters of courts and other organs come in from outside. */
const referral = paper({
  code: 'M03',
  name: '移送（委派、委托）调解函',
  article: '复议法 2023 第5条；特邀调解规定 第11条',
  manner: 'REPORT',
  seal: 'SPECIAL',
  drafters: ['intake_officer', 'case_handler', 'centre_staff'],
  signers: ['institution_head'],
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [
    applicants,
    others,
    dispute,
    choice('referral', '移送方式', REFERRALS),
    maybe(text('courtCaseNumber', '原案号')),
    stage,
    request,
    maybe(list('materials', '随函材料')),
    text('contact', '联系人、电话和地址'),
  ],
  body: (words) => [
    p(
      `申请人${words.list('applicants').join('、')}与${words.list('others').join('、')}因${words.text('dispute')}产生的争议${words.maybe('courtCaseNumber', (no) => `（${no}）`).join('')}，具备调解基础。依照${reconsiderationAct(5)}的规定，经征得当事人同意，现将该争议${words.label('referral', REFERRALS)}你中心调解（调解阶段：${words.label('stage', STAGES)}）。`,
    ),
    p('当事人的调解请求：'),
    ...numbered(words.list('request')),
    p(
      '请自收到本函之日起三个工作日内告知是否接收；调解结束后，请将结果及依法可以移交的材料函告本机关。调解的过程、当事人为达成协议作出的让步不予移交。',
    ),
    ...(words.has('materials') ? [p('随函移送下列材料：'), ...numbered(words.list('materials'))] : []),
    p(sentence(`联系方式：${words.text('contact')}`)),
  ],
});

const register = paper({
  code: 'M04',
  name: '行政争议调解案件登记表',
  article: '中心工作惯例 [L]',
  manner: 'RECORD',
  layout: 'FORM',
  fields: [
    ...CASE,
    source,
    stage,
    maybe(text('letterNumber', '移送文号')),
    maybe(text('courtCaseNumber', '诉讼案号')),
    receivedOn,
    request,
    maybe(text('committee', '调解组织')),
    maybe(list('mediators', '调解员')),
    maybe(text('outcome', '结果')),
    maybe(text('remark', '备注')),
  ],
  body: (words) => [
    caseForm(
      words,
      ['案件来源', words.label('source', SOURCES)],
      ['调解阶段', words.label('stage', STAGES)],
      ['移送文号', words.maybe('letterNumber', String).join('')],
      ['诉讼案号', words.maybe('courtCaseNumber', String).join('')],
      ['收到日期', words.day('receivedOn')],
      ['调解请求', words.list('request').join('；')],
      ['调解组织', words.maybe('committee', String).join('')],
      ['调解员', words.list('mediators').join('、')],
      ['结果', words.maybe('outcome', String).join('')],
      ['备注', words.maybe('remark', String).join('')],
    ),
  ],
});

export const APPLICATION_PAPERS = [registrationForm, application, referral, register];
