import type { Guard } from '@app/cases';
import type { Id } from '@app/kernel';
import type { ReconsiderationFacts } from '../../facts.js';
import { isPending, type ItemFact } from '../facts.js';
import type { AddItemInput, ConfirmPerformanceInput, ReportPerformanceInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** The item of that id. */
export const itemOf = (facts: ReconsiderationFacts, id: Id): ItemFact | undefined =>
  facts.after.items.find((item) => item.id === id);

export const notFollowedUp: Rule = {
  code: 'reconsideration.already-followed-up',
  detail: '送达后的履行、抄告事项已经列出。',
  article: '复议法 2023 第77条第1款、第79条第2款',
  holds: (facts) => !facts.after.followedUp,
};

export const obligorIsParty: Rule<AddItemInput> = {
  code: 'reconsideration.party-unknown',
  detail: '履行义务人应为本案当事人，请重新选择。',
  article: '复议法 2023 第77条、第78条',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.obligorId),
};

export const dueAfterDecision: Rule<AddItemInput> = {
  code: 'reconsideration.perform-day-wrong',
  detail: '履行期限不能早于作出决定之日。',
  article: '复议法 2023 第75条第2款',
  onInput: true,
  holds: (facts, { input }) => facts.decidedOn === null || input.dueOn >= facts.decidedOn,
};

export const itemPending: Rule<{ itemId: Id }> = {
  code: 'reconsideration.item-not-pending',
  detail: '所选履行事项不属于本案，或者已经办结。',
  article: '复议法 2023 第77条',
  onInput: true,
  holds(facts, { input }) {
    const item = itemOf(facts, input.itemId);
    return item !== undefined && isPending(item);
  },
};

export const performedInTime: Rule<ReportPerformanceInput> = {
  code: 'reconsideration.performed-day-wrong',
  detail: '履行日期应在作出决定之日至今天之间。',
  article: '复议法 2023 第77条第1款',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.performedOn <= today && input.performedOn >= (facts.decidedOn ?? input.performedOn),
};

export const proofGiven: Rule<ReportPerformanceInput> = {
  code: 'reconsideration.performance-proof-missing',
  detail: '报告全部履行的，请附上证明文件。',
  article: '复议法 2023 第77条第1款',
  onInput: true,
  holds: (_facts, { input }) => input.outcome !== 'FULL' || input.proofFileId !== undefined,
};

const isRemade = (facts: ReconsiderationFacts, input: ReportPerformanceInput): boolean =>
  input.outcome === 'FULL' && itemOf(facts, input.itemId)?.kind === 'REMAKE';

export const remakeCompared: Rule<ReportPerformanceInput> = {
  code: 'reconsideration.remake-not-compared',
  detail: '重新作出行政行为的，请写明其结果、事实和理由与原行政行为是否相同。',
  article: '复议法 2023 第64条第2款',
  onInput: true,
  holds: (facts, { input }) =>
    !isRemade(facts, input) || (input.sameResult !== undefined && input.sameFactsAndReasons !== undefined),
};

/** Revoked for its procedure alone, the act may be made again with the same result. */
export const remakeDiffers: Rule<ReportPerformanceInput> = {
  code: 'reconsideration.remake-repeats-act',
  detail: '被申请人不得以同一事实和理由作出相同或者基本相同的行政行为（因违反法定程序被撤销的除外），应当重新作出。',
  article: '复议法 2023 第64条第2款；实施条例 2026 第57条、第58条第3款',
  onInput: true,
  holds: (facts, { input }) =>
    !isRemade(facts, input) ||
    facts.draft?.ground === 'PROCEDURE_ILLEGAL' ||
    input.sameResult !== true ||
    input.sameFactsAndReasons !== true,
};

export const reportedBefore: Rule<ConfirmPerformanceInput> = {
  code: 'reconsideration.performance-not-reported',
  detail: '该事项尚无全部履行的报告，请先登记履行报告；无须履行的，请选择“无须履行”。',
  article: '复议法 2023 第77条第1款',
  onInput: true,
  holds: (facts, { input }) => input.outcome !== 'DONE' || itemOf(facts, input.itemId)?.state === 'REPORTED',
};
