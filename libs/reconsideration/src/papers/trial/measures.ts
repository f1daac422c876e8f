import {
  applicants,
  bare,
  caseNo,
  choice,
  contact,
  contactLine,
  day,
  list,
  longText,
  numbered,
  p,
  pronoun,
  respondent,
  sentence,
  text,
  you,
} from '@app/documents';
import { act, CASE, theCase, yourMatter } from '../common.js';
import { law, regulation } from '../law.js';
import { paper } from '../manners.js';

const MATTER = [applicants, respondent, act, caseNo] as const;
const NOTICE_TO_ALL = {
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['APPLICANT', 'RESPONDENT', 'THIRD_PARTY'],
} as const;

const thirdPartyRefused = paper({
  code: 'R08-REFUSED',
  name: '不准予参加行政复议告知书',
  article: '复议法 2023 第16条第1款',
  manner: 'INSTITUTION',
  series: 'rc-notice',
  layout: 'NOTICE',
  to: ['THIRD_PARTY'],
  fields: [pronoun, respondent, act, caseNo, longText('reason', '与案件没有利害关系的理由')],
  body: (words) => [
    p(
      `${you(words)}申请作为第三人参加${yourMatter(words)}的行政复议案件（案号：${words.text('caseNo')}）。经审查：${sentence(words.text('reason'))}`,
    ),
    p(
      `${you(words)}同被申请行政复议的行政行为以及案件处理结果没有利害关系，不符合${law(16, 1)}的规定，不准予参加行政复议。`,
    ),
  ],
});

const resumptionOfExecution = paper({
  ...NOTICE_TO_ALL,
  code: 'R13-RESUMED',
  name: '恢复执行通知书',
  article: '复议法 2023 第42条',
  manner: 'AUTHORITY',
  series: 'rc-stay',
  fields: [
    ...CASE,
    day('stayedFrom', '停止执行的起始日期'),
    longText('reason', '恢复执行的理由'),
    day('executedFrom', '恢复执行的日期'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}，本机关自${words.day('stayedFrom')}起停止执行被申请行政复议的行政行为。现停止执行的情形已经消除：${sentence(words.text('reason'))}`,
    ),
    p(`依照${law(42)}的规定，本机关决定自${words.day('executedFrom')}起恢复执行。`),
  ],
});

const joinder = paper({
  ...NOTICE_TO_ALL,
  code: 'R30-JOINDER',
  name: '合并审理通知书',
  article: '实施条例 2026 第43条',
  fields: [...CASE, list('joined', '合并审理的其他案件'), longText('reason', '合并审理的理由')],
  body: (words) => [
    p(`${theCase(words)}与下列案件因同一行政行为或者同类行政行为发生：`),
    ...numbered(words.list('joined')),
    p(`${sentence(words.text('reason'))}依照${regulation(43)}的规定，决定合并审理，可以合并作出行政复议决定。`),
  ],
});

const severance = paper({
  ...NOTICE_TO_ALL,
  code: 'R30-SEVERANCE',
  name: '分案审理通知书',
  article: '实施条例 2026 第43条',
  fields: [...CASE, list('joined', '原合并审理的其他案件'), longText('reason', '分案审理的理由')],
  body: (words) => [
    p(`${theCase(words)}，原与下列案件依照${regulation(43)}的规定合并审理：`),
    ...numbered(words.list('joined')),
    p(`${sentence(words.text('reason'))}不再适宜合并审理，决定分案审理，分别作出行政复议决定。`),
  ],
});

const inspectionNotice = paper({
  ...NOTICE_TO_ALL,
  code: 'R30-INSPECTION',
  name: '现场勘验通知书',
  article: '复议法 2023 第45条；实施条例 2026 第45条',
  fields: [...CASE, text('time', '勘验时间'), text('place', '勘验地点'), list('matters', '勘验事项'), contact],
  body: (words) => [
    p(
      `${theCase(words)}，审理中需要现场勘验。依照${law(45)}、${regulation(45)}的规定，定于${words.text('time')}在${words.text('place')}就下列事项进行勘验：`,
    ),
    ...numbered(words.list('matters')),
    p('请派员到场并予以配合。拒不到场的，不影响勘验的进行。现场勘验所用时间不计入行政复议审理期限。'),
    p(contactLine(words)),
  ],
});

/** 条例 2026 第40条第1款. */
const UPLIFT_GROUNDS = {
  PUBLIC_INTEREST: '涉及重大社会公共利益或者有重大影响',
  NEW_TYPE: '属于新类型案件，且案情重大、疑难、复杂',
  GUIDANCE: '具有法律适用指导意义',
  OTHER: '确有必要提级审理的其他情形',
} as const;

const upliftRequest = paper({
  code: 'R30-UPLIFT-REQUEST',
  name: '提级审理请示',
  article: '复议法 2023 第38条第2款；实施条例 2026 第40条第2款',
  manner: 'AUTHORITY',
  series: 'rc-letter',
  layout: 'LETTER',
  to: ['SUPERIOR'],
  fields: [...MATTER, choice('upliftGround', '提级审理的情形', UPLIFT_GROUNDS), longText('reason', '理由')],
  body: (words) => [
    p(
      `本机关受理的${theCase(words)}，属于“${words.label('upliftGround', UPLIFT_GROUNDS)}”的情形：${sentence(words.text('reason'))}`,
    ),
    p(
      `依照${law(38, 2)}、${regulation(40, 2)}的规定，报请贵机关决定提级审理。报请提级审理期间不计入行政复议案件办理期限。妥否，请批复。`,
    ),
  ],
});

const upliftNotice = paper({
  ...NOTICE_TO_ALL,
  code: 'R30-UPLIFT-NOTICE',
  name: '提级审理告知书',
  article: '复议法 2023 第38条；实施条例 2026 第40条第3款',
  fields: [...CASE, text('superior', '提级审理的上级行政复议机关'), day('transferredOn', '移送案件材料的日期')],
  body: (words) => [
    p(`${theCase(words)}，${words.text('superior')}决定提级审理，案件材料已于${words.day('transferredOn')}移送。`),
    p(
      `依照${regulation(40, 3)}的规定，行政复议审理期限自${words.text('superior')}收到案件材料之日起重新计算。此后有关事项请与该机关联系。`,
    ),
  ],
});

const hearingChange = paper({
  ...NOTICE_TO_ALL,
  code: 'R10-CHANGE',
  name: '变更听证通知书',
  article: '复议法 2023 第51条第1款',
  series: 'rc-hearing',
  fields: [
    ...CASE,
    text('formerTime', '原听证时间'),
    longText('reason', '变更的理由'),
    text('time', '变更后的时间'),
    text('place', '变更后的地点'),
  ],
  body: (words) => [
    p(
      `${theCase(words)}，原定于${words.text('formerTime')}举行听证。现因${bare(words.text('reason'))}，不能如期举行。`,
    ),
    p(
      `依照${law(51, 1)}的规定，听证改于${words.text('time')}在${words.text('place')}举行，拟听证事项不变。请按时参加。`,
    ),
  ],
});

const hearingCancelled = paper({
  ...NOTICE_TO_ALL,
  code: 'R10-CANCEL',
  name: '取消听证通知书',
  article: '复议法 2023 第50条第2款',
  series: 'rc-hearing',
  fields: [...CASE, text('formerTime', '原听证时间'), longText('reason', '取消的理由')],
  body: (words) => [
    p(`${theCase(words)}，原依照${law(50)}的规定定于${words.text('formerTime')}举行听证。`),
    p(`现因${bare(words.text('reason'))}，本机构决定取消该次听证，案件继续审理。`),
  ],
});

export const MEASURE_PAPERS = [
  thirdPartyRefused,
  resumptionOfExecution,
  joinder,
  severance,
  inspectionNotice,
  upliftRequest,
  upliftNotice,
  hearingChange,
  hearingCancelled,
];
