import {
  applicants,
  caseNo,
  choice,
  contact,
  contactLine,
  day,
  list,
  longText,
  numbered,
  p,
  paragraphs,
  parties,
  pronoun,
  respondent,
  sentence,
  text,
  when,
  type Words,
  you,
} from '@app/documents';
import { acceptedOn, act, against, CASE, receivedOn, theCase, yourMatter } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';
import { SIMPLIFIED_GROUNDS, TRACKS } from '../../domain/facts.js';
import { conditionItems, conditionNames, failed, lacksJurisdiction } from './conditions.js';

const MATTER = [pronoun, respondent, act, caseNo] as const;

const refusal = paper({
  code: 'R05',
  name: '不予受理行政复议申请决定书',
  article: '复议法 2023 第30条第2款',
  manner: 'AUTHORITY',
  series: 'rc-refusal',
  layout: 'DECISION',
  to: ['APPLICANT'],
  relief: 'LITIGATION_CHANGE',
  fields: [
    parties,
    applicants,
    respondent,
    act,
    receivedOn,
    failed,
    longText('reason', '不予受理的理由'),
    when(text('competentAuthority', '有管辖权的行政复议机关'), lacksJurisdiction),
  ],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    p(`${against(words)}，向本机关申请行政复议。本机关于${words.day('receivedOn')}收到申请，已依法审查完毕。`),
    p(`经审查，该申请不符合下列受理条件：${conditionNames(words.list('failed'))}。理由如下：`),
    ...paragraphs(words.lines('reason')),
    p(`根据${law(30, 1)}${conditionItems(words.list('failed'))}和第二款的规定，本机关决定：不予受理该行政复议申请。`),
    ...words
      .maybe(
        'competentAuthority',
        (name) => `对上述行政行为不服的，有管辖权的行政复议机关为${name}，申请人可以向其申请行政复议。`,
      )
      .map(p),
  ],
});

const acceptanceBody = (words: Words) => [
  p(
    `请依法行使权利、履行义务，详见所附《行政复议权利义务告知书》。行政复议不收取任何费用。送达地址、联系方式发生变化的，请及时书面告知。`,
  ),
  p(contactLine(words)),
];

const ACCEPTANCE = {
  name: '行政复议申请受理通知书',
  manner: 'INSTITUTION',
  signers: ['institution_head', 'authority_head'],
  series: 'rc-acceptance',
  layout: 'NOTICE',
  to: ['APPLICANT'],
  personal: true,
} as const;

const acceptance = paper({
  ...ACCEPTANCE,
  code: 'R06',
  article: '复议法 2023 第30条第1款',
  fields: [...MATTER, receivedOn, acceptedOn, contact],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}提出的行政复议申请，本机关于${words.day('receivedOn')}收到。经审查，该申请符合${law(30, 1)}规定的受理条件，本机关决定自${words.day('acceptedOn')}起予以受理，案号为${words.text('caseNo')}。`,
    ),
    ...acceptanceBody(words),
  ],
});

const deemedAcceptance = paper({
  ...ACCEPTANCE,
  code: 'R06-DEEMED',
  article: '复议法 2023 第30条第3款',
  fields: [...MATTER, receivedOn, acceptedOn, contact],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}提出的行政复议申请，本机关于${words.day('receivedOn')}收到。审查期限届满，本机关未作出不予受理决定。依照${law(30, 3)}的规定，该申请自审查期限届满之日即${words.day('acceptedOn')}起视为受理，案号为${words.text('caseNo')}，现补发通知。`,
    ),
    ...acceptanceBody(words),
  ],
});

const trackNotice = paper({
  code: 'R06-TRACK',
  name: '行政复议审理人员及适用程序告知书',
  article: '复议法 2023 第36条第1款、第53条；实施条例 2026 第39条',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
  fields: [
    ...CASE,
    acceptedOn,
    choice('track', '适用的程序', TRACKS),
    when(choice('simplifiedGround', '适用简易程序的情形', SIMPLIFIED_GROUNDS), (data) => data.track === 'SIMPLIFIED'),
    list('officers', '审理人员'),
    day('decideBy', '审理期限届满日'),
  ],
  body: (words) => {
    const simplified = words.is('track', 'SIMPLIFIED');
    const ground = simplified ? words.label('simplifiedGround', SIMPLIFIED_GROUNDS) : '';
    return [
      p(`${theCase(words)}，本机关已于${words.day('acceptedOn')}受理。`),
      p(
        `依照${law(36, 1)}、${regulation(39)}的规定，指定${words.list('officers').join('、')}为本案行政复议人员。当事人认为上述人员与本案有利害关系或者有其他可能影响公正审理的情形的，可以申请其回避。`,
      ),
      p(
        simplified
          ? `本案${ground}，依照${law(53)}的规定适用简易程序审理，自受理之日起三十日内作出行政复议决定。`
          : `本案适用${words.label('track', TRACKS)}审理，依照${law(62, 1)}的规定，自受理之日起六十日内作出行政复议决定。`,
      ),
      p(`本案审理期限至${words.day('decideBy')}届满，依法中止、延长或者扣除期间的，另行告知。`),
    ];
  },
});

const notHandled = paper({
  code: 'R30-NOT-HANDLED',
  name: '行政复议申请不再处理告知书',
  article: '实施条例 2026 第37条第2款',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT'],
  personal: true,
  fields: [
    ...MATTER,
    receivedOn,
    text('earlierNumber', '此前行政复议的案号'),
    text('earlierOutcome', '此前的处理结果'),
  ],
  body: (words) => [
    p(
      `${you(words)}${yourMatter(words)}再次提出的行政复议申请，本机关于${words.day('receivedOn')}收到（收件编号：${words.text('caseNo')}）。`,
    ),
    p(
      `经查，${you(words)}此前已就同一事项申请行政复议（${words.text('earlierNumber')}），处理结果为：${sentence(words.text('earlierOutcome'))}本次申请没有提出新的事实和理由。依照${regulation(37, 2)}的规定，本机关对该申请不再处理，有关情况已记录在案。`,
    ),
  ],
});

/** The rights and duties that go with the notice of acceptance. */
const RIGHTS = [
  `委托代理：可以委托一至二名代理人，提交载明委托事项、权限和期限的授权委托书及双方身份证明（第十七条）；符合条件的可以申请法律援助（第十八条）`,
  `申请回避：认为行政复议人员与本案有利害关系或者有其他可能影响公正审理的情形的，可以申请其回避`,
  `查阅复制：可以查阅、复制被申请人提出的书面答复、证据、依据和其他有关材料，依法不予公开的除外（第四十七条）`,
  `陈述意见、补充材料：适用普通程序的，行政复议机构当面或者通过互联网、电话等方式听取意见（第四十九条）；可以提交与案件有关的证据`,
  `请求听证：可以请求组织听证（第五十条）；无正当理由拒不参加听证的，视为放弃听证权利（第五十一条）`,
  `申请停止执行：行政复议期间行政行为不停止执行，认为需要停止执行的可以提出申请（第四十二条）`,
  `附带审查：认为行政行为所依据的规范性文件不合法的，可以一并提出附带审查申请（第十三条）`,
  `行政赔偿：可以一并提出行政赔偿请求（第七十二条），并提供受到损害的证据（第四十四条）`,
  `调解、和解：可以自愿进行调解（第五条、第七十三条），也可以自愿达成和解并撤回行政复议申请（第七十四条）`,
  `撤回申请：可以撤回行政复议申请；经准予撤回、终止行政复议的，不得再以同一事实和理由申请，但能够证明撤回违背真实意愿的除外（第七十四条）`,
  `在行政复议期间，不得就同一行政行为向人民法院提起行政诉讼（第二十九条）`,
  `如实陈述、提供真实证据，配合调查取证，遵守审理秩序（第四十五条、第八十四条）`,
  `履行发生法律效力的行政复议决定书、调解书；逾期不起诉又不履行的，依法强制执行（第七十八条）`,
  `如实填写《送达地址确认书》；地址或者联系方式变更未告知的，按照已确认的地址送达视为有效送达`,
];

const rightsAndDuties = paper({
  code: 'R30-RIGHTS',
  name: '行政复议权利义务告知书',
  article: '复议法 2023 第13条、第17条、第29条、第42条、第47条、第50条、第72条至第74条、第78条、第87条',
  // It goes with another paper, under whose number and seal it stands.
  manner: 'RECORD',
  served: true,
  layout: 'NOTICE',
  to: ['APPLICANT', 'THIRD_PARTY'],
  personal: true,
  fields: [pronoun, caseNo],
  body: (words) => [
    p(
      `在参加行政复议（案号：${words.text('caseNo')}）过程中，${you(words)}依照《中华人民共和国行政复议法》享有下列权利，承担下列义务：`,
    ),
    ...numbered(RIGHTS),
    p('行政复议机关受理行政复议申请，不收取任何费用（第八十七条）。'),
  ],
});

export const OUTCOME_PAPERS = [refusal, acceptance, deemedAcceptance, trackNotice, notHandled, rightsAndDuties];
