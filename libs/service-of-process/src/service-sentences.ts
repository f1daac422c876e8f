import type { SentenceOf } from '@app/cases';
import { FAILURES, SERVICE_METHODS, type FailureReason, type ServiceMethod } from './domain/methods.js';
import { PAPERS, type PaperTag } from './domain/papers.js';

const paper = (d: Readonly<Record<string, unknown>>): string => PAPERS[d['paper'] as PaperTag].name;
const method = (d: Readonly<Record<string, unknown>>): string => SERVICE_METHODS[d['method'] as ServiceMethod].name;

/** The acts of service in a dispute's history; who was served is in the register. */
export const SERVICE_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'service.plan-delivery': (d) => `列入送达：${paper(d)}，受送达人${String(d['recipients'])}名`,
  'service.send-delivery': (d) => `发出${paper(d)}（${method(d)}）`,
  'service.serve-delivery': (d) => `登记${paper(d)}送达，送达日期${String(d['servedOn'])}（${method(d)}）`,
  'service.fail-delivery': (d) =>
    `登记${paper(d)}送达失败（${method(d)}，${FAILURES[d['reason'] as FailureReason]}），待重新送达`,
  'service.confirm-receipt': (d) => `受送达人确认收到${paper(d)}`,
  'service.refused-timer': () => '送达期间届满，案件已进入其他步骤，请承办人核对登记',
  'service.confirm-address': () => '登记了送达地址确认书',
};
