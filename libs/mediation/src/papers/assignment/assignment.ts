import {
  choice,
  contact,
  contactLine,
  day,
  list,
  longText,
  maybe,
  numbered,
  p,
  sentence,
  signedOn,
  text,
} from '@app/documents';
import { STAGES } from '../../domain/facts.js';
import { CASE, caseForm, committee, mediators, request, stage, theCase, theDispute, we } from '../common.js';
import { invitedMediation, onlineMediation } from '../law.js';
import { paper } from '../manners.js';

const SIDES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;

/** From the centre to the committee, and to the liaison of the organ: what to do, by when, with room to sign for it. */
const handOut = paper({
  code: 'M11',
  name: '联络员交办单',
  article: '中心工作惯例 [L]',
  manner: 'INTERNAL',
  series: 'md-assignment',
  layout: 'FORM',
  fields: [
    ...CASE,
    stage,
    text('assignee', '承办单位'),
    request,
    list('tasks', '交办事项'),
    day('dueOn', '办理期限'),
    text('handler', '交办人'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['调解阶段', words.label('stage', STAGES)],
      ['承办单位', words.text('assignee')],
      ['调解请求', words.list('request').join('；')],
      ['交办事项', words.list('tasks').join('；')],
      ['办理期限', `${words.day('dueOn')}前`],
      ['交办人', words.text('handler')],
    ),
    ...signedOn('签收后请于期限内指定调解员或者答复，办理情况通过系统反馈。', '联络员签收', '签收时间'),
  ],
});

const dispatch = paper({
  code: 'M12',
  name: '调解员指派函',
  article: '在线调解规则 第10条；中心工作惯例 [L]',
  manner: 'REPORT',
  series: 'md-assignment',
  layout: 'LETTER',
  to: ['OTHER_ORGAN'],
  fields: [...CASE, stage, request, maybe(day('appointBy', '指定期限')), contact],
  body: (words) => [
    p(
      `${theCase(words)}，各方当事人已经同意调解（调解阶段：${words.label('stage', STAGES)}）。经本中心审查，该争议由你调解委员会承办，请指派调解员${words.maybe('appointBy', () => `，并于${words.day('appointBy')}前将名单报本中心`).join('')}。`,
    ),
    p('当事人的调解请求：'),
    ...numbered(words.list('request')),
    p(
      `指派调解员应当遵守回避的规定：依照${invitedMediation(15)}的规定，是当事人或者其代理人近亲属的、与争议有利害关系的、有其他可能影响公正调解关系的，不得担任本案调解员。`,
    ),
    p(contactLine(words)),
  ],
});

const APPOINTMENTS = {
  LEFT_TO_CENTRE: '各方当事人同意由调解组织指定调解员',
  CHOICE_LAPSED: '各方当事人逾期未共同选定调解员',
  REPLACEMENT: '原调解员不再担任本案调解员',
} as const;

const appointment = paper({
  code: 'M13',
  name: '调解员指定书',
  article: '在线调解规则 第10条；特邀调解规定 第12条、第13条',
  manner: 'COMMITTEE',
  series: 'md-assignment',
  layout: 'NOTICE',
  to: SIDES,
  fields: [
    committee,
    ...CASE,
    choice('appointment', '指定的情形', APPOINTMENTS),
    mediators,
    maybe(text('presiding', '主持调解员')),
    contact,
  ],
  body: (words) => [
    p(
      `${theCase(words)}，因${words.label('appointment', APPOINTMENTS)}，依照${onlineMediation(10)}、${invitedMediation(12)}的规定，${we(words)}指定${words.list('mediators').join('、')}为本案调解员${words.maybe('presiding', (name) => `，由${name}主持调解`).join('')}。`,
    ),
    p(
      `当事人认为调解员与本案有依法应当回避的情形的，可以申请回避；依照${invitedMediation(12)}的规定，一方当事人不同意指定的调解员的，视为不同意调解。`,
    ),
    p(contactLine(words)),
  ],
});

const choiceOfMediator = paper({
  code: 'M14',
  name: '选定调解员确认书',
  article: '在线调解规则 第10条第2款；特邀调解规定 第12条',
  manner: 'PARTY',
  layout: 'FORM',
  fields: [...CASE, mediators, maybe(text('presiding', '主持调解员')), day('chosenOn', '选定日期')],
  body: (words) => [
    caseForm(
      words,
      ['共同选定的调解员', words.list('mediators').join('、')],
      ['主持调解员', words.has('presiding') ? words.text('presiding') : words.list('mediators')[0]!],
    ),
    p(
      `各方当事人依照${onlineMediation(10, 2)}的规定共同选定上述调解员，已经知悉调解员的基本情况，对其担任本案调解员没有异议。`,
    ),
    ...signedOn(
      `选定日期：${words.day('chosenOn')}`,
      '申请人（签名或者盖章）',
      '被申请人（对方当事人）（签名或者盖章）',
      '第三人（签名或者盖章）',
    ),
  ],
});

const confirmation = paper({
  code: 'M15',
  name: '调解员确认书',
  article: '特邀调解规定 第27条；在线调解规则 第24条第2款',
  manner: 'RECORD',
  drafters: ['mediator', 'centre_staff', 'centre_manager'],
  signers: ['mediator'],
  layout: 'FORM',
  fields: [
    ...CASE,
    text('mediator', '调解员'),
    maybe(longText('disclosure', '需要披露的情况')),
    day('confirmedOn', '确认日期'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['调解员', words.text('mediator')],
      ['需要披露的情况', words.has('disclosure') ? words.text('disclosure') : '无'],
    ),
    p(
      `本人确认接受本案的调解工作，声明不存在${invitedMediation(15)}规定的应当回避的情形；将依法、中立、保密地进行调解，并自确认之日起计算调解期限。调解结束后，不担任本案的人民陪审员、诉讼代理人、证人、鉴定人。`,
    ),
    ...signedOn(`确认日期：${words.day('confirmedOn')}`, '调解员（签名）'),
  ],
});

const rights = paper({
  code: 'M16',
  name: '权利义务告知书',
  article: '特邀调解规定 第14条第3款；人民调解法 第23条、第24条',
  manner: 'PARTY',
  drafters: ['mediator', 'centre_staff', 'centre_manager'],
  layout: 'RECORD',
  to: SIDES,
  fields: [...CASE, day('toldOn', '告知日期')],
  body: (words) => [
    p(`${theDispute(words)}（案号：${words.text('caseNo')}）进行调解，现将当事人的权利和义务告知如下：`),
    p('一、权利'),
    ...numbered([
      '自愿决定是否接受、继续或者终止调解，不受强迫',
      '选择或者申请更换调解员，申请调解员回避',
      '委托代理人参加调解',
      '要求调解不公开进行，要求对个人隐私、商业秘密和调解过程保密',
      '自主表达意愿，自愿达成或者拒绝达成协议',
      '协议生效后依法共同申请司法确认',
      '调解不成的，依法申请行政复议、提起诉讼',
    ]),
    p('二、义务'),
    ...numbered([
      '如实陈述争议事实，提供真实的材料',
      '遵守调解秩序，尊重调解员和对方当事人',
      '不得虚假调解，损害国家利益、社会公共利益或者他人合法权益',
      '对调解过程保密，不得擅自录音、录像、传播',
      '履行达成的协议',
    ]),
    p(
      '三、当事人为达成协议作出的让步或者承诺，未经同意不得在其后的复议、诉讼中作为对其不利的根据。虚假调解的，依法承担责任。',
    ),
    p(sentence(`告知日期：${words.day('toldOn')}`)),
    ...signedOn('以上内容已经告知并知悉。', '申请人', '被申请人（对方当事人）', '第三人', '告知人'),
  ],
});

export const ASSIGNMENT_PAPERS = [handOut, dispatch, appointment, choiceOfMediator, confirmation, rights];
