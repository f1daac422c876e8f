import { ANNOUNCEMENT_DAYS, type ClockRule } from '@app/deadlines';

/** Periods of service. Each runs on the case and concerns one delivery. */
export const SERVICE_CLOCKS: readonly ClockRule[] = [
  {
    code: 'SV_RETRY',
    name: '重新送达期限',
    amount: 3,
    unit: 'working-day',
    roll: false,
    startsOn: '登记送达失败之日',
    responsible: 'case_handler',
    article: '民诉法 2023 第87条至第95条 [L]',
    effect: '逾期提醒',
    setting: 'service.retry.working-days',
  },
  {
    code: 'SV_ANNOUNCE',
    name: '公告送达期间',
    amount: ANNOUNCEMENT_DAYS,
    unit: 'calendar-day',
    roll: false,
    startsOn: '最后张贴或者刊登公告之日',
    responsible: 'case_handler',
    article: '民诉法 2023 第95条',
    effect: '期间届满视为送达，由系统登记',
  },
  {
    code: 'SV_ELECTRONIC',
    name: '电子送达确认期限',
    amount: 1,
    unit: 'working-day',
    roll: false,
    startsOn: '系统显示发送成功之日',
    responsible: 'case_handler',
    article: '民诉法 2023 第90条；民诉解释 第135条 [L]',
    effect: '受送达人未确认的，由系统按发送成功之日登记送达',
    setting: 'service.electronic.working-days',
  },
];
