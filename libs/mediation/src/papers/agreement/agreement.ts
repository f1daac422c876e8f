import {
  applicants,
  caseNo,
  choice,
  count,
  day,
  h,
  inCapitals,
  list,
  longText,
  maybe,
  nameAll,
  numbered,
  p,
  paragraphs,
  sentence,
  signatures,
  signedOn,
  table,
  text,
  to,
  type Block,
  type Words,
} from '@app/documents';

import { CASE, committee, dispute, mediators, others, parties, request, theCase, theDispute, we } from '../common.js';
import { civilProcedure, invitedMediation, peoplesMediation, reconsiderationAct } from '../law.js';
import { paper, RESULT_READERS } from '../manners.js';

/** An obligation a row: who, what, by when, how, money in yuan; an empty cell where nothing is said. */
const obligations = table('obligations', '协议条款：义务人、内容、期限、方式、金额（元）');

/** Money as legal papers write it. What is no amount stays as somebody wrote it. */
function amountInWords(cell: string): string {
  const yuan = Number(cell);
  if (cell.trim() === '') return '无';
  return Number.isFinite(yuan) && yuan >= 0 && yuan < 1e15 ? `人民币${inCapitals(yuan)}（${yuan.toFixed(2)}元）` : cell;
}

const termsTable = (words: Words): Block => ({
  type: 'table',
  columns: ['义务人', '内容', '期限', '方式', '金额（大写）'],
  rows: words
    .table('obligations')
    .map(([who = '', what = '', by = '', how = '', amount = '']) => [
      who,
      what,
      by,
      how,
      amountInWords(String(amount)),
    ]),
});

const EFFECTS = {
  SIGNED: '本协议自各方当事人、调解员签名或者盖章，并加盖调解组织印章之日起生效',
  CONFIRMED:
    '本协议自各方当事人、调解员签名或者盖章，并加盖调解组织印章之日起生效；各方同意自生效之日起三十日内共同申请司法确认',
  RECONSIDERATION:
    '本协议自各方当事人、调解员签名或者盖章，并加盖调解组织印章之日起生效；各方同意由行政复议机关依照本协议制作行政复议调解书，或者由申请人撤回行政复议申请',
} as const;

/** All sign, the mediator too, under the seal of who mediated. It knows no appeal, and says nothing of offers. */
const agreement = paper({
  code: 'M25',
  name: '行政争议调解协议书',
  article: '复议法 2023 第5条；特邀调解规定 第24条；人民调解法 第29条',
  manner: 'COMMITTEE',
  readers: RESULT_READERS,
  served: false,
  series: 'md-agreement',
  layout: 'DECISION',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    committee,
    parties,
    applicants,
    others,
    dispute,
    caseNo,
    longText('facts', '争议事实'),
    request,
    list('terms', '协议内容'),
    maybe(obligations),
    choice('effect', '生效方式', EFFECTS),
    count('copies', '份数'),
    mediators,
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    p(`${theCase(words)}，经各方当事人同意，由${we(words)}组织调解。`),
    h('一、争议事实和请求'),
    ...paragraphs(words.lines('facts')),
    p(sentence(`请求事项：${words.list('request').join('；')}`)),
    h('二、协议内容'),
    p(`依照${reconsiderationAct(5)}、${invitedMediation(24)}的规定，各方当事人在自愿、合法的基础上达成如下协议：`),
    ...numbered(words.list('terms')),
    ...(words.has('obligations') ? [p('各方义务及履行安排如下：'), termsTable(words)] : []),
    h('三、协议的生效'),
    p(sentence(EFFECTS[words.text('effect') as keyof typeof EFFECTS] ?? words.text('effect'))),
    p(
      '本协议不违反法律、法规的强制性规定，不损害国家利益、社会公共利益和他人合法权益。各方应当按照约定履行；一方不履行的，其他各方可以依法寻求救济。',
    ),
    p(
      `本协议一式${words.number('copies')}份，各方当事人各执一份，${we(words)}存档一份。调解员：${words.list('mediators').join('、')}。`,
    ),
    signatures(
      '申请人（签名、盖章或者按指印）',
      '被申请人（对方当事人）（签名或者盖章）',
      ...(words.list('parties').some((each) => each.startsWith('第三人：')) ? ['第三人（签名、盖章或者按指印）'] : []),
      '调解员（签名）',
    ),
  ],
});

const SIDE = /^(被申请人|第三人)：/u;

/** All apply, together: each is an applicant. The agreement is annexed; of how it came about it says nothing. */
const confirmationRequest = paper({
  code: 'M26',
  name: '司法确认申请书',
  article: '民事诉讼法 2023 第205条；人民调解法 第33条；法发〔2021〕17号 第6条第1款',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('court', '人民法院'),
    parties,
    applicants,
    others,
    dispute,
    caseNo,
    text('organisation', '主持调解的组织'),
    day('effectiveOn', '协议生效日期'),
    list('terms', '请求确认的协议内容'),
    day('appliedOn', '申请日期'),
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map((each) => sentence(each.replace(SIDE, '申请人：')))),
    h('一、请求事项'),
    p(`请求依法确认各方当事人于${words.day('effectiveOn')}生效的调解协议有效。`),
    h('二、事实和理由'),
    p(
      `${nameAll(words.list('applicants'))}与${nameAll(words.list('others'))}因${words.text('dispute')}产生的争议，经${words.text('organisation')}主持调解（案号：${words.text('caseNo')}），各方当事人自愿达成协议，内容如下：`,
    ),
    ...numbered(words.list('terms')),
    p(
      `各方当事人依照${civilProcedure(205)}、${peoplesMediation(33)}的规定，自调解协议生效之日起三十日内共同提出申请。`,
    ),
    h('三、共同承诺'),
    p(
      '各方当事人出于解决争议的目的自愿达成协议，没有恶意串通、规避法律的行为；协议不损害国家利益、社会公共利益和他人合法权益。如因该协议内容给他人造成损害的，愿意承担相应的法律责任。',
    ),
    p('此致'),
    to(words.text('court')),
    p('附：调解协议书；各方身份证明、授权委托书；与协议有关的财产权利证明等材料。'),
    ...signedOn(
      `申请日期：${words.day('appliedOn')}`,
      '申请人（签名、盖章或者按指印）',
      '申请人（对方当事人）（签名或者盖章）',
    ),
  ],
});

const WITHDRAWALS = { SUIT: '撤回起诉', RECONSIDERATION: '撤回行政复议申请' } as const;

/** Of a settlement: the applicant withdraws where the dispute is pending. */
const withdrawal = paper({
  code: 'M27',
  name: '和解撤诉（撤回）申请书',
  article: '行政诉讼法 第62条；复议法 2023 第74条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('recipient', '受理机关'),
    ...CASE,
    maybe(text('pendingNumber', '原案号')),
    choice('withdrawal', '撤回的事项', WITHDRAWALS),
    longText('reason', '理由'),
    day('signedOn', '申请日期'),
  ],
  body: (words) => [
    to(`${words.text('recipient')}：`),
    p(
      `${theDispute(words)}${words.maybe('pendingNumber', (no) => `（${no}）`).join('')}，经调解（调解案号：${words.text('caseNo')}），争议已经化解。`,
    ),
    ...paragraphs(words.lines('reason')),
    p(`现自愿申请${words.label('withdrawal', WITHDRAWALS)}，请予准许。`),
    p('申请人知悉：撤回后以同一事实和理由再次申请、起诉的，依法可能不予受理。'),
    ...signedOn(`申请日期：${words.day('signedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

export const AGREEMENT_PAPERS = [agreement, confirmationRequest, withdrawal];
