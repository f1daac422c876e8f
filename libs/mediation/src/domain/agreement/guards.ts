import type { Guard } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import type { MediationFacts } from '../facts.js';
import { sidesOf } from '../intake/guards.js';
import { STAGE_TABLE } from '../stages.js';
import { unsignedIds } from './signatures.js';
import type {
  AgreeInput,
  ApplyConfirmationInput,
  HandOverInput,
  RecordConfirmationInput,
  RecordCourtAcceptanceInput,
  RecordInstrumentInput,
  RecordSignatureInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

export const sessionHeld: Rule = {
  code: 'mediation.no-session',
  detail: '尚未举行调解，请先登记调解笔录。',
  article: '在线调解规则 第22条；人民调解法 第27条',
  holds: (facts) => facts.sessionsHeld > 0,
};

/** In a civil dispute there is no organ that has to be bound. */
export const respondentMayBind: Rule<AgreeInput> = {
  code: 'mediation.respondent-not-bound',
  detail: '请先确认被申请人的代表有权作出承诺。',
  article: '复议法 2023 第5条；行诉法 第60条 [L]',
  onInput: true,
  holds: (facts, { input }) => !facts.administrative || input.respondentMayBind,
};

export const paymentApproved: Rule<AgreeInput> = {
  code: 'mediation.payment-not-approved',
  detail: '行政机关承担给付义务的，须经机关负责人批准。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds(facts, { input }) {
    const organs = new Set(facts.parties.filter((p) => p.side === 'RESPONDENT').map((p) => p.partyId));
    const organPays = input.schedule.some((o) => o.amountFen !== undefined && organs.has(o.obligorId));
    return !facts.administrative || !organPays || input.headApprovedPayment === true;
  },
};

export const schedulePresent: Rule<AgreeInput> = {
  code: 'mediation.no-schedule',
  detail: '协议须有履行安排：义务人、内容、期限。',
  article: '人民调解法 第29条；特邀调解规定 第24条',
  onInput: true,
  holds: (_facts, { input }) => input.schedule.length > 0,
};

/** Performance on the spot is due today; nothing agreed now can have been due before. */
export const scheduleSound: Rule<AgreeInput> = {
  code: 'mediation.schedule-wrong',
  detail: '履行安排的义务人须是本案当事人，履行期限不能早于今天。',
  article: '人民调解法 第29条；特邀调解规定 第24条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.schedule.every((o) => o.dueOn >= today && facts.parties.some((party) => party.partyId === o.obligorId)),
};

/** Instalments of one party are numbered, each once, and fall due in their order. */
export const instalmentsInOrder: Rule<AgreeInput> = {
  code: 'mediation.instalments-wrong',
  detail: '同一义务人的分期履行，期次不能重复，后一期的履行期限不能早于前一期。',
  article: '人民调解法 第29条；特邀调解规定 第24条',
  onInput: true,
  holds(_facts, { input }) {
    const parts = input.schedule.filter((o) => o.instalment !== undefined);
    return parts.every((a) =>
      parts.every(
        (b) =>
          a === b ||
          a.obligorId !== b.obligorId ||
          (a.instalment! < b.instalment! ? a.dueOn <= b.dueOn : a.instalment !== b.instalment),
      ),
    );
  },
};

export const oralOnlyAmongPeople: Rule<AgreeInput> = {
  code: 'mediation.oral-agreement',
  detail: '只有人民调解可以达成口头协议，由调解员记录；其他调解须制作调解协议书。',
  article: '人民调解法 第28条、第30条',
  onInput: true,
  holds: (facts, { input }) => input.oral !== true || facts.stage === 'PEOPLES_MEDIATION',
};

export const signatureWanted: Rule<RecordSignatureInput> = {
  code: 'mediation.signature-not-wanted',
  detail: '该签章人不需要在协议上签章，或者已经登记签章。',
  article: '特邀调解规定 第24条；人民调解法 第29条第2款',
  onInput: true,
  holds: (facts, { input }) => unsignedIds(facts).includes(input.signerId),
};

export const signedInTime: Rule<RecordSignatureInput> = {
  code: 'mediation.signed-day-wrong',
  detail: '签章日期应在达成协议之日至今天之间。',
  article: '特邀调解规定 第24条；人民调解法 第29条第2款',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.signedOn <= today && facts.agreement !== null && input.signedOn >= facts.agreement.agreedOn,
};

/** Only a party has an agent; and to settle for it he needs a special power. */
export const agentEmpowered: Rule<RecordSignatureInput> = {
  code: 'mediation.agent-without-power',
  detail: '由代理人签章的，须写明代理人并附特别授权的委托书；调解员签名、调委会盖章不能代理。',
  article: '民诉法 2023 第62条；特邀调解规定 第24条',
  onInput: true,
  holds(facts, { input }) {
    if (input.authorityFileId === undefined && input.agentName === undefined) return true;
    const ofParty = facts.parties.some((party) => party.partyId === input.signerId);
    return ofParty && input.authorityFileId !== undefined && input.agentName !== undefined;
  },
};

export const confirmable: Rule = {
  code: 'mediation.not-confirmable',
  detail: '本阶段达成的协议不申请司法确认：诉中由审理法院、复议中由复议机关制作文书。',
  article: '民诉法 2023 第205条；复议法 2023 第73条；行诉法 2017 第60条',
  holds: (facts) => STAGE_TABLE[facts.stage].confirmable,
};

export const notConfirmedYet: Rule = {
  code: 'mediation.already-confirmed',
  detail: '已经申请过司法确认，法院已作出决定。',
  article: '民诉法 2023 第206条',
  holds: ({ confirmation }) => confirmation === null || confirmation.outcome === 'NOT_ACCEPTED',
};

export const appliedJointly: Rule<ApplyConfirmationInput> = {
  code: 'mediation.application-not-joint',
  detail: '司法确认须由双方当事人共同申请。',
  article: '民诉法 2023 第205条；人民调解法 第33条第1款',
  onInput: true,
  holds: (facts, { input }) => sidesOf(facts).every((party) => input.partyIds.includes(party.partyId)),
};

/** The period is that of the clock, which the last signature started. */
export const appliedInTime: Rule<ApplyConfirmationInput> = {
  code: 'mediation.confirmation-period',
  detail: '司法确认应自协议生效之日起三十日内申请，申请日期不能晚于今天。',
  article: '民诉法 2023 第205条；人民调解法 第33条第1款',
  onInput: true,
  holds(facts, { today, input }) {
    const clock = facts.clocks.findLast((each) => each.rule === 'MD_CONFIRM');
    const within = clock !== undefined && input.appliedOn >= clock.startsOn && input.appliedOn <= clock.dueOn;
    return within && input.appliedOn <= today;
  },
};

const between = (from: CalendarDate | null | undefined, day: CalendarDate, today: CalendarDate): boolean =>
  from !== null && from !== undefined && day >= from && day <= today;

export const courtAcceptsOnce: Rule = {
  code: 'mediation.court-already-accepted',
  detail: '法院受理司法确认申请的日期已经登记。',
  article: '人民调解协议司法确认程序规定 第4条',
  holds: ({ confirmation }) => confirmation !== null && confirmation.acceptedOn === null,
};

export const courtAcceptedInOrder: Rule<RecordCourtAcceptanceInput> = {
  code: 'mediation.court-day-wrong',
  detail: '受理日期应在申请之日至今天之间。',
  article: '人民调解协议司法确认程序规定 第4条',
  onInput: true,
  holds: ({ confirmation }, { today, input }) => between(confirmation?.appliedOn, input.acceptedOn, today),
};

export const courtDecidedInOrder: Rule<RecordConfirmationInput> = {
  code: 'mediation.court-day-wrong',
  detail: '法院文书日期应在申请（受理）之日至今天之间。',
  article: '民诉法 2023 第206条',
  onInput: true,
  holds: ({ confirmation }, { today, input }) =>
    between(confirmation?.acceptedOn ?? confirmation?.appliedOn, input.decidedOn, today),
};

export const refusalGrounded: Rule<RecordConfirmationInput> = {
  code: 'mediation.refusal-without-reason',
  detail: '法院不予确认、不予受理的，请写明理由。',
  article: '民诉法 2023 第206条；民诉法解释 2022 第358条',
  onInput: true,
  holds: (_facts, { input }) => input.outcome === 'CONFIRMED' || input.reason !== undefined,
};

export const sourceMakesInstrument: Rule = {
  code: 'mediation.nothing-to-hand-over',
  detail: '本阶段的协议不移交制作文书，请办理司法确认或者开始履行。',
  article: '复议法 2023 第73条；行诉法 2017 第60条',
  holds: (facts) => STAGE_TABLE[facts.stage].handedOver,
};

export const notHandedOver: Rule = {
  code: 'mediation.already-handed-over',
  detail: '协议已经移交。',
  article: '复议法 2023 第73条、第74条',
  holds: ({ agreement }) => agreement !== null && agreement.handedOverOn === null,
};

export const handedOverInTime: Rule<HandOverInput> = {
  code: 'mediation.hand-over-day-wrong',
  detail: '移交日期应在协议生效之日至今天之间。',
  article: '复议法 2023 第73条',
  onInput: true,
  holds: ({ agreement }, { today, input }) => between(agreement?.effectiveOn, input.handedOverOn, today),
};

export const awaitingInstrument: Rule = {
  code: 'mediation.not-handed-over',
  detail: '请先将协议移交复议机构或者法院。',
  article: '复议法 2023 第73条、第74条',
  holds: ({ agreement }) => agreement !== null && agreement.handedOverOn !== null && agreement.instrument === null,
};

const MADE: Readonly<Record<RecordInstrumentInput['instrument'], readonly string[]>> = {
  STATEMENT: ['MEDIATED', 'SERVED', 'PERFORMANCE', 'CLOSED', 'ARCHIVED'],
  WITHDRAWAL: ['TERMINATED', 'SERVED', 'CLOSED', 'ARCHIVED'],
};

/** Of a reconsideration the service itself knows how it ended. */
export const instrumentMade: Rule<RecordInstrumentInput> = {
  code: 'mediation.instrument-not-made',
  detail: '复议案件尚未制发调解书或者终止，文书日期也不能晚于今天、早于移交之日。',
  article: '复议法 2023 第41条、第73条',
  onInput: true,
  holds(facts, { today, input }) {
    const made =
      facts.stage !== 'IN_RECONSIDERATION' || MADE[input.instrument].includes(facts.reconsiderationState ?? '');
    return made && between(facts.agreement?.handedOverOn, input.on, today);
  },
};
