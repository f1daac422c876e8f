import type { SentenceOf } from '@app/cases';
import { MORE_TIME_OUTCOMES, REQUEST_KINDS, type MoreTimeOutcome, type RequestKind } from './kinds.js';

const kind = (d: Readonly<Record<string, unknown>>): string => REQUEST_KINDS[d['kind'] as RequestKind] ?? '';

/** What goes on between those who have a case and one organ: no other organ learns of it. */
export const INNER_ACTS: readonly string[] = [
  'liaison.ask',
  'liaison.answer',
  'liaison.handled',
  'liaison.withdraw',
  'liaison.message',
  'liaison.acknowledge',
  'liaison.ask-more-time',
  'liaison.decide-more-time',
];

/** The acts between those who have a case and organs, in its history. */
export const LIAISON_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'liaison.ask': (d) => `向有关单位发出${kind(d)}事项`,
  'liaison.answer': (d) => (d['late'] === true ? '有关单位逾期答复了交办、协办事项' : '有关单位答复了交办、协办事项'),
  'liaison.handled': () => '有关单位签收办结了告知事项',
  'liaison.withdraw': () => '撤回了交办、协办事项',
  'liaison.message': () => '在交办、协办事项中留言',
  'liaison.acknowledge': () => '有关单位签收了待办期限',
  'liaison.ask-more-time': (d) =>
    d['outcome'] === 'NOT_PROVIDED' ? '有关单位申请延期，法律未规定可以延长，期限不变' : '有关单位申请延期答复',
  'liaison.decide-more-time': (d) => `对延期申请作出答复：${MORE_TIME_OUTCOMES[d['outcome'] as MoreTimeOutcome] ?? ''}`,
  'liaison.reply': (d) => (d['late'] === true ? '被申请人逾期提交答复书和证据目录' : '被申请人提交答复书和证据目录'),
};
