import type { Guard } from '@app/cases';
import type { CommitteeFact, MediationFacts, MediatorFact } from '../facts.js';
import { sidesOf } from '../intake/guards.js';
import type {
  AppointMediatorInput,
  AssignCommitteeInput,
  ChooseMediatorInput,
  RaiseRecusalInput,
  ReassignCommitteeInput,
  RecordChoiceInput,
  RejectRecusalInput,
  ReplaceMediatorInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<MediationFacts, I>;

function committee(facts: MediationFacts, id: string): CommitteeFact | undefined {
  return facts.committees.find((c) => c.committeeId === id);
}

function onRoster(facts: MediationFacts, ids: readonly string[]): (MediatorFact | undefined)[] {
  return ids.map((id) => facts.roster.find((mediator) => mediator.personId === id && mediator.active));
}

export const noCommitteeYet: Rule = {
  code: 'mediation.committee-already-assigned',
  detail: '已交办调委会；需要更换的，请改派并说明理由。',
  article: '中心工作惯例 [L]',
  holds: (facts) => facts.committeeId === null,
};

export const committeeAssigned: Rule = {
  code: 'mediation.committee-missing',
  detail: '请先交办调委会，再确定调解员。',
  article: '中心工作惯例 [L]',
  holds: (facts) => facts.committeeId !== null,
};

export const committeeActive: Rule<AssignCommitteeInput> = {
  code: 'mediation.committee-not-active',
  detail: '该调委会不存在或者已停止工作，请另选。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) => committee(facts, input.committeeId)?.active === true,
};

/** A committee seated in the organ whose act is contested does not mediate about that act. */
export const committeeNotConflicted: Rule<AssignCommitteeInput> = {
  code: 'mediation.committee-conflicted',
  detail: '该调委会设在被申请人单位，不宜调解本案，请另选。',
  article: '特邀调解规定 第15条',
  onInput: true,
  holds(facts, { input }) {
    const organId = committee(facts, input.committeeId)?.organId;
    return organId === undefined || !facts.respondentOrganIds.includes(organId);
  },
};

export const anotherCommittee: Rule<ReassignCommitteeInput> = {
  code: 'mediation.committee-unchanged',
  detail: '改派的调委会与原调委会相同。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) => input.committeeId !== facts.committeeId,
};

export const mediatorsOnRoster: Rule<ChooseMediatorInput> = {
  code: 'mediation.mediator-not-on-roster',
  detail: '调解员须在调解员名册中且在任。',
  article: '特邀调解规定 第12条；在线调解规则 第10条',
  onInput: true,
  holds: (facts, { input }) => onRoster(facts, input.mediatorIds).every((mediator) => mediator !== undefined),
};

/** An appointing committee has its own mediators and the centre's; parties may choose anybody of the roster. */
export const mediatorsOfCommittee: Rule<ChooseMediatorInput> = {
  code: 'mediation.mediator-of-other-committee',
  detail: '指定的调解员须是承办调委会或者中心的调解员。',
  article: '中心工作惯例 [L]',
  onInput: true,
  holds: (facts, { input }) =>
    input.mediatorIds.every((id) => {
      const serves = facts.roster.filter((m) => m.personId === id && m.active);
      return serves.length === 0 || serves.some((m) => m.committeeId === null || m.committeeId === facts.committeeId);
    }),
};

/** Parties may choose several in any case; then one presides. */
export const mediatorNumber: Rule<ChooseMediatorInput> = {
  code: 'mediation.mediator-number',
  detail: '重大疑难复杂案件由两名以上调解员调解；两名以上的，须确定其中一名主持。',
  article: '特邀调解规定 第13条；在线调解规则 第11条',
  onInput: true,
  holds(facts, { input }) {
    const { mediatorIds, presidingId } = input;
    if (mediatorIds.length === 1) return !facts.major && (presidingId === undefined || presidingId === mediatorIds[0]);
    return presidingId !== undefined && mediatorIds.includes(presidingId);
  },
};

export const oneUnlessMajor: Rule<AppointMediatorInput> = {
  code: 'mediation.one-mediator',
  detail: '一般案件指定一名调解员；当事人要求由两名以上调解员调解的，请登记共同选定。',
  article: '特邀调解规定 第13条；在线调解规则 第11条',
  onInput: true,
  holds: (facts, { input }) => facts.major || input.mediatorIds.length === 1,
};

export const mediatorNotReconsidering: Rule<ChooseMediatorInput> = {
  code: 'mediation.mediator-reconsiders-dispute',
  detail: '该调解员是同一争议行政复议案件的承办人或者审理人员，不得担任调解员。',
  article: '特邀调解规定 第16条',
  onInput: true,
  holds: (facts, { input }) => !input.mediatorIds.some((id) => facts.reconsiderationOfficerIds.includes(id)),
};

export const mediatorNotReplaced: Rule<ChooseMediatorInput> = {
  code: 'mediation.mediator-was-replaced',
  detail: '该调解员已在本案中回避或者被更换，请另选。',
  article: '特邀调解规定 第15条；在线调解规则 第14条',
  onInput: true,
  holds: (facts, { input }) => !input.mediatorIds.some((id) => facts.replacedMediatorIds.includes(id)),
};

export const choosingPartyKnown: Rule<RecordChoiceInput> = {
  code: 'mediation.party-unknown',
  detail: '所选当事人不是本案当事人。',
  article: '在线调解规则 第10条第2款',
  onInput: true,
  holds: (facts, { input }) => facts.parties.some((party) => party.partyId === input.partyId),
};

export const chosenByToday: Rule<RecordChoiceInput> = {
  code: 'mediation.chosen-in-future',
  detail: '选定日期不能晚于今天。',
  article: '在线调解规则 第10条第2款',
  onInput: true,
  holds: (_facts, { today, input }) => input.chosenOn <= today,
};

/** A joint choice is that every side names the same. */
export const choiceIsJoint: Rule<ChooseMediatorInput> = {
  code: 'mediation.choice-not-joint',
  detail: '各方选定的调解员不一致，或者尚有当事人未选定。请逐一登记各方的选择；不能一致的，由中心指定。',
  article: '在线调解规则 第10条第2款；特邀调解规定 第12条',
  onInput: true,
  holds(facts, { input }) {
    const wanted = [...input.mediatorIds].sort().join();
    return sidesOf(facts).every((party) => [...(party.chosenIds ?? [])].sort().join() === wanted);
  },
};

/** For two working days the choice is the parties'; the centre may appoint before only if they leave it to the centre. */
export const choiceLapsed: Rule<AppointMediatorInput> = {
  code: 'mediation.parties-may-still-choose',
  detail: '双方共同选定调解员的期限尚未届满；双方同意由中心指定的，请选择该依据。',
  article: '在线调解规则 第10条第2款',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.basis === 'LEFT_TO_CENTRE' ||
    !facts.clocks.some((clock) => clock.rule === 'MD_CHOOSE' && clock.state === 'RUNNING' && clock.dueOn >= today),
};

export const notConfirmedYet: Rule = {
  code: 'mediation.already-confirmed',
  detail: '您不是本案待确认的调解员，或者已经确认。',
  article: '在线调解规则 第12条',
  holds: (facts, { actorId }) => facts.unconfirmedMediatorIds.includes(actorId),
};

export const recusedMediatorServes: Rule<RaiseRecusalInput> = {
  code: 'mediation.not-a-mediator-of-the-case',
  detail: '被申请回避的人不是本案调解员。',
  article: '特邀调解规定 第15条',
  onInput: true,
  holds: (facts, { input }) => facts.mediatorIds.includes(input.mediatorId),
};

/** A party raises recusal when mediation begins; later only what it came to know later, and until it has signed. */
export const raisedInTime: Rule<RaiseRecusalInput> = {
  code: 'mediation.recusal-late',
  detail: '回避应在调解开始时提出；调解开始后才知道事由的，可在签署协议前提出，请填写知道事由的日期。',
  article: '特邀调解规定 第15条；在线调解规则 第13条',
  onInput: true,
  holds: (facts, { today, input }) =>
    input.knownOn === undefined ? facts.sessionsHeld === 0 || input.raisedBy === 'MEDIATOR' : input.knownOn <= today,
};

/** A mediator discloses what concerns himself; of a colleague he has nothing to disclose. */
export const disclosesHimself: Rule<RaiseRecusalInput> = {
  code: 'mediation.not-own-ground',
  detail: '调解员只能就本人的情形提出回避。',
  article: '特邀调解规定 第15条；在线调解规则 第13条第2款',
  onInput: true,
  holds: (facts, { input, actorId }) =>
    !facts.mediatorIds.includes(actorId) || (input.raisedBy === 'MEDIATOR' && input.mediatorId === actorId),
};

/** Nobody decides in his own matter: a chair may mediate himself. */
export const deciderNotConcerned: Rule = {
  code: 'mediation.decides-own-recusal',
  detail: '被申请回避的人不能决定自己的回避，请由调解中心负责人决定。',
  article: '特邀调解规定 第15条',
  holds: (facts, { actorId }) => facts.pendingRecusal?.mediatorId !== actorId,
};

/** Of several mediators the others may stay, but the one concerned goes. */
export const somebodyReplaced: Rule<ReplaceMediatorInput> = {
  code: 'mediation.mediators-unchanged',
  detail: '更换后的调解员与原调解员相同，或者仍包括被申请回避的调解员。',
  article: '特邀调解规定 第15条；在线调解规则 第14条',
  onInput: true,
  holds(facts, { input }) {
    const concerned = facts.pendingRecusal?.mediatorId;
    if (concerned !== undefined) return !input.mediatorIds.includes(concerned);
    return facts.mediatorIds.some((id) => !input.mediatorIds.includes(id));
  },
};

export const noPendingRecusal: Rule = {
  code: 'mediation.recusal-pending',
  detail: '回避申请尚未决定，请先作出决定。',
  article: '特邀调解规定 第15条',
  holds: (facts) => facts.pendingRecusal === null,
};

export const recusalPending: Rule = {
  code: 'mediation.no-recusal',
  detail: '没有待决定的回避申请。',
  article: '特邀调解规定 第15条',
  holds: (facts) => facts.pendingRecusal !== null,
};

/** Hangzhou: the committee must replace the mediator when a party asks. */
export const mayKeepMediator: Rule = {
  code: 'mediation.must-replace',
  detail: '人民调解中当事人要求更换调解员的，应当更换，不能驳回。',
  article: '杭州市人民调解条例 第29条',
  holds: (facts) => facts.stage !== 'PEOPLES_MEDIATION' || facts.pendingRecusal?.raisedBy === 'MEDIATOR',
};

/** A mediator who disclosed a ground goes on only if both sides agree. */
export const bothAgreeAfterDisclosure: Rule<RejectRecusalInput> = {
  code: 'mediation.disclosure-not-accepted',
  detail: '调解员披露应当回避的情形后，双方当事人均同意的，方可由其继续调解。',
  article: '在线调解规则 第13条第2款；特邀调解规定 第15条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.pendingRecusal?.raisedBy !== 'MEDIATOR' ||
    sidesOf(facts).every((party) => input.agreedBy?.includes(party.partyId) === true),
};
