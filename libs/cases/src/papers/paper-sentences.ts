import type { SentenceOf } from '../registration/domain/history-sentences.js';

const paper = (detail: Readonly<Record<string, unknown>>): string => {
  const [title, number] = [detail['title'], detail['number']];
  return `《${typeof title === 'string' ? title : ''}》${typeof number === 'string' ? number : ''}`;
};

/** The acts on papers of a case, as its history tells them. */
export const PAPER_SENTENCES: Readonly<Record<string, SentenceOf>> = {
  'documents.draft-paper': (d) => `起草了${paper(d)}`,
  'documents.edit-paper': (d) => `修改了${paper(d)}`,
  'documents.submit-paper': (d) => `提交签发${paper(d)}`,
  'documents.return-paper': (d) => `退回了${paper(d)}`,
  'documents.sign-paper': (d) => `签发了${paper(d)}`,
  'documents.void-paper': (d) => `作废了${paper(d)}`,
};
