import type { ClockRule } from '@app/deadlines';
import { AFTER_CLOCKS } from './after/time-limits.js';
import { LAW_2023_FROM } from './law-version.js';
import { TOPIC_CLOCKS } from './trial/time-limits.js';

const FROM = { from: LAW_2023_FROM } as const;

const INTAKE: readonly ClockRule[] = [
  {
    ...FROM,
    code: 'RC_REVIEW',
    name: '受理审查期限',
    amount: 5,
    unit: 'working-day',
    roll: false,
    startsOn: '收到行政复议申请（或者补正材料）之日',
    responsible: 'intake_officer',
    article: '复议法 2023 第30条',
    effect: '逾期未作出不予受理决定的，审查期限届满之日起视为受理',
    onExpiry: 'accept-deemed',
  },
  {
    ...FROM,
    code: 'RC_CORRECT',
    name: '补正期限',
    amount: 10,
    unit: 'working-day',
    roll: false,
    startsOn: '收到补正通知之日',
    responsible: 'applicant',
    article: '复议法 2023 第31条第2款',
    effect: '无正当理由逾期不补正的，视为放弃行政复议申请',
    onExpiry: 'lapse-correction',
    maxExtensions: 1,
    maxExtensionDays: 30,
  },
];

const COPY = {
  ...FROM,
  code: 'RC_COPY',
  name: '发送申请书副本期限',
  unit: 'working-day',
  roll: false,
  startsOn: '受理之日',
  responsible: 'case_handler',
  effect: '逾期提醒',
} as const satisfies Partial<ClockRule>;

const REPLY = {
  ...FROM,
  code: 'RC_REPLY',
  name: '被申请人答复期限',
  unit: 'working-day',
  roll: false,
  startsOn: '被申请人收到申请书副本之日',
  responsible: 'respondent_organ',
  effect: '逾期未提出书面答复、提交证据的，视为行政行为没有证据、依据',
  onExpiry: 'default-reply',
} as const satisfies Partial<ClockRule>;

const DECIDE = {
  ...FROM,
  code: 'RC_DECIDE',
  name: '复议审理期限',
  unit: 'calendar-day',
  roll: true,
  startsOn: '受理之日',
  responsible: 'case_handler',
  effect: '逾期仍可作出决定；申请人可以依法提起行政诉讼或者反映',
} as const satisfies Partial<ClockRule>;

const TRIAL: readonly ClockRule[] = [
  { ...COPY, amount: 7, article: '复议法 2023 第48条' },
  { ...COPY, variant: 'SIMPLIFIED', amount: 3, article: '复议法 2023 第54条第1款' },
  { ...REPLY, amount: 10, article: '复议法 2023 第48条' },
  { ...REPLY, variant: 'SIMPLIFIED', amount: 5, article: '复议法 2023 第54条第1款' },
  { ...DECIDE, amount: 60, article: '复议法 2023 第62条第1款', maxExtensions: 1, maxExtensionDays: 30 },
  { ...DECIDE, variant: 'SIMPLIFIED', amount: 30, article: '复议法 2023 第62条第2款' },
  {
    ...FROM,
    code: 'RC_SUSP_TERM',
    name: '中止满60日期限',
    amount: 60,
    unit: 'calendar-day',
    roll: true,
    startsOn: '中止之日',
    responsible: 'case_handler',
    article: '复议法 2023 第41条第5项',
    effect: '中止原因仍未消除的，终止行政复议',
  },
];

const AFTERWARDS: readonly ClockRule[] = [
  {
    code: 'RC_SUE',
    name: '起诉期限',
    amount: 15,
    unit: 'calendar-day',
    roll: true,
    startsOn: '收到复议决定书或者不予受理决定书之日',
    responsible: 'applicant',
    article: '复议法 2023 第34条；行诉法 第45条',
    effect: '逾期不起诉又不履行的，可以强制执行',
  },
  {
    ...FROM,
    code: 'RC_REMAKE',
    name: '重新作出行政行为期限',
    amount: 60,
    unit: 'calendar-day',
    roll: true,
    startsOn: '被申请人收到复议决定书之日',
    responsible: 'respondent_organ',
    article: '实施条例 2026 第58条第1款',
    effect: '逾期不重新作出的，责令限期履行，可以约谈、通报批评',
  },
  {
    ...FROM,
    code: 'RC_PERFORM',
    name: '决定书确定的履行期限',
    amount: 60,
    unit: 'calendar-day',
    roll: true,
    startsOn: '被申请人收到复议决定书之日',
    responsible: 'respondent_organ',
    article: '复议法 2023 第66条、第77条',
    effect: '逾期不履行的，责令限期履行，可以约谈、通报批评',
  },
];

/**
 * Time limits of a reconsideration. In the law, periods of 3, 5, 7 and 10 days are working days (复议法 2023 第88条第2款);
 * all others are calendar days. The notice of correction has no clock of its own: it must be sent within RC_REVIEW.
 * The periods to apply run on the dispute from its registration and are not here.
 */
export const RECONSIDERATION_CLOCKS: readonly ClockRule[] = [
  ...INTAKE,
  ...TRIAL,
  ...TOPIC_CLOCKS,
  ...AFTERWARDS,
  ...AFTER_CLOCKS,
];
