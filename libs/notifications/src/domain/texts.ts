import { type CalendarDate, inChinese } from '@app/kernel';

/** Facts of a running clock, as its reminders word them. */
export interface ClockFacts {
  /** Number of the case or dispute, 余政复〔2026〕12号. */
  readonly number: string;
  readonly ruleName: string;
  readonly article: string;
  readonly dueOn: CalendarDate;
  /** Working days from today until the due day; negative once it has passed. */
  readonly remaining: number;
  /** The due day was counted over a year whose holidays are not published yet. */
  readonly provisional: boolean;
  /** Sent to a superior, because it is (nearly) too late. */
  readonly escalation: boolean;
}

export interface Text {
  readonly title: string;
  readonly body: string;
}

interface FactsOf {
  'clock-near': ClockFacts;
  'clock-due': ClockFacts;
  'clock-overdue': ClockFacts;
  'portal-request': { readonly number: string; readonly request: string };
  'liaison-thread': { readonly number: string };
  'liaison-digest': { readonly overdue: number; readonly thisWeek: number; readonly later: number };
  'delivery-failed': { readonly channel: string; readonly code: string };
  /** `lines`: how many of each check. */
  'integrity-found': { readonly fresh: number; readonly open: number; readonly lines: string };
}

export type NotificationKind = keyof FactsOf;

/** Kind of message → its words. Facts hold no personal data, so no text can. */
const TEXTS: { readonly [K in NotificationKind]: (facts: FactsOf[K]) => Text } = {
  'clock-near': (f) => ({
    title: `${f.number} ${f.ruleName}还剩${f.remaining}个工作日`,
    body: `${rule(f)}将于${due(f)}届满，还剩${f.remaining}个工作日，请及时办理。`,
  }),
  'clock-due': (f) => ({
    title: `${headed(f)}${f.number} ${f.ruleName}今日届满`,
    body: `${rule(f)}于今日（${due(f)}）届满，请在今日内办结。`,
  }),
  'clock-overdue': (f) => ({
    title: `${headed(f)}${f.number} ${f.ruleName}已超期`,
    body: `${rule(f)}已于${due(f)}届满，超期${Math.abs(f.remaining)}个工作日，请立即办理并说明原因。`,
  }),
  'portal-request': (f) => ({
    title: `${f.number} 申请人${f.request}`,
    body: `${f.number}的申请人通过网上渠道${f.request}，请及时查看办理。`,
  }),
  'liaison-thread': (f) => ({
    title: `${f.number} 有新的交办、协办往来`,
    body: `${f.number}的交办、协办事项有新的内容，请登录查看办理。`,
  }),
  'liaison-digest': (f) => ({
    title: `本周待办${f.overdue + f.thisWeek}项，其中已超期${f.overdue}项`,
    body: `本单位已超期${f.overdue}项，本周内到期${f.thisWeek}项，以后到期${f.later}项，请登录查看待办清单。`,
  }),
  'delivery-failed': (f) => ({
    title: `${f.channel}通知未能送达`,
    body: `有通知多次尝试后仍未能通过${f.channel}送达（错误代码 ${f.code}）。站内通知不受影响，请检查渠道设置和投递记录。`,
  }),
  'integrity-found': (f) => ({
    title: `数据核查新发现${f.fresh}项需要处理`,
    body: `夜间数据核查新发现${f.fresh}项，连同以前发现的共${f.open}项待您处理：${f.lines}。请在“数据核查”中逐项查看。`,
  }),
};

export const NOTIFICATION_KINDS = Object.keys(TEXTS) as NotificationKind[];

/** Title and body of a message. */
export function textOf<K extends NotificationKind>(kind: K, facts: FactsOf[K]): Text {
  return TEXTS[kind](facts);
}

/** Which message a clock's reminder is on the day it is sent. */
export function clockKind(today: CalendarDate, dueOn: CalendarDate): 'clock-near' | 'clock-due' | 'clock-overdue' {
  if (today < dueOn) return 'clock-near';
  return today === dueOn ? 'clock-due' : 'clock-overdue';
}

function rule(f: ClockFacts): string {
  return `${f.number}的${f.ruleName}（${f.article}）`;
}

function due(f: ClockFacts): string {
  return f.provisional ? `${inChinese(f.dueOn)}，暂按未公布节假日推算` : inChinese(f.dueOn);
}

function headed(f: ClockFacts): string {
  return f.escalation ? '【督办】' : '';
}
