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
  paragraphs,
  pronoun,
  sentence,
  signedOn,
  text,
  to,
  when,
  you,
} from '@app/documents';
import { SOURCES, STAGES, TERMINATION_REASONS } from '../../domain/facts.js';
import {
  acceptedOn,
  CASE,
  caseForm,
  committee,
  dispute,
  mediators,
  others,
  parties,
  periods,
  runningPeriods,
  source,
  stage,
  theCase,
  theDispute,
  we,
} from '../common.js';
import { invitedMediation, litigationAct, onlineMediation, peoplesMediation, reconsiderationAct } from '../law.js';
import { paper, RESULT_READERS } from '../manners.js';

const SIDES = ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'] as const;

/** Where else the dispute may be brought. The days are those of its own clocks; where none runs, the law's periods. */
const REMEDIES = [
  `不服行政行为的，可以依照${reconsiderationAct(20)}的规定，自知道或者应当知道该行政行为之日起六十日内申请行政复议`,
  `可以依照${litigationAct(46)}的规定，自知道或者应当知道作出行政行为之日起六个月内向人民法院提起行政诉讼；经过行政复议的，依照该法第四十五条的规定自收到复议决定书之日起十五日内提起`,
  '属于民事争议的，可以依法申请仲裁或者向人民法院提起民事诉讼',
];

const reason = choice('terminationReason', '终止的情形', TERMINATION_REASONS);

const termination = paper({
  code: 'M31',
  name: '终止调解书',
  article: '特邀调解规定 第26条；在线调解规则 第25条；人民调解法 第26条',
  manner: 'COMMITTEE',
  readers: RESULT_READERS,
  series: 'md-termination',
  layout: 'DECISION',
  to: SIDES,
  fields: [committee, parties, applicants, others, dispute, caseNo, reason, maybe(periods)],
  body: (words) => [
    ...paragraphs(words.list('parties').map(sentence)),
    p(`${theCase(words)}，经各方当事人同意，由${we(words)}组织调解。`),
    p(
      `现因${words.label('terminationReason', TERMINATION_REASONS)}，依照${invitedMediation(26)}、${onlineMediation(25)}的规定，终止调解。`,
    ),
    p('调解终止后，当事人可以通过下列途径依法维护自己的权利：'),
    ...numbered(REMEDIES),
    ...runningPeriods(words),
    p('当事人在调解中为达成协议作出的让步或者承诺，未经同意不得在其后的程序中作为对其不利的根据。'),
  ],
});

/** Only what may pass the wall: the report, and facts that all confirmed and agreed to pass on. */
const report = paper({
  code: 'M32',
  name: '移送（反馈）函',
  article: '特邀调解规定 第21条、第26条；人民调解法 第26条',
  manner: 'REPORT',
  series: 'md-letter',
  layout: 'LETTER',
  to: ['COURT', 'OTHER_ORGAN'],
  fields: [
    applicants,
    others,
    dispute,
    caseNo,
    maybe(text('letterNumber', '来函文号')),
    maybe(text('courtCaseNumber', '原案号')),
    longText('report', '调解结果'),
    maybe(list('undisputed', '各方确认并同意移送的无争议事实')),
    list('materials', '随函移送的材料'),
    contact,
  ],
  body: (words) => [
    p(
      `你单位移送的${theDispute(words)}${words.maybe('letterNumber', (no) => `（来函：${no}）`).join('')}${words.maybe('courtCaseNumber', (no) => `（${no}）`).join('')}，本中心已调解终结（案号：${words.text('caseNo')}）。依照${invitedMediation(26)}的规定，现将结果反馈如下：`,
    ),
    ...paragraphs(words.lines('report')),
    ...(words.has('undisputed')
      ? [p('下列事实经各方当事人共同确认没有争议，并同意移送：'), ...numbered(words.list('undisputed'))]
      : []),
    p('随函移送下列材料：'),
    ...numbered(words.list('materials')),
    p('调解过程和当事人为达成协议作出的让步，依法保密，不予移送。'),
    p(contactLine(words)),
  ],
});

const remedies = paper({
  code: 'M33',
  name: '救济途径告知书',
  article: '人民调解法 第26条；复议法 2023 第20条；行政诉讼法 第45条、第46条',
  manner: 'CENTRE',
  readers: RESULT_READERS,
  series: 'md-notice',
  layout: 'NOTICE',
  to: ['APPLICANT', 'THIRD_PARTY'],
  personal: true,
  fields: [...CASE, pronoun, maybe(periods), contact],
  body: (words) => [
    p(
      `${theCase(words)}调解未成。依照${peoplesMediation(26)}的规定，告知${you(words)}可以通过下列途径依法维护自己的权利：`,
    ),
    ...numbered(REMEDIES),
    ...runningPeriods(words),
    p(`期限届满，可能丧失相应的权利，请${you(words)}及时行使。需要帮助的，可以向区公共法律服务中心申请法律援助。`),
    p(contactLine(words)),
  ],
});

const RESULTS = {
  CLOSED_SUCCESS: '调解成功，协议已履行',
  AGREED: '达成协议，依法转入相应程序',
  WITHDRAWN: '和解，撤回申请',
  TERMINATED: '终止调解',
  RETURNED: '退回移送单位',
  REJECTED: '不予接收',
} as const;

const closingForm = paper({
  code: 'M34',
  name: '行政争议调解结案审批表',
  article: '中心工作惯例 [L]',
  manner: 'INTERNAL',
  layout: 'FORM',
  fields: [
    ...CASE,
    source,
    stage,
    acceptedOn,
    committee,
    mediators,
    choice('result', '调解结果', RESULTS),
    when(reason, (data) => data['result'] === 'TERMINATED'),
    maybe(longText('performed', '协议履行和回访情况')),
    longText('officerOpinion', '承办人意见'),
  ],
  body: (words) => [
    caseForm(
      words,
      ['案件来源', words.label('source', SOURCES)],
      ['调解阶段', words.label('stage', STAGES)],
      ['受理日期', words.day('acceptedOn')],
      ['调解组织', words.has('committee') ? words.text('committee') : '调解中心'],
      ['调解员', words.list('mediators').join('、')],
      ['调解结果', words.label('result', RESULTS)],
      ...(words.is('result', 'TERMINATED')
        ? [['终止的情形', words.label('terminationReason', TERMINATION_REASONS)] as const]
        : []),
      ['协议履行和回访情况', words.maybe('performed', String).join('')],
      ['承办人意见', words.text('officerOpinion')],
      ['调解机构意见', OPINION_SPACE],
      ['调解机关意见', OPINION_SPACE],
    ),
  ],
});

const withdrawal = paper({
  code: 'M35',
  name: '撤回调解申请书',
  article: '特邀调解规定 第26条；人民调解法 第23条',
  manner: 'PARTY',
  layout: 'RECORD',
  fields: [text('centre', '调解机构'), ...CASE, longText('reason', '撤回的理由'), day('signedOn', '日期')],
  body: (words) => [
    to(`${words.text('centre')}：`),
    p(`${theCase(words)}正在调解。现自愿撤回调解申请（撤回对调解的同意），理由如下：`),
    ...paragraphs(words.lines('reason')),
    p('本人知悉调解期间法定的申请、起诉期限照常计算，撤回后将依法自行选择解决争议的途径。'),
    ...signedOn(`日期：${words.day('signedOn')}`, '申请人（签名、盖章或者按指印）'),
  ],
});

export const CLOSING_PAPERS = [termination, report, remedies, closingForm, withdrawal];
