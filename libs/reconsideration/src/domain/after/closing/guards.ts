import type { Guard } from '@app/cases';
import type { ReconsiderationFacts } from '../../facts.js';
import { isPending } from '../facts.js';
import { endedByDecision, lastServedOn } from '../performance/items.js';
import { isComplete, isSplit } from './archive.js';
import type { ArchiveInput, CopyToSuperiorInput, LinkLitigationInput } from './inputs.js';

type Rule<I extends object = object> = Guard<ReconsiderationFacts, I>;

export const copyDue: Rule = {
  code: 'reconsideration.superior-copy-not-due',
  detail: '被申请人不是本级人民政府工作部门，或者已经抄告。',
  article: '复议法 2023 第79条第2款',
  holds: ({ after }) => after.ownDepartment && after.superiorCopiedOn === null,
};

export const copyDayFits: Rule<CopyToSuperiorInput> = {
  code: 'reconsideration.superior-copy-day-wrong',
  detail: '抄告日期应在决定书送达之日至今天之间。',
  article: '复议法 2023 第79条第2款',
  onInput: true,
  holds: (facts, { today, input }) => input.sentOn <= today && input.sentOn >= lastServedOn(facts, input.sentOn),
};

export const everybodyServed: Rule = {
  code: 'reconsideration.service-incomplete',
  detail: '尚有当事人未送达，请先完成送达。',
  article: '复议法 2023 第75条第2款',
  holds: (facts) => facts.parties.every((party) => party.servedOn !== null),
};

export const followedUp: Rule = {
  code: 'reconsideration.follow-up-missing',
  detail: '送达后的履行事项尚未列出，请先列出。',
  article: '复议法 2023 第77条第1款',
  holds: ({ after }) => after.followedUp,
};

export const performanceSettled: Rule = {
  code: 'reconsideration.performance-pending',
  detail: '尚有未履行完毕的事项，请核实履行情况；无须履行的，请说明理由。',
  article: '复议法 2023 第77条第1款',
  holds: ({ after }) => !after.items.some(isPending),
};

export const reportsIn: Rule = {
  code: 'reconsideration.letter-report-pending',
  detail: '尚有行政复议意见书未收到办理情况报告。',
  article: '复议法 2023 第76条',
  holds: ({ after }) => after.letters.every((letter) => letter.kind !== 'OPINION' || letter.reportedOn !== null),
};

export const publicationDecided: Rule = {
  code: 'reconsideration.publication-undecided',
  detail: '尚未决定复议决定书是否公开，请先完成隐私审查并由复议机构负责人决定。',
  article: '复议法 2023 第79条第1款',
  // What is published is a decision, not a statement of mediation or a termination.
  holds: (facts) => !endedByDecision(facts) || facts.after.publication.decision !== null,
};

export const fileComplete: Rule<ArchiveInput> = {
  code: 'reconsideration.file-incomplete',
  detail: '卷内目录不全：正卷应有申请书、决定类文书、送达回证，副卷应有审理报告或者审批表。',
  article: '档案法 第14条 [L]',
  onInput: true,
  holds: (_facts, { input }) => isComplete(input.entries),
};

export const fileSplit: Rule<ArchiveInput> = {
  code: 'reconsideration.volumes-mixed',
  detail: '审理报告、审批表、集体讨论记录等内部材料应当归入副卷。',
  article: '复议法 2023 第47条；档案法 第14条 [L]',
  onInput: true,
  holds: (_facts, { input }) => isSplit(input.entries),
};

export const yearOfClosing: Rule<ArchiveInput> = {
  code: 'reconsideration.archive-year-wrong',
  detail: '案卷应当归入结案年度。',
  article: '档案法 第14条 [L]',
  onInput: true,
  holds: ({ after }, { today, input }) => input.year === Number((after.closedOn ?? today).slice(0, 4)),
};

export const plaintiffIsParty: Rule<LinkLitigationInput> = {
  code: 'reconsideration.party-unknown',
  detail: '原告应为本案申请人或者第三人。',
  article: '行诉法 第25条、第45条',
  onInput: true,
  holds: (facts, { input }) =>
    facts.parties.some((party) => party.partyId === input.plaintiffId && party.side !== 'RESPONDENT'),
};

export const notLinked: Rule<LinkLitigationInput> = {
  code: 'reconsideration.litigation-already-linked',
  detail: '该法院案号已经登记。',
  article: '行诉法 第67条',
  onInput: true,
  holds: ({ after }, { input }) => !after.litigations.some((each) => each.courtNumber === input.courtNumber),
};

export const noticedByToday: Rule<LinkLitigationInput> = {
  code: 'reconsideration.notice-in-future',
  detail: '收到法院通知的日期不能晚于今天。',
  article: '行诉法 第67条',
  onInput: true,
  holds: (_facts, { today, input }) => input.noticedOn <= today,
};
