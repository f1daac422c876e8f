import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  count,
  day,
  list,
  longText,
  nameAll,
  numbered,
  p,
  paragraphs,
  pronoun,
  respondent,
  sentence,
  signedOn,
  text,
  to,
  when,
  you,
} from '@app/documents';
import { acceptedOn, act, against } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';
import { TRACKS } from '../../domain/facts.js';

/** What the respondent must send: 复议法 2023 第48条、第54条; 条例 2026 第18条第2款、第41条. */
const REPLY_MATERIALS = [
  '行政复议答复书（就行政行为的合法性、适当性和申请人的行政复议请求说明事实和理由）',
  '作出行政行为的证据及证据目录',
  '作出行政行为的法律、法规、规章、规范性文件等依据',
  '授权委托书和代理人身份证明（应当指定一至二名工作人员作为代理人，不得仅委托律师）',
  '法定代表人或者主要负责人身份证明',
];

const replyNotice = paper({
  code: 'R07',
  name: '行政复议答复通知书',
  article: '复议法 2023 第48条、第54条第1款',
  manner: 'INSTITUTION',
  series: 'rc-reply',
  layout: 'NOTICE',
  to: ['RESPONDENT'],
  fields: [applicants, act, caseNo, acceptedOn, choice('track', '适用的程序', TRACKS), contact],
  body: (words) => {
    const [article, days] = words.is('track', 'SIMPLIFIED') ? [law(54, 1), '五'] : [law(48), '十'];
    return [
      p(
        `${nameAll(words.list('applicants'))}不服你单位${words.text('act')}，向本机关申请行政复议。本机关已于${words.day('acceptedOn')}依法受理（案号：${words.text('caseNo')}）。`,
      ),
      p(
        `依照${article}的规定，现将行政复议申请书副本（或者行政复议申请笔录复印件）发送你单位。请你单位自收到之日起${days}个工作日内提出书面答复，并提交下列材料：`,
      ),
      ...numbered(REPLY_MATERIALS),
      p(
        `逾期不提出书面答复、不提交证据、依据和其他有关材料的，依照${law(70)}的规定，视为该行政行为没有证据、依据。行政复议期间，你单位不得自行向申请人和其他有关单位或者个人收集证据（第四十六条）。`,
      ),
      p(contactLine(words)),
      p('附件：行政复议申请书副本（或者行政复议申请笔录复印件）及证据材料'),
    ];
  },
});

const thirdPartyNotice = paper({
  code: 'R08',
  name: '第三人参加行政复议通知书',
  article: '复议法 2023 第16条第1款',
  manner: 'INSTITUTION',
  series: 'rc-third-party',
  layout: 'NOTICE',
  to: ['THIRD_PARTY'],
  personal: true,
  fields: [
    pronoun,
    applicants,
    respondent,
    act,
    caseNo,
    longText('interest', '利害关系'),
    count('days', '提交意见的期限（工作日）'),
    contact,
  ],
  body: (words) => [
    p(`${against(words)}，向本机关申请行政复议，本机关已依法受理（案号：${words.text('caseNo')}）。`),
    p(
      `经审查，${you(words)}与本案有利害关系：${sentence(words.text('interest'))}依照${law(16, 1)}的规定，通知${you(words)}作为第三人参加行政复议。`,
    ),
    p(
      `请${you(words)}自收到本通知书之日起${words.number('days')}个工作日内提交书面意见和有关证据，并提交身份证明；可以委托一至二名代理人，可以依照第四十七条的规定查阅、复制有关材料。第三人不参加行政复议，不影响案件的审理。`,
    ),
    p(contactLine(words)),
    p('附件：行政复议申请书副本'),
  ],
});

const representatives = paper({
  code: 'R30-REPRESENTATIVES',
  name: '行政复议代表人推选书',
  article: '复议法 2023 第15条；实施条例 2026 第17条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('authority', '行政复议机关'),
    applicants,
    respondent,
    act,
    list('representatives', '推选的代表人'),
    day('signedOn', '推选日期'),
  ],
  body: (words) => [
    to(`${words.text('authority')}：`),
    p(
      `我们共${words.list('applicants').length}人（${words.list('applicants').join('、')}）不服${words.text('respondent')}${words.text('act')}申请行政复议。依照${law(15, 1)}、${regulation(17)}的规定，共同推选${words.list('representatives').join('、')}为代表人参加行政复议。`,
    ),
    p(
      '代表人参加行政复议的行为对全体申请人发生效力；变更行政复议请求、撤回行政复议申请、承认第三人请求的，应当经全体被代表的申请人同意。',
    ),
    ...signedOn(`推选日期：${words.day('signedOn')}`, '全体申请人（签名、盖章或者按指印）'),
  ],
});

const POWERS = { GENERAL: '一般代理', SPECIAL: '特别授权' } as const;

const authorisation = paper({
  code: 'R30-AUTHORISATION',
  name: '授权委托书',
  article: '复议法 2023 第17条；实施条例 2026 第18条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('principal', '委托人'),
    list('agents', '受委托人（姓名、身份、联系方式）'),
    respondent,
    act,
    choice('power', '代理权限', POWERS),
    when(list('specialPowers', '特别授权事项'), (data) => data['power'] === 'SPECIAL'),
    text('term', '委托期限'),
    day('signedOn', '委托日期'),
  ],
  body: (words) => [
    p(sentence(`委托人：${words.text('principal')}`)),
    ...paragraphs(words.list('agents').map((agent) => sentence(`受委托人：${agent}`))),
    p(
      `依照${law(17)}的规定，委托人委托上列受委托人在${words.text('respondent')}${words.text('act')}的行政复议案件中作为代理人参加行政复议。`,
    ),
    p(
      sentence(
        `代理权限：${words.label('power', POWERS)}${words.is('power', 'SPECIAL') ? `，包括${words.list('specialPowers').join('、')}` : ''}`,
      ),
    ),
    p(sentence(`委托期限：${words.text('term')}`)),
    ...signedOn(`委托日期：${words.day('signedOn')}`, '委托人（签名、盖章或者按指印）', '受委托人（签名）'),
  ],
});

export const PARTICIPANT_PAPERS = [replyNotice, thirdPartyNotice, representatives, authorisation];
