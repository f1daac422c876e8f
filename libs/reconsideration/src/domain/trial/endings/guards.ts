import type { Guard } from '@app/cases';
import { addDays } from '@app/kernel';
import { versionOn } from '../../law-version.js';
import { partiesOf, speakersOf, TERMINATING_GROUNDS, type ReconsiderationFacts } from '../../facts.js';
import type {
  ConcludeMediationInput,
  DecideWithdrawalInput,
  DismissInput,
  FileWithdrawalInput,
  TerminateCaseInput,
} from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

/** Calendar days of suspension after which the case may be terminated (复议法 2023 第41条第5项). */
export const SUSPENSION_TERM = 60;

export const noWithdrawal: Rule = {
  code: 'reconsideration.withdrawal-already-filed',
  detail: '申请人已提交撤回申请。',
  article: '复议法 2023 第41条第1项',
  holds: (facts) => facts.withdrawal === null,
};

export const withdrawalArrived: Rule<FileWithdrawalInput> = {
  code: 'reconsideration.received-in-future',
  detail: '收到日期不能晚于今天。',
  article: '复议法 2023 第41条第1项',
  onInput: true,
  holds: (_facts, { today, input }) => input.receivedOn <= today,
};

export const allApplicantsWithdraw: Rule<FileWithdrawalInput> = {
  code: 'reconsideration.withdrawal-not-by-all',
  detail: '撤回行政复议申请须经全体申请人同意，代表人不能代为撤回，请补齐签字。',
  article: '复议法 2023 第15条第2款、第41条第1项',
  onInput: true,
  holds: (facts, { input }) => {
    const applicants = partiesOf(facts, 'APPLICANT').map((party) => party.partyId);
    return applicants.length === input.signedByIds.length && applicants.every((id) => input.signedByIds.includes(id));
  },
};

export const withdrawalUndecided: Rule<DecideWithdrawalInput> = {
  code: 'reconsideration.no-withdrawal-to-decide',
  detail: '没有待审查的撤回申请。',
  article: '复议法 2023 第41条第1项、第74条',
  holds: (facts) => facts.withdrawal?.approved === false,
};

export const withdrawalAllowed: Rule<TerminateCaseInput> = {
  code: 'reconsideration.withdrawal-not-allowed',
  detail: '以撤回申请为由终止的，须先由行政复议机构准予撤回。',
  article: '复议法 2023 第41条第1项',
  onInput: true,
  holds: (facts, { input }) => input.ground !== 'T1' || facts.withdrawal?.approved === true,
};

export const suspendedLongEnough: Rule<TerminateCaseInput> = {
  code: 'reconsideration.suspension-term-running',
  detail:
    '只有因公民死亡、丧失行为能力或者组织终止而中止，且中止满60日原因仍未消除的，才能以此终止；下落不明等其他情形不适用。',
  article: '复议法 2023 第41条第5项',
  onInput: true,
  holds({ suspension }, { today, input }) {
    if (input.ground !== 'T5') return true;
    return (
      suspension !== null &&
      TERMINATING_GROUNDS.includes(suspension.ground) &&
      today >= addDays(suspension.on, SUSPENSION_TERM)
    );
  },
};

export const thirdPartiesKnown: Rule<ConcludeMediationInput> = {
  code: 'reconsideration.third-party-unknown',
  detail: '所选第三人不是本案的第三人。',
  article: '复议法 2023 第16条、第73条',
  onInput: true,
  holds(facts, { input }) {
    const known = partiesOf(facts, 'THIRD_PARTY').map((party) => party.partyId);
    return input.thirdPartyIds.every((id) => known.includes(id));
  },
};

/** Representatives sign for the other applicants only what binds them by law; admitting claims needs each of them. */
export const allSigned: Rule<ConcludeMediationInput> = {
  code: 'reconsideration.statement-not-signed',
  detail: '调解书须经各方当事人签名或者盖章：全体申请人、被申请人以及参与调解协议的第三人，请补齐。',
  article: '复议法 2023 第15条第2款、第73条第1款',
  onInput: true,
  holds(facts, { input }) {
    const sides = [...partiesOf(facts, 'APPLICANT'), ...speakersOf(facts, 'RESPONDENT')];
    const must = [...sides.map((party) => party.partyId), ...input.thirdPartyIds];
    return must.every((id) => input.signedByIds.includes(id));
  },
};

export const performancesFit: Rule<ConcludeMediationInput> = {
  code: 'reconsideration.performance-wrong',
  detail: '履行义务的应为在调解书上签名或者盖章的当事人，履行期限不能早于今天。',
  article: '复议法 2023 第73条、第77条',
  onInput: true,
  holds: (_facts, { today, input }) =>
    input.performances.every((each) => each.dueOn >= today && input.signedByIds.includes(each.partyId)),
};

export const explained: Rule<DismissInput> = {
  code: 'reconsideration.explanation-missing',
  detail: '以请求明显没有事实根据和法律依据驳回申请的，须先释明，请填写释明日期（不能晚于今天）和释明记录。',
  article: '实施条例 2026 第37条第1款第1项',
  onInput: true,
  holds: (_facts, { today, input }) =>
    input.ground !== 'GROUNDLESS' ||
    (input.explainedOn !== undefined && input.explainedOn <= today && input.explanation !== undefined),
};

export const failedNamed: Rule<DismissInput> = {
  code: 'reconsideration.failed-conditions',
  detail: '因不符合受理条件驳回申请的，须选择不符合的条件；其他情形不选。',
  article: '复议法 2023 第30条第1款、第33条',
  onInput: true,
  holds: (_facts, { input }) => (input.ground === 'CONDITIONS') === (input.failed !== undefined),
};

/** Before the regulation of 2026 an application could be dismissed only for missing conditions, or a missing duty. */
export const dismissalInForce: Rule<DismissInput> = {
  code: 'reconsideration.dismissal-not-in-force',
  detail: '该驳回情形自2026年7月1日起施行，此前只能以不符合受理条件驳回申请。',
  article: '实施条例 2026 第37条、第77条',
  onInput: true,
  holds: (_facts, { today, input }) => input.ground === 'CONDITIONS' || versionOn(today).regulation === '2026',
};
