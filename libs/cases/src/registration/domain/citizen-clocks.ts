import type { CalendarDate } from '@app/kernel';
import type { ClockRule } from '@app/deadlines';

/** Periods of the citizen himself, and the office's own first one. Those of the procedures are in the procedures' tables. */
export const REGISTRATION_CLOCKS: readonly ClockRule[] = [
  {
    code: 'RC_APPLY',
    name: '行政复议申请期限',
    amount: 60,
    unit: 'calendar-day',
    roll: true,
    startsOn: '知道或者应当知道行政行为之日（未告知申请权利的，为知道或者应当知道申请权利之日）',
    responsible: 'applicant',
    article: '复议法 2023 第20条第1款、第3款',
    effect: '逾期申请且无正当理由的，不予受理',
  },
  {
    code: 'RC_APPLY_CAP',
    name: '行政复议申请最长期限（未告知权利）',
    amount: 1,
    unit: 'year',
    roll: true,
    startsOn: '知道或者应当知道行政行为内容之日',
    responsible: 'applicant',
    article: '复议法 2023 第20条第3款',
    effect: '自知道行政行为内容之日起最长一年，逾期不予受理',
  },
  ...absolute(undefined, 5, '行政行为作出之日'),
  ...absolute('REAL_ESTATE', 20, '行政行为作出之日（因不动产提出的申请）'),
  {
    code: 'LT_FILE',
    name: '行政诉讼起诉期限',
    amount: 6,
    unit: 'month',
    roll: true,
    startsOn: '知道或者应当知道作出行政行为之日',
    responsible: 'applicant',
    article: '行诉法 2017 第46条第1款',
    effect: '逾期起诉的，人民法院不予立案',
  },
  {
    code: 'DISPUTE_TRIAGE',
    name: '争议分流期限',
    amount: 3,
    unit: 'working-day',
    roll: true,
    startsOn: '收到争议之日',
    responsible: 'intake_officer',
    article: '区行政争议调解中心工作规程 [L]',
    effect: '逾期未确定办理方式的，提醒部门负责人',
    setting: 'cases.triage-days',
  },
];

function absolute(variant: string | undefined, years: number, startsOn: string): ClockRule[] {
  return [
    {
      code: 'RC_APPLY_ABS',
      name: '行政复议最长保护期限',
      amount: years,
      unit: 'year',
      roll: true,
      startsOn,
      responsible: 'applicant',
      article: '复议法 2023 第21条',
      effect: `自行政行为作出之日起超过${years}年的，不予受理`,
      ...(variant === undefined ? {} : { variant }),
    },
  ];
}

/** The rules that depend on when the act was made and known; started anew when these facts are amended. */
export const CITIZEN_RULES: readonly string[] = ['RC_APPLY', 'RC_APPLY_CAP', 'RC_APPLY_ABS', 'LT_FILE'];

export interface ActFacts {
  actOn: CalendarDate | null;
  /** The day the applicant knew of the act. */
  actKnownOn: CalendarDate | null;
  /** The day he knew of his right to apply, if he was not told of it with the act. */
  rightsKnownOn: CalendarDate | null;
  concernsRealEstate: boolean;
}

export interface ClockStart {
  rule: string;
  from: CalendarDate;
  variant?: string;
}

/** The citizen's periods that run from what is known of the act. */
export function citizenClocks(act: ActFacts): ClockStart[] {
  const clocks: ClockStart[] = [];
  if (act.actKnownOn !== null) {
    clocks.push({ rule: 'RC_APPLY', from: act.rightsKnownOn ?? act.actKnownOn });
    if (act.rightsKnownOn !== null) clocks.push({ rule: 'RC_APPLY_CAP', from: act.actKnownOn });
    clocks.push({ rule: 'LT_FILE', from: act.actKnownOn });
  }
  if (act.actOn !== null) {
    clocks.push({
      rule: 'RC_APPLY_ABS',
      from: act.actOn,
      ...(act.concernsRealEstate ? { variant: 'REAL_ESTATE' } : {}),
    });
  }
  return clocks;
}
