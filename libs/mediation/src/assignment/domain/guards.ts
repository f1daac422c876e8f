import type { Guard, Moment } from '@app/cases';
import type { Id } from '@app/kernel';
import type {
  AssignCommitteeInput,
  ChooseMediatorInput,
  ConfirmMediatorInput,
} from '../../domain/assignment/inputs.js';
import type { MediationFacts } from '../../domain/facts.js';
import { standing } from './exclusions.js';
import { isDeviation, type Ranked } from './rank.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;
type Naming = AssignCommitteeInput | ChooseMediatorInput;

/** Whom a step brings in: of mediators those who do not serve yet. */
export function arriving(facts: Pick<MediationFacts, 'mediatorIds'>, input: object): readonly Id[] {
  const { committeeId, mediatorIds } = input as Partial<AssignCommitteeInput & ChooseMediatorInput>;
  if (committeeId !== undefined) return [committeeId];
  return (mediatorIds ?? []).filter((id) => !facts.mediatorIds.includes(id));
}

function placesOf(facts: MediationFacts, input: object): Ranked[] {
  const ids = arriving(facts, input);
  return facts.ranking?.ranked.filter(({ id }) => ids.includes(id)) ?? [];
}

/** How what stands against those named can be dealt with by whoever acts. */
function standings(facts: MediationFacts, { input, roles }: Moment<object>, chosen = false): string[] {
  return placesOf(facts, input).map((place) => standing(place.exclusions, roles ?? new Set(), chosen));
}

export const notBarred: Rule<Naming> = {
  code: 'mediation.candidate-excluded',
  detail: '所选人选存在不得承办本案的情形，请在推荐名单中查看原因并另选。',
  article: '特邀调解规定 第15条、第16条；在线调解规则 第13条',
  onInput: true,
  holds: (facts, moment) => !standings(facts, moment).includes('BARRED'),
};

export const mayOverride: Rule<Naming> = {
  code: 'mediation.override-not-permitted',
  detail: '所选人选正在请假、已达办案上限或者不会所需语言，确需交其承办的，由中心负责人办理并说明理由。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, moment) => !standings(facts, moment).includes('NEEDS_MANAGER'),
};

/** Whoever is taken in spite of something is not the first either. */
export const firstOrReasoned: Rule<Naming> = {
  code: 'mediation.other-than-first',
  detail: '所选人选不是推荐名单的首位，请说明另选的理由。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) =>
    input.deviationReason !== undefined ||
    facts.ranking === null ||
    !isDeviation(facts.ranking.ranked, arriving(facts, input)),
};

/** Nothing stands against the committee, and it is the first of the ranking or there is a reason. */
export const COMMITTEE_IN_PLACE: readonly Rule<AssignCommitteeInput>[] = [notBarred, mayOverride, firstOrReasoned];

/** The same of mediators whom the parties did not choose together. */
export const MEDIATORS_IN_PLACE: readonly Rule<ChooseMediatorInput>[] = COMMITTEE_IN_PLACE as readonly Rule<never>[];

/** The parties may choose together whom they know to be related or busy; not an officer of the reconsideration, say. */
export const choiceAdmissible: Rule<ChooseMediatorInput> = {
  ...notBarred,
  holds: (facts, moment) => !standings(facts, moment, true).includes('BARRED'),
};

/** Parties, posts and declarations may have changed since the appointment. */
export const noConflictFound: Rule<ConfirmMediatorInput> = {
  code: 'mediation.conflict-found',
  detail: '经核对，您与本案存在应当回避的情形，请提出回避，由中心更换调解员。',
  article: '特邀调解规定 第15条；在线调解规则 第13条',
  holds: (facts, { actorId }) => !facts.conflictedIds.includes(actorId),
};
