import type { Guard } from '@app/cases';
import type { OwnershipFacts } from './facts.js';
import { interference, wordsOf } from './independence.js';

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

/** Of those who may take a step that leader and bureau both have: the leader, or who stands in for him. */
export function actsForLeader({ leaderId, bureauIds }: OwnershipFacts, actorId: string): boolean {
  return actorId === leaderId || !bureauIds.includes(actorId);
}

/** Whatever a leader writes into a step keeps out of reconsiderations, as his instructions must. */
export const leaderKeepsOut: Rule = {
  code: 'ownership.touches-reconsideration',
  detail: '内容涉及行政复议案件的处理，不予受理并已依规记录；行政复议案件由行政复议机关依法独立办理。',
  article: '复议法 2023 第3条；中办发〔2015〕23号',
  onInput: true,
  holds: (facts, { actorId, input }) =>
    !actsForLeader(facts, actorId) ||
    interference({ content: wordsOf(input), about: null, reconsiderations: facts.reconsiderations }) === null,
};
