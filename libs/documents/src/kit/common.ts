import { choice, list, text } from './fields.js';
import type { Words } from './words.js';

/** How a paper addresses whom it goes to: a person, an organisation or organ, several. */
export const PRONOUNS = { PERSON: '您', UNIT: '你单位', PLURAL: '你们' } as const;
export type Pronoun = keyof typeof PRONOUNS;

/** How those addressed together are addressed. */
export function pronounOf(addressed: readonly { readonly kind: 'PERSON' | 'ORGANISATION' }[]): Pronoun {
  if (addressed.length > 1) return 'PLURAL';
  return addressed[0]?.kind === 'ORGANISATION' ? 'UNIT' : 'PERSON';
}

export const pronoun = choice('pronoun', '称谓', PRONOUNS);
export const caseNo = text('caseNo', '案号');
export const applicants = list('applicants', '申请人');
export const respondent = text('respondent', '被申请人');
export const contact = text('contact', '联系人、电话和地址');
/** Who the parties are, a line for each: side, name, domicile, representative, agents. */
export const parties = list('parties', '当事人基本情况');

export const you = (words: Words): string => words.label('pronoun', PRONOUNS);

export const contactLine = (words: Words): string => `联系方式：${words.text('contact').replace(/。$/, '')}。`;
