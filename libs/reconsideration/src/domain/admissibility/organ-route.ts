import { computePeriod, type WorkingCalendar } from '@app/deadlines';
import type { CalendarDate } from '@app/kernel';
import { fails, met, open, type AdmissibilityRule } from './rule.js';

/** Working days in which the penalty organ must forward the application, or correct itself (复议法 2023 第32条). */
export const FORWARD_DAYS = 5;

/** The last day to forward, or to correct, an application handed over on `from`. */
export function forwardBy(calendar: WorkingCalendar, from: CalendarDate): CalendarDate {
  return computePeriod(calendar, { from, amount: FORWARD_DAYS, unit: 'working-day', roll: false }).due;
}

/** Only penalties made on the spot or on electronic monitoring may be contested through the organ; else its receipt is no filing. */
const allowed: AdmissibilityRule = {
  code: 'OS-1',
  condition: 'IN_TIME',
  article: '复议法 2023 第32条第1款',
  facts: ['filing', 'stated.organRoute'],
  applies: ({ filing }) => filing.method === 'FORWARDED',
  judge({ stated }) {
    if (stated.organRoute === undefined)
      return open('未查明处罚的作出方式', '请填写处罚是当场作出还是依据电子技术监控记录。');
    return stated.organRoute.manner === 'OTHER'
      ? open('该处罚不适用通过处罚机关提交', '以本机关收到之日为申请之日，请更正提交方式后重新判断。')
      : met('可以通过作出处罚决定的行政机关提交');
  },
};

const forwarded: AdmissibilityRule = {
  code: 'OS-2',
  condition: null,
  article: '复议法 2023 第32条第2款；实施条例 2026 第38条',
  facts: ['filing'],
  applies: ({ filing, stated }) => filing.method === 'FORWARDED' && stated.organRoute?.correctedOn === undefined,
  judge({ filing }, calendar) {
    const dueOn = forwardBy(calendar, filing.filedOn);
    return filing.receivedOn <= dueOn
      ? met(`在${dueOn}前转送`, { dueOn })
      : fails(`应当在${dueOn}前转送，逾期转送`, '督促处罚机关依法转送，必要时制发意见书。', { dueOn });
  },
};

const corrected: AdmissibilityRule = {
  code: 'OS-3',
  condition: null,
  article: '实施条例 2026 第38条',
  facts: ['filing', 'stated.organRoute'],
  applies: ({ stated }) => stated.organRoute?.correctedOn !== undefined,
  judge({ filing, stated }, calendar) {
    const dueOn = forwardBy(calendar, filing.filedOn);
    return stated.organRoute!.correctedOn! <= dueOn
      ? met(`处罚机关在${dueOn}前自行纠正并告知`, { dueOn })
      : fails(`应当在${dueOn}前自行纠正，逾期纠正`, '督促处罚机关依法办理。', { dueOn });
  },
};

const insisted: AdmissibilityRule = {
  code: 'OS-4',
  condition: null,
  article: '实施条例 2026 第38条',
  facts: ['filing', 'stated.organRoute'],
  applies: ({ stated }) => stated.organRoute?.correctedOn !== undefined,
  judge({ filing, stated }) {
    const told = stated.organRoute!.insistedToldOn;
    if (told === undefined) return open('未查明申请人是否坚持申请', '申请人坚持申请的，由处罚机关告知其复议机关。');
    return told < filing.filedOn
      ? fails('告知之日早于提交之日', '请核对日期。')
      : met(`${filing.filedOn}至${told}不计入申请期限`);
  },
};

/** OS-1 to OS-4: through the organ that imposed the penalty. */
export const ORGAN_ROUTE_RULES: readonly AdmissibilityRule[] = [allowed, forwarded, corrected, insisted];
