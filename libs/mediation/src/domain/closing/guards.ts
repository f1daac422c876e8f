import type { Guard, Moment } from '@app/cases';
import type { Id } from '@app/kernel';
import { unsignedIds } from '../agreement/signatures.js';
import type { CitizenClock, MediationFacts, TerminationReason } from '../facts.js';
import { openTerm } from '../time-limits.js';
import type { ReturnInput, TerminateInput } from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

/** Attempts, on different days, after which a party counts as unreachable [L]. */
export const ATTEMPTS_LEAST = 2;

type IsTrue = (facts: MediationFacts, moment: Moment<TerminateInput>) => boolean;

const named = (facts: MediationFacts, ids: readonly Id[] | undefined): boolean =>
  ids !== undefined && ids.every((id) => facts.parties.some((party) => party.partyId === id));

/** A party did something, or something befell it, on a day that is past. */
const happened: IsTrue = (facts, { today, input }) =>
  named(facts, input.partyIds) && input.occurredOn !== undefined && input.occurredOn <= today;

/** What must be so for each reason to be true. */
const REASONS: Readonly<Record<TerminationReason, IsTrue>> = {
  AGREED: ({ agreement }) => agreement?.effectiveOn != null,
  SETTLED_WITHDRAWN: happened,
  PARTY_REFUSES: happened,
  DECEASED: happened,
  UNREACHABLE(facts, { today, input }) {
    const days = new Set((input.attempts ?? []).map((each) => each.on).filter((on) => on <= today));
    return named(facts, input.partyIds) && days.size >= ATTEMPTS_LEAST;
  },
  TOO_FAR_APART: (facts) => facts.sessionsHeld > 0,
  TERM_EXPIRED(facts, { today }) {
    const term = openTerm(facts);
    return term?.state === 'RUNNING' && term.dueOn < today;
  },
  REFUSES_TO_SIGN(facts, { input }) {
    const missing = unsignedIds(facts);
    return (
      facts.state === 'AGREED' && named(facts, input.partyIds) && input.partyIds!.every((id) => missing.includes(id))
    );
  },
  SHAM: (facts) => facts.pause?.reason === 'SHAM_SUSPECTED',
  OTHER: () => true,
};

export const terminationReasonTrue: Rule<TerminateInput> = {
  code: 'mediation.termination-reason-wrong',
  detail:
    '终止原因与案件情况不符：撤回、拒绝、死亡须写明当事人和日期；无法联系须有不同日期的两次以上联系记录；分歧较大须已举行调解；期限届满须确已届满；拒绝签章须在达成协议后且该当事人未签章；虚假调解须已因此中止；达成协议须协议已生效。',
  article: '特邀调解规定 第26条；在线调解规则 第25条',
  onInput: true,
  holds: (facts, moment) => REASONS[moment.input.reason](facts, moment),
};

/** The same periods with the same due days, none missing and none that has moved since. */
function isTold(facts: MediationFacts, today: string, told: readonly CitizenClock[] = []): boolean {
  const running = facts.citizenClocks.filter((clock) => clock.dueOn >= today);
  const has = (list: readonly CitizenClock[], clock: CitizenClock): boolean =>
    list.some((each) => each.rule === clock.rule && each.dueOn === clock.dueOn);
  return running.every((clock) => has(told, clock)) && told.every((clock) => has(facts.citizenClocks, clock));
}

/** A mediation does not end silently while a period of the citizen himself runs. */
export const citizenClocksTold: Rule<{ toldClocks?: readonly CitizenClock[] }> = {
  code: 'mediation.citizen-clocks-untold',
  detail:
    '当事人申请复议、起诉的期限仍在进行，不因调解停止。请逐项告知当事人期限和届满日期并确认；期限有变化的须重新告知。',
  article: '复议法 2023 第20条、第34条；行诉法 第46条、第48条；人民调解法 第26条',
  onInput: true,
  holds: (facts, { today, input }) => isTold(facts, today, input.toldClocks),
};

export const nothingOwed: Rule = {
  code: 'mediation.performance-outstanding',
  detail: '协议尚有未履行的义务，不能以调解成功结案。',
  article: '人民调解法 第31条；杭州市人民调解条例 第45条',
  holds: (facts) =>
    facts.obligations.every((each) => each.done) ||
    (facts.stage === 'IN_RECONSIDERATION' && facts.agreement?.instrument === 'STATEMENT'),
};

/** The mediation wall: facts pass only with everybody's consent. */
export const wallKept: Rule<ReturnInput> = {
  code: 'mediation.wall',
  detail: '无争议事实须经各方当事人同意方可移送；调解中的让步和方案不得移送。',
  article: '复议法实施条例 2026 第48条；特邀调解规定 第22条；在线调解规则 第18条',
  onInput: true,
  holds: (_facts, { input }) => input.undisputedFacts === undefined || input.undisputedFactsConsented === true,
};
