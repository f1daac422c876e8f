import {
  applicants,
  bare,
  caseNo,
  choice,
  day,
  list,
  longText,
  maybe,
  p,
  paragraphs,
  parties,
  pronoun,
  resolved,
  respondent,
  sentence,
  signatures,
  signedOn,
  text,
  to,
  you,
} from '@app/documents';
import { acceptedOn, act, against, CASE, theCase, yourMatter } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';

/** It takes effect when all have signed and the authority's seal is on it, not on service; there is no appeal from it. */
const mediationPaper = paper({
  code: 'R23',
  name: '行政复议调解书',
  article: '复议法 2023 第5条、第73条',
  manner: 'AUTHORITY',
  series: 'rc-mediation',
  layout: 'DECISION',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    parties,
    applicants,
    respondent,
    act,
    day('appliedOn', '申请日期'),
    acceptedOn,
    list('claims', '行政复议请求'),
    longText('factsFound', '案件事实'),
    list('terms', '协议内容（义务人、内容、期限、方式、金额）'),
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    p(
      `${against(words)}，于${words.day('appliedOn')}向本机关申请行政复议，本机关于${words.day('acceptedOn')}依法受理。`,
    ),
    p('申请人请求：'),
    ...resolved(words.list('claims')),
    p(`案件事实：${sentence(words.text('factsFound'))}`),
    p(`审理期间，本机关依照${law(5)}的规定，在合法、自愿的基础上进行调解，各方当事人达成如下协议：`),
    ...resolved(words.list('terms')),
    p(
      `上述协议不损害国家利益、社会公共利益和他人合法权益，不违反法律、法规的强制性规定。根据${law(73, 1)}的规定，本机关予以确认。`,
    ),
    p('本调解书经各方当事人签字或者签章，并加盖行政复议机关印章，即具有法律效力。'),
    signatures('申请人（签字或者签章）', '被申请人（签章）', '第三人（签字或者签章）'),
  ],
});

const settlementAgreement = paper({
  code: 'R24-SETTLEMENT',
  name: '行政复议和解协议',
  article: '复议法 2023 第74条第1款',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [applicants, respondent, act, caseNo, list('terms', '和解内容'), day('signedOn', '签订日期')],
  body: (words) => [
    p(`甲方（申请人）：${words.list('applicants').join('、')}`),
    p(`乙方（被申请人）：${words.text('respondent')}`),
    p(
      `甲方不服乙方${words.text('act')}申请行政复议（案号：${words.text('caseNo')}）。双方依照${law(74, 1)}的规定，在行政复议决定作出前自愿达成和解：`,
    ),
    ...resolved(words.list('terms')),
    p(
      '和解内容不损害国家利益、社会公共利益和他人合法权益，不违反法律、法规的强制性规定。本协议签订后，由甲方向行政复议机构撤回行政复议申请。',
    ),
    ...signedOn(`签订日期：${words.day('signedOn')}`, '甲方（签名、盖章或者按指印）', '乙方（盖章）'),
  ],
});

const withdrawalRequest = paper({
  code: 'R24-WITHDRAWAL',
  name: '撤回行政复议申请书',
  article: '复议法 2023 第15条第2款、第41条第1项、第74条第2款',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [
    text('authority', '行政复议机关'),
    applicants,
    respondent,
    act,
    caseNo,
    longText('reason', '撤回的理由'),
    day('signedOn', '日期'),
  ],
  body: (words) => [
    to(`${words.text('authority')}：`),
    p(
      `申请人${words.list('applicants').join('、')}不服${words.text('respondent')}${words.text('act')}申请行政复议（案号：${words.text('caseNo')}）。现因${bare(words.text('reason'))}，申请人自愿撤回行政复议申请。`,
    ),
    p(
      `申请人知悉：依照${law(74, 2)}的规定，准予撤回、终止行政复议后，不得再以同一事实和理由提出行政复议申请，但是能够证明撤回违背真实意愿的除外。`,
    ),
    ...signedOn(`日期：${words.day('signedOn')}`, '全体申请人（签名、盖章或者按指印）'),
  ],
});

const withdrawalPermit = paper({
  code: 'R24-PERMIT',
  name: '准予撤回行政复议申请通知书',
  article: '复议法 2023 第41条第1项、第74条第2款',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT'],
  personal: true,
  fields: [pronoun, respondent, act, caseNo, day('withdrawnOn', '收到撤回申请的日期')],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}申请行政复议一案（案号：${words.text('caseNo')}），本机构于${words.day('withdrawnOn')}收到撤回行政复议申请的书面材料。`,
    ),
    p(`经审查，撤回申请系自愿提出。依照${law(74, 2)}的规定，准予撤回。行政复议机关将依法决定终止行政复议。`),
  ],
});

const TERMINATION = {
  name: '行政复议终止决定书',
  manner: 'AUTHORITY',
  series: 'rc-termination',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
} as const;

const termination = paper({
  ...TERMINATION,
  code: 'R24-TERMINATION',
  article: '复议法 2023 第41条第1项、第74条第2款',
  relief: 'WITHDRAWN',
  fields: [...CASE, day('withdrawnOn', '收到撤回申请的日期'), maybe(longText('settlement', '和解情况'))],
  body: (words) => [
    p(
      `${theCase(words)}，审理期间${words.maybe('settlement', (told) => `当事人自愿达成和解：${sentence(told)}`).join('')}申请人于${words.day('withdrawnOn')}撤回行政复议申请，经审查准予撤回。`,
    ),
    p(`根据${law(41)}第一项、第七十四条第二款的规定，本机关决定：终止行政复议。`),
  ],
});

/** By their item of 第四十一条; the first is withdrawal. */
const OTHER_GROUNDS = {
  T2: '作为申请人的公民死亡，没有近亲属或者其近亲属放弃行政复议权利',
  T3: '作为申请人的法人或者其他组织终止，没有权利义务承受人或者其权利义务承受人放弃行政复议权利',
  T4: '申请人因同一违法行为涉嫌犯罪，被采取刑事强制措施',
  T5: '行政复议中止满六十日，中止的原因仍未消除',
} as const;

const otherTermination = paper({
  ...TERMINATION,
  code: 'R24-TERMINATION-OTHER',
  article: '复议法 2023 第41条第2项至第5项',
  fields: [...CASE, choice('terminationGround', '终止的情形', OTHER_GROUNDS), longText('explanation', '具体情况')],
  body: (words) => [
    p(`${theCase(words)}，审理期间出现下列情况：${sentence(words.text('explanation'))}`),
    p(`上述情况属于“${words.label('terminationGround', OTHER_GROUNDS)}”的情形。`),
    p(
      `根据${law(41)}第${words.label('terminationGround', { T2: '二', T3: '三', T4: '四', T5: '五' })}项的规定，本机关决定：终止行政复议。`,
    ),
  ],
});

export const SETTLEMENT_PAPERS = [
  mediationPaper,
  settlementAgreement,
  withdrawalRequest,
  withdrawalPermit,
  termination,
  otherTermination,
];
