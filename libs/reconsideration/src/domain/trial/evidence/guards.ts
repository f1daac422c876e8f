import type { Guard } from '@app/cases';
import { partiesOf, type ReconsiderationFacts } from '../../facts.js';
import type {
  BeginFactFindingInput,
  EndFactFindingInput,
  JudgeEvidenceInput,
  RecordEvidenceInput,
  RecordInvestigationInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** Officers who must investigate together (复议法 2023 第45条第2款). */
export const INVESTIGATORS_MIN = 2;

export const givenByParty: Rule<RecordEvidenceInput> = {
  code: 'reconsideration.party-unknown',
  detail: '所选当事人不是本案当事人；行政复议机构自行调取的证据不填写当事人。',
  article: '复议法 2023 第43条',
  onInput: true,
  holds: (facts, { input }) =>
    input.partyId === undefined || facts.parties.some((party) => party.partyId === input.partyId),
};

export const givenByToday: Rule<RecordEvidenceInput> = {
  code: 'reconsideration.evidence-date-wrong',
  detail: '证据提交或者调取的日期不能晚于今天。',
  article: '复议法 2023 第43条',
  onInput: true,
  holds: (_facts, { today, input }) => input.submittedOn <= today,
};

export const supplementConsented: Rule<RecordEvidenceInput> = {
  code: 'reconsideration.supplement-not-consented',
  detail: '被申请人答复后补充证据，须申请人或者第三人提出了新的理由或者证据，并经行政复议机构同意，请填写同意的理由。',
  article: '复议法 2023 第46条第2款',
  onInput: true,
  holds(facts, { input }) {
    const respondents = partiesOf(facts, 'RESPONDENT').map((party) => party.partyId);
    if (input.partyId === undefined || !respondents.includes(input.partyId)) return input.consentReason === undefined;
    const after = facts.evidenceDefault || (facts.reply !== null && input.submittedOn > facts.reply.receivedOn);
    return after === (input.consentReason !== undefined);
  },
};

export const evidenceKnown: Rule<JudgeEvidenceInput> = {
  code: 'reconsideration.evidence-unknown',
  detail: '证据目录中没有这项证据。',
  article: '复议法 2023 第43条第2款',
  onInput: true,
  holds: (facts, { input }) => facts.evidence.some((each) => each.id === input.evidenceId),
};

export const nonAdmissionGrounded: Rule<JudgeEvidenceInput> = {
  code: 'reconsideration.non-admission-without-ground',
  detail: '不予采纳的，须选择情形；采纳的不选。',
  article: '复议法 2023 第43条第2款、第46条；实施条例 2026 第47条、第48条',
  onInput: true,
  holds: (_facts, { input }) => input.admitted === (input.ground === undefined),
};

export const enoughInvestigators: Rule<RecordInvestigationInput> = {
  code: 'reconsideration.too-few-investigators',
  detail: '调查取证时，行政复议人员不得少于2人，并应当出示行政复议工作证件。',
  article: '复议法 2023 第45条第2款',
  onInput: true,
  holds(facts, { input }) {
    const ids = input.investigators.map((each) => each.officerId);
    return (
      new Set(ids).size === ids.length &&
      ids.length >= INVESTIGATORS_MIN &&
      ids.every((id) => facts.staffIds.includes(id))
    );
  },
};

export const investigatorsImpartial: Rule<RecordInvestigationInput> = {
  code: 'reconsideration.conflict-of-interest',
  detail: '所选人员与本案有利害关系，应当回避，请另行指定。',
  article: '公务员法 第76条',
  onInput: true,
  holds: (facts, { input }) => !input.investigators.some((each) => facts.conflictedIds.includes(each.officerId)),
};

/** Between acceptance and today. */
export const dayInTrial: Rule<{ on: string }> = {
  code: 'reconsideration.day-outside-trial',
  detail: '日期应在受理之日至今天之间。',
  article: '复议法 2023 第45条；实施条例 2026 第45条、第46条',
  onInput: true,
  holds: (facts, { today, input }) => input.on <= today && (facts.acceptedOn === null || input.on >= facts.acceptedOn),
};

export const appraisalComplete: Rule<BeginFactFindingInput> = {
  code: 'reconsideration.appraisal-incomplete',
  detail: '鉴定由当事人申请、经行政复议机构同意，请填写申请鉴定的当事人、鉴定机构及其确定方式；现场勘验不填。',
  article: '实施条例 2026 第45条、第46条',
  onInput: true,
  holds(facts, { input }) {
    const { partyId, body, choice } = input;
    if (input.kind === 'INSPECTION') return partyId === undefined && body === undefined && choice === undefined;
    return body !== undefined && choice !== undefined && facts.parties.some((party) => party.partyId === partyId);
  },
};

export const factFindingLasts: Rule<EndFactFindingInput> = {
  code: 'reconsideration.no-such-fact-finding',
  detail: '没有这项正在进行的勘验或者鉴定，或者结束日期早于开始日期。',
  article: '实施条例 2026 第45条、第46条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.factFinding.some((each) => each.id === input.factFindingId && input.on >= each.begunOn),
};
