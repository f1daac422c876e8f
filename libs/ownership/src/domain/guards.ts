import type { Guard } from '@app/cases';
import type { OwnershipFacts } from './facts.js';

export type Rule<I extends object = object> = Guard<OwnershipFacts, I>;

export const NOTICE = '关于开展重大行政争议案件领导包案化解的通知';
/** The district's own practice. */
export const PRACTICE = `${NOTICE} [L]`;

/** A liaison of another organ in the dispute does not act for the responsible unit. */
export const ofResponsibleUnit: Rule = {
  code: 'ownership.not-of-unit',
  detail: '只有责任单位的领导和联络员可以办理。',
  article: PRACTICE,
  holds: (facts, { actorId }) => facts.unitStaffIds.includes(actorId),
};
