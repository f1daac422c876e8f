import type { SentenceOf } from '@app/cases';
import { REQUEST_KINDS, REQUEST_OUTCOMES, type RequestKind, type RequestOutcome } from './request-kinds.js';

const kindOf = (detail: Readonly<Record<string, unknown>>) => REQUEST_KINDS[detail['kind'] as RequestKind];

/** The acts over the portal in the history that officers read. */
export const PORTAL_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'portal.submit': () => '通过网上渠道提交了行政复议申请',
  'portal.file-request': (d) => `通过网上渠道${kindOf(d).asked}`,
  'portal.settle-request': (d) =>
    `处理了申请人的“${kindOf(d).name}”：${REQUEST_OUTCOMES[d['outcome'] as RequestOutcome]}`,
  'portal.read-paper': () => '通过网上渠道阅读了送达的文书',
  'portal.read-application': (d) => `查看了网上申请的完整内容，理由：${d['reason'] as string}`,
};
