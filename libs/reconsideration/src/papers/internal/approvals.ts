import {
  applicants,
  caseNo,
  choice,
  count,
  day,
  type DocumentField,
  type DocumentKind,
  grid,
  list,
  longText,
  maybe,
  OPINION_SPACE,
  respondent,
  text,
  type Words,
} from '@app/documents';
import { acceptedOn, act, receivedOn, theCase } from '../common.js';
import { law } from '../law.js';
import { paper } from '../manners.js';
import { STAY_GROUNDS, SUSPENSION_PAPER_GROUNDS } from '../trial/course.js';
import { DECISION_KINDS } from '../../domain/decision-kinds.js';

const MATTER = [applicants, respondent, act, caseNo] as const;
const officerOpinion = longText('officerOpinion', '承办人意见');

export interface Form {
  readonly code: string;
  readonly name: string;
  readonly article: string;
  readonly fields: readonly DocumentField[];
  readonly rows: (words: Words) => readonly (readonly [string, string])[];
  /** Who gives an opinion after the officer, in order. */
  readonly reviewers: readonly string[];
}

/** An approval form: what it is about, the officer's opinion, and space for those who review and approve. */
export function approval({ code, name, article, fields, rows, reviewers }: Form): DocumentKind {
  return paper({
    code,
    name,
    article,
    manner: 'INTERNAL',
    layout: 'FORM',
    fields: [...MATTER, ...fields, officerOpinion, text('officer', '承办人')],
    body: (words) => [
      grid(
        ['案件', theCase(words)],
        ...rows(words),
        ['承办人意见', words.text('officerOpinion')],
        ['承办人', words.text('officer')],
        ...reviewers.map((who) => [who, OPINION_SPACE] as const),
      ),
    ],
  });
}

export const DEPT = '部门负责人意见';
export const INSTITUTION = '行政复议机构负责人意见';
const AUTHORITY = '行政复议机关负责人意见';

const ACCEPTANCE_PROPOSALS = {
  ACCEPT: '受理',
  REFUSE: '不予受理',
  CORRECT: '通知补正',
  NOT_HANDLED: '告知不再处理',
} as const;

const acceptanceForm = approval({
  code: 'R31-ACCEPTANCE',
  name: '行政复议立案审批表',
  article: '复议法 2023 第30条、第31条',
  fields: [
    receivedOn,
    day('decideBy', '受理审查期限届满日'),
    list('claims', '行政复议请求'),
    longText('findings', '受理条件逐项审查情况'),
    choice('proposal', '拟处理意见', ACCEPTANCE_PROPOSALS),
  ],
  rows: (words) => [
    ['收到申请日期', words.day('receivedOn')],
    ['审查期限', `${words.day('decideBy')}届满`],
    ['行政复议请求', words.list('claims').join('；')],
    [`${law(30, 1)}规定的受理条件`, words.text('findings')],
    ['拟处理意见', words.label('proposal', ACCEPTANCE_PROPOSALS)],
  ],
  reviewers: [DEPT, INSTITUTION],
});

const KIND_NAMES = Object.fromEntries(Object.entries(DECISION_KINDS).map(([code, kind]) => [code, kind.name]));

const decisionForm = approval({
  code: 'R31-DECISION',
  name: '行政复议决定审批表',
  article: '复议法 2023 第61条第1款；实施条例 2026 第52条',
  fields: [
    acceptedOn,
    day('decideBy', '审理期限届满日'),
    choice('decisionKind', '拟作决定的类型', KIND_NAMES),
    longText('conclusion', '拟决定的内容'),
    maybe(longText('committee', '行政复议委员会咨询意见及采纳情况（不采纳的说明理由）')),
  ],
  rows: (words) => [
    ['受理日期', words.day('acceptedOn')],
    ['审理期限', `${words.day('decideBy')}届满`],
    ['拟作决定', words.label('decisionKind', KIND_NAMES)],
    ['决定内容', words.text('conclusion')],
    ['咨询意见及采纳情况', words.has('committee') ? words.text('committee') : '未提请咨询'],
  ],
  reviewers: [DEPT, INSTITUTION, AUTHORITY],
});

const extensionForm = approval({
  code: 'R31-EXTENSION',
  name: '延期审理审批表',
  article: '复议法 2023 第62条第1款',
  fields: [
    day('originalDueOn', '原审理期限届满日'),
    count('days', '延长天数'),
    longText('reason', '情况复杂的具体理由'),
  ],
  rows: (words) => [
    ['原审理期限', `${words.day('originalDueOn')}届满`],
    ['拟延长', `${words.number('days')}日（最多不得超过三十日）`],
    ['理由', words.text('reason')],
  ],
  reviewers: [DEPT, INSTITUTION],
});

const suspensionForm = approval({
  code: 'R31-SUSPENSION',
  name: '中止（恢复）审理审批表',
  article: '复议法 2023 第39条',
  fields: [
    choice('ground', '中止情形', SUSPENSION_PAPER_GROUNDS),
    longText('explanation', '中止的具体情况，或者中止原因消除的情况'),
    day('effectiveOn', '拟中止或者恢复的日期'),
  ],
  rows: (words) => [
    ['中止情形', words.label('ground', SUSPENSION_PAPER_GROUNDS)],
    ['具体情况', words.text('explanation')],
    ['拟中止或者恢复的日期', words.day('effectiveOn')],
  ],
  reviewers: [DEPT, INSTITUTION, AUTHORITY],
});

const stayForm = approval({
  code: 'R31-STAY',
  name: '停止执行审批表',
  article: '复议法 2023 第42条',
  fields: [
    choice('ground', '停止执行的情形', STAY_GROUNDS),
    longText('reason', '理由'),
    day('stayedFrom', '拟停止执行的起始日期'),
  ],
  rows: (words) => [
    ['停止执行的情形', words.label('ground', STAY_GROUNDS)],
    ['理由', words.text('reason')],
    ['起始日期', words.day('stayedFrom')],
  ],
  reviewers: [DEPT, INSTITUTION, AUTHORITY],
});

const closingForm = approval({
  code: 'R31-CLOSING',
  name: '行政复议结案审批表',
  article: '复议法 2023 第75条至第79条',
  fields: [
    acceptedOn,
    day('concludedOn', '审结日期'),
    text('outcome', '结案方式'),
    longText('serviceRecord', '送达情况'),
    longText('performance', '履行情况（无履行内容的注明）'),
    text('publicity', '公开审查意见'),
    maybe(text('copied', '抄告情况')),
  ],
  rows: (words) => [
    ['受理日期', words.day('acceptedOn')],
    ['审结日期', words.day('concludedOn')],
    ['结案方式', words.text('outcome')],
    ['送达情况', words.text('serviceRecord')],
    ['履行情况', words.text('performance')],
    ['公开审查意见', words.text('publicity')],
    ['抄告情况', words.has('copied') ? words.text('copied') : '不需要抄告'],
  ],
  reviewers: [DEPT, INSTITUTION],
});

export const APPROVAL_FORMS = [acceptanceForm, decisionForm, extensionForm, suspensionForm, stayForm, closingForm];
