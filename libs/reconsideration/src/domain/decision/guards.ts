import type { Guard } from '@app/cases';
import { decisionKind, groundBelongs, kindsAllowed } from '../decision-kinds.js';
import { partiesOf, type ReconsiderationFacts } from '../facts.js';
import { leastOfficers } from '../law-version.js';
import type { ApproveDecisionInput, RecordServiceInput, SubmitDraftInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;
type DraftRule = Rule<SubmitDraftInput>;

export const groundFitsKind: DraftRule = {
  code: 'reconsideration.ground-not-of-kind',
  detail: '所选理由不属于该决定类型的法定情形，请重新选择。',
  article: '复议法 2023 第63条至第71条',
  onInput: true,
  holds: (_facts, { input }) => groundBelongs(input.kind, input.ground),
};

export const kindOpen: DraftRule = {
  code: 'reconsideration.kind-barred-by-default',
  detail:
    '被申请人逾期未答复、未提交证据，只能决定撤销、部分撤销、确认违法、确认无效或者责令履行；行为涉及第三人合法权益且第三人提供证据的除外。',
  article: '复议法 2023 第70条',
  onInput: true,
  holds: (facts, { input }) =>
    kindsAllowed(facts.evidenceDefault, thirdPartyEvidence(facts, input)).includes(input.kind),
};

function thirdPartyEvidence(facts: ReconsiderationFacts, input: SubmitDraftInput): boolean {
  return input.thirdPartyEvidence === true && partiesOf(facts, 'THIRD_PARTY').length > 0;
}

export const silenceProven: DraftRule = {
  code: 'reconsideration.no-default',
  detail: '被申请人已按规定答复并提交证据，不能以不答复为由作出决定。',
  article: '复议法 2023 第70条',
  onInput: true,
  holds: (facts, { input }) => input.ground !== 'NO_REPLY' || facts.evidenceDefault,
};

export const changeNotWorse: DraftRule = {
  code: 'reconsideration.change-worse-for-applicant',
  detail: '变更决定不得对申请人更为不利，但是第三人提出相反请求的除外。请确认变更结果。',
  article: '复议法 2023 第63条第2款',
  onInput: true,
  holds(facts, { input }) {
    if (input.kind !== 'CHANGE' || input.worseForApplicant === false) return true;
    const asked = input.thirdPartyAskedOpposite === true && partiesOf(facts, 'THIRD_PARTY').length > 0;
    return input.worseForApplicant === true && asked;
  },
};

export const invalidityAsked: DraftRule = {
  code: 'reconsideration.invalidity-not-asked',
  detail: '确认无效须申请人提出该项请求；申请人未提出的，请释明或者另选决定类型。',
  article: '复议法 2023 第67条',
  onInput: true,
  holds: (_facts, { input }) =>
    input.kind !== 'CONFIRM_INVALID' || input.ground === 'NO_REPLY' || input.invalidityAsked === true,
};

export const insistenceExplained: DraftRule = {
  code: 'reconsideration.explanation-missing',
  detail: '以申请人坚持确认无效为由驳回请求的，须先向申请人释明，请填写释明日期（不能晚于今天）。',
  article: '实施条例 2026 第61条',
  onInput: true,
  holds: (_facts, { today, input }) =>
    input.ground !== 'INVALIDITY_INSISTED' || (input.explainedOn !== undefined && input.explainedOn <= today),
};

export const remakeWithRevocation: DraftRule = {
  code: 'reconsideration.remake-without-revocation',
  detail: '责令重新作出行政行为须与撤销决定一并作出；未责令重作的，不填写重作期限。',
  article: '复议法 2023 第64条',
  onInput: true,
  holds: (_facts, { input }) =>
    input.remakeOrdered === true ? input.kind === 'REVOKE' : input.remakeDays === undefined,
};

export const remakeDaysFounded: DraftRule = {
  code: 'reconsideration.remake-days-unfounded',
  detail: '重作期限由法律、法规、规章规定的，请填写依据；没有规定的，期限为60日，不另填天数。',
  article: '实施条例 2026 第58条第1款',
  onInput: true,
  holds: (_facts, { input }) => (input.remakeDays === undefined) === (input.remakeBasis === undefined),
};

/** Kinds and grounds that presuppose an omission, or an agreement, as the assessment of admissibility says what is contested. */
export const kindFitsMatter: DraftRule = {
  code: 'reconsideration.kind-not-of-matter',
  detail:
    '责令履行和以没有职责、已经履行为由驳回请求只适用于不履行法定职责的案件，行政协议处理决定只适用于行政协议案件。',
  article: '复议法 2023 第66条、第69条、第71条',
  onInput: true,
  holds(facts, { input }) {
    const nature = facts.admissibility?.nature ?? null;
    if (nature === null) return true;
    const ofOmission = input.kind === 'ORDER_PERFORM' || ['NO_SUCH_DUTY', 'PERFORMED_BEFORE'].includes(input.ground);
    if (ofOmission) return nature === 'OMISSION';
    return input.kind !== 'AGREEMENT' || nature === 'AGREEMENT';
  },
};

export const performancePeriodSet: DraftRule = {
  code: 'reconsideration.perform-period-missing',
  detail: '责令履行的决定应当载明履行期限，请填写履行天数。',
  article: '复议法 2023 第66条',
  onInput: true,
  holds: (_facts, { input }) => input.kind !== 'ORDER_PERFORM' || input.performDays !== undefined,
};

export const compensationFits: DraftRule = {
  code: 'reconsideration.compensation-not-with-kind',
  detail: '决定赔偿应当与变更、撤销、确认违法或者确认无效的决定同时作出。',
  article: '复议法 2023 第72条第1款',
  onInput: true,
  holds: (_facts, { input }) => input.compensation !== 'GRANTED' || decisionKind(input.kind).withCompensation,
};

export const compensationConcrete: DraftRule = {
  code: 'reconsideration.compensation-content-missing',
  detail: '决定赔偿的，应当写明赔偿的方式和具体内容；不赔偿的不填。',
  article: '复议法 2023 第72条第1款；实施条例 2026 第63条',
  onInput: true,
  holds: (_facts, { input }) => (input.compensation === 'GRANTED') === (input.compensationContent !== undefined),
};

export const returnFits: DraftRule = {
  code: 'reconsideration.return-not-with-kind',
  detail: '责令返还财产、解除措施或者支付价款，应当与撤销、部分撤销或者变更决定同时作出。',
  article: '复议法 2023 第72条第2款',
  onInput: true,
  holds: (_facts, { input }) => input.returnOrdered !== true || input.kind === 'REVOKE' || input.kind === 'CHANGE',
};

export const adoptionStated: DraftRule = {
  code: 'reconsideration.adoption-not-stated',
  detail: '行政复议委员会已提出咨询意见的，应当说明是否采纳；未采纳的，应当说明理由。',
  article: '复议法 2023 第61条第3款；实施条例 2026 第52条',
  onInput: true,
  holds(facts, { input }) {
    if (facts.committee.heldOn === null) return input.committeeAdoption === undefined;
    if (input.committeeAdoption === 'NOT_ADOPTED') return input.committeeReason !== undefined;
    return input.committeeAdoption === 'ADOPTED';
  },
};

export const officersSigned: DraftRule = {
  code: 'reconsideration.officers-not-signed',
  detail: '审理报告和决定书稿应当由本案复议人员签署：普通程序2名以上，简易程序1名以上。',
  article: '复议法 2023 第36条；实施条例 2026 第39条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.signedByIds.every((id) => facts.officerIds.includes(id)) &&
    new Set(input.signedByIds).size >= leastOfficers(facts.track ?? 'ORDINARY', today),
};

export const reviewerNotDrafter: Rule = {
  code: 'reconsideration.approver-is-drafter',
  detail: '拟稿人不能审核、审批自己拟定的决定。',
  article: '复议法 2023 第61条第1款',
  holds: (facts, { actorId }) => facts.draft !== null && facts.draft.drafterId !== actorId,
};

export const deptNotReviewed: Rule = {
  code: 'reconsideration.dept-already-reviewed',
  detail: '部门负责人已经审核通过，等待复议机构负责人审核。',
  article: '复议法 2023 第61条第1款',
  holds: (facts) => !facts.deptReviewed,
};

export const deptReviewed: Rule = {
  code: 'reconsideration.dept-review-missing',
  detail: '决定书稿应当先经部门负责人审核。',
  article: '复议法 2023 第61条第1款',
  holds: (facts) => facts.deptReviewed,
};

export const meetingRecorded: Rule<ApproveDecisionInput> = {
  code: 'reconsideration.meeting-record-missing',
  detail: '集体讨论通过的，须填写讨论日期（不能晚于今天）、记录编号和参会人员及其表决意见；机关负责人同意的不填。',
  article: '复议法 2023 第61条第1款',
  onInput: true,
  holds(_facts, { today, input }) {
    const { mode, meetingOn, meetingRecord, attendees } = input;
    if (mode === 'HEAD') return meetingOn === undefined && meetingRecord === undefined && attendees === undefined;
    return meetingOn !== undefined && meetingOn <= today && meetingRecord !== undefined && attendees !== undefined;
  },
};

/** Three make a discussion; more than half of them must agree [L]. */
const LEAST_ATTENDEES = 3;

export const meetingPassed: Rule<ApproveDecisionInput> = {
  code: 'reconsideration.meeting-not-passed',
  detail: '集体讨论应有3人以上参加，并由过半数参会人员同意。',
  article: '复议法 2023 第61条第1款 [L]',
  onInput: true,
  holds(_facts, { input: { mode, attendees = [] } }) {
    if (mode === 'HEAD') return true;
    const agreed = attendees.filter((each) => each.vote === 'FOR').length;
    return attendees.length >= LEAST_ATTENDEES && agreed * 2 > attendees.length;
  },
};

export const recipientUnserved: Rule<RecordServiceInput> = {
  code: 'reconsideration.recipient-unknown',
  detail: '受送达人应为本案当事人，且尚未登记送达。',
  article: '复议法 2023 第75条第2款',
  onInput: true,
  holds: (facts, { input }) =>
    facts.parties.some((party) => party.partyId === input.recipientId && party.servedOn === null),
};

export const servedAfterDecision: Rule<RecordServiceInput> = {
  code: 'reconsideration.served-before-decision',
  detail: '送达日期不能早于作出决定之日。',
  article: '复议法 2023 第75条第2款',
  onInput: true,
  holds: (facts, { input }) => facts.decidedOn === null || input.on >= facts.decidedOn,
};
