import type { DocumentKinds } from '@app/documents';
import type { SentenceOf } from '../registration/domain/history-sentences.js';

/** The acts on papers of a case, as its history tells them; the trail has the kind, whose name is the paper's title. */
export function paperSentences(kinds: DocumentKinds): Readonly<Record<string, SentenceOf>> {
  const paper = ({ kind, number }: Parameters<SentenceOf>[0]): string =>
    `《${kinds.find(String(kind))?.name ?? '文书'}》${typeof number === 'string' ? number : ''}`;
  return {
    'documents.draft-paper': (d) => `起草了${paper(d)}`,
    'documents.edit-paper': (d) => `修改了${paper(d)}`,
    'documents.submit-paper': (d) => `提交签发${paper(d)}`,
    'documents.return-paper': (d) => `退回了${paper(d)}`,
    'documents.sign-paper': (d) => `签发了${paper(d)}`,
    'documents.void-paper': (d) => `作废了${paper(d)}`,
  };
}
