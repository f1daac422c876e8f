import type { ClockFact } from '@app/cases';
import type { ClockRule } from '@app/deadlines';
import type { MediationFacts } from './facts.js';

/** The longest extension of a department's mediation, in calendar days (浙江省行政调解办法 [L]). */
export const DEPARTMENT_EXTENSION_MAX = 30;

const TERM = {
  code: 'MD_TERM',
  name: '调解期限',
  unit: 'calendar-day',
  roll: true,
  startsOn: '调解员确认接受之日',
  responsible: 'mediator',
  effect: '期限届满且各方未同意延长的，终止调解',
  // 各方当事人同意延长的，不受此限: as often as all agree; the number only keeps nonsense out.
  maxExtensions: 99,
} as const satisfies Partial<ClockRule>;

/**
 * The term of mediation, by stage: rules of the court where the court refers, the ordinance in people's mediation, local
 * practice elsewhere. Each is a setting; what the law says is what it is until somebody sets it.
 */
const TERMS: readonly ClockRule[] = [
  {
    ...TERM,
    variant: 'PRE_LITIGATION',
    setting: 'mediation.term.pre-litigation',
    amount: 30,
    article: '特邀调解规定 第27条；在线调解规则 第24条',
  },
  {
    ...TERM,
    variant: 'IN_LITIGATION_ORDINARY',
    setting: 'mediation.term.in-litigation-ordinary',
    amount: 15,
    article: '特邀调解规定 第27条；在线调解规则 第24条',
  },
  {
    ...TERM,
    variant: 'IN_LITIGATION_SUMMARY',
    setting: 'mediation.term.in-litigation-summary',
    amount: 7,
    article: '特邀调解规定 第27条；在线调解规则 第24条',
  },
  {
    ...TERM,
    variant: 'IN_RECONSIDERATION',
    amount: 30,
    setting: 'mediation.term.in-reconsideration',
    article: '复议法 2023 第5条 [L]',
    effect: '期限届满的，终止调解，及时作出复议决定；调解不停止复议审理期限',
  },
  {
    ...TERM,
    variant: 'PRE_PETITION',
    amount: 60,
    setting: 'mediation.term.pre-petition',
    article: '信访工作条例 第33、34条 [L]',
    effect: '期限届满的，终止调解，转回信访程序',
  },
  {
    ...TERM,
    variant: 'DEPARTMENT',
    amount: 30,
    setting: 'mediation.term.department',
    maxExtensions: 1,
    maxExtensionDays: DEPARTMENT_EXTENSION_MAX,
    article: '浙江省行政调解办法 [L]',
  },
  {
    ...TERM,
    variant: 'PEOPLES_MEDIATION',
    setting: 'mediation.term.peoples-mediation',
    amount: 1,
    unit: 'month',
    article: '杭州市人民调解条例 第39条',
  },
];

/** From the day a session is planned to the day it is held; the step says how long that is. */
const TO_THE_DAY = {
  amount: 1,
  unit: 'calendar-day',
  roll: false,
  startsOn: '安排调解会之日（至会期）',
  article: '特邀调解规定 第14条；在线调解规则 第16条',
  remindSteps: [-3, -1, 0, 1],
} as const satisfies Partial<ClockRule>;

const PERFORM = {
  code: 'MD_PERFORM',
  name: '协议履行期限',
  amount: 30,
  unit: 'calendar-day',
  // The day agreed is the day: each obligation says its own.
  roll: false,
  startsOn: '协议生效之日（按约定日期逐项计算）',
  article: '人民调解法 第31条；民法典 第509条',
  effect: '逾期未履行的，督促履行；经司法确认的可以申请强制执行',
} as const satisfies Partial<ClockRule>;

/** What follows an agreement: confirmation by the court, performance, visits. */
const AFTER_AGREEMENT: readonly ClockRule[] = [
  {
    code: 'MD_CONFIRM',
    name: '共同申请司法确认期限',
    amount: 30,
    unit: 'calendar-day',
    roll: true,
    startsOn: '调解协议生效之日',
    responsible: 'applicant',
    article: '民诉法 2023 第205条；人民调解法 第33条第1款',
    effect: '逾期不能再共同申请司法确认，协议仍有约束力',
  },
  {
    code: 'MD_CT_ACCEPT',
    name: '法院审查受理期限',
    amount: 3,
    unit: 'calendar-day',
    roll: true,
    startsOn: '人民法院收到司法确认申请之日',
    responsible: 'centre_staff',
    article: '人民调解协议司法确认程序规定 第4条 [L]',
    effect: '供参考：逾期向人民法院了解情况',
    setting: 'mediation.court-accept-days',
  },
  {
    code: 'MD_CT_DECIDE',
    name: '法院确认审查期限',
    amount: 15,
    unit: 'calendar-day',
    roll: true,
    startsOn: '人民法院受理司法确认申请之日',
    responsible: 'centre_staff',
    article: '人民调解协议司法确认程序规定 第5条 [L]',
    effect: '供参考：经院长批准可以延长十日',
    setting: 'mediation.court-decide-days',
  },
  { ...PERFORM, variant: 'PARTY', responsible: 'applicant' },
  { ...PERFORM, variant: 'ORGAN', responsible: 'respondent_organ' },
  {
    code: 'MD_VISIT_FIRST',
    name: '首次回访期限',
    amount: 10,
    unit: 'working-day',
    roll: false,
    startsOn: '最后一项履行期限届满之日（逾期履行的，为履行完毕之日）',
    responsible: 'mediator',
    article: '杭州市人民调解条例 第45条 [L]',
    effect: '逾期提醒',
    setting: 'mediation.visit.first-working-days',
  },
  {
    code: 'MD_VISIT_SECOND',
    name: '再次回访期限',
    amount: 90,
    unit: 'calendar-day',
    roll: true,
    startsOn: '最后一项履行期限届满之日（逾期履行的，为履行完毕之日）',
    responsible: 'mediator',
    article: '杭州市人民调解条例 第45条 [L]',
    effect: '逾期提醒',
    setting: 'mediation.visit.second-days',
  },
];

/** Time limits of a mediation. Figures marked [L] are the centre's practice; what has a `setting` may be set. */
export const MEDIATION_CLOCKS: readonly ClockRule[] = [
  {
    code: 'MD_ACCEPT',
    name: '接收审查期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '收到移送材料或者调解申请之日',
    responsible: 'centre_staff',
    article: '在线调解规则 第12条',
    effect: '逾期未确认的，移送单位可以另行指定',
  },
  {
    code: 'MD_ASK_OTHER',
    name: '征询对方意见期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '中心接收之日',
    responsible: 'centre_staff',
    article: '在线调解规则 第15条',
    effect: '逾期提醒',
  },
  {
    code: 'MD_CHOOSE',
    name: '共同选定调解员期限',
    amount: 2,
    unit: 'working-day',
    roll: false,
    startsOn: '双方同意调解之日',
    responsible: 'applicant',
    article: '在线调解规则 第10条第2款',
    effect: '逾期未共同选定的，由中心指定',
  },
  {
    code: 'MD_COMMITTEE',
    name: '交办调委会期限',
    amount: 1,
    unit: 'working-day',
    roll: false,
    startsOn: '受理之日',
    responsible: 'centre_manager',
    article: '中心工作惯例 [L]',
    effect: '逾期提醒',
    setting: 'mediation.committee.working-days',
  },
  {
    code: 'MD_APPOINT',
    name: '指定调解员期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '受理之日',
    responsible: 'committee_chair',
    article: '在线调解规则 第10条第3款',
    effect: '逾期提醒',
  },
  {
    code: 'MD_RECUSAL',
    name: '回避决定期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '提出回避之日',
    responsible: 'committee_chair',
    article: '特邀调解规定 第15条 [L]',
    effect: '逾期提醒；决定前调解暂停进行',
    setting: 'mediation.recusal.working-days',
  },
  {
    ...TO_THE_DAY,
    code: 'MD_SESSION',
    name: '调解会',
    responsible: 'mediator',
    effect: '会后及时登记到场情况和笔录；逾期提醒',
  },
  {
    ...TO_THE_DAY,
    code: 'MD_ATTEND',
    name: '参加调解会',
    responsible: 'respondent_organ',
    effect: '被申请人应当派有权承诺的人员参加',
  },
  ...TERMS,
  ...AFTER_AGREEMENT,
  {
    code: 'MD_RETURN',
    name: '退回反馈期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '终止调解之日',
    responsible: 'centre_staff',
    article: '特邀调解规定 第21、26条 [L]',
    effect: '逾期提醒；移送单位的程序等待反馈',
    setting: 'mediation.return.working-days',
  },
];

/** The variant of MD_TERM for a case. A suit whose procedure is not known counts as ordinary. */
export function termVariant(facts: Pick<MediationFacts, 'stage' | 'courtProcedure'>): string {
  return facts.stage === 'IN_LITIGATION' ? `IN_LITIGATION_${facts.courtProcedure ?? 'ORDINARY'}` : facts.stage;
}

/** The running or suspended term of the case, if it has one. */
export function openTerm(facts: Pick<MediationFacts, 'clocks'>): ClockFact | undefined {
  return facts.clocks.find((c) => c.rule === 'MD_TERM' && (c.state === 'RUNNING' || c.state === 'SUSPENDED'));
}
