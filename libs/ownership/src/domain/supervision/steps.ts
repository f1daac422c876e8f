import type { ClockEffect } from '@app/cases';
import type { OwnershipFacts } from '../facts.js';
import { ofResponsibleUnit, PRACTICE } from '../guards.js';
import { ACTIVE, ON_LIST } from '../states.js';
import type { Step } from '../step.js';
import { CAUSES } from './causes.js';
import * as guard from './guards.js';
import {
  AcceptSupervisionInput,
  AcknowledgeSupervisionInput,
  IssueCircularInput,
  IssueSupervisionInput,
  LiftMarkInput,
  MarkInput,
  ReplySupervisionInput,
  ReturnSupervisionInput,
} from './inputs.js';

const byTheSystem = {
  code: 'CO-05',
  from: ACTIVE,
  to: null,
  roles: ['system'],
  guards: [guard.notMarkedYet],
  input: MarkInput,
  article: PRACTICE,
} as const;

const markYellow: Step<MarkInput> = {
  ...byTheSystem,
  name: 'mark-yellow',
  label: '亮黄灯',
  documents: [],
  sentence: (_facts, { input }) => `亮黄灯：${CAUSES[input.cause].name}`,
};

const markRed: Step<MarkInput> = {
  ...byTheSystem,
  name: 'mark-red',
  label: '亮红灯',
  documents: [],
  sentence: (_facts, { input }) => `亮红灯：${CAUSES[input.cause].name}`,
};

const markCircular: Step<MarkInput> = {
  ...byTheSystem,
  name: 'mark-circular',
  label: '列入通报',
  documents: [],
  sentence: (_facts, { input }) => `列入通报：${CAUSES[input.cause].name}`,
};

const liftMark: Step<LiftMarkInput> = {
  code: 'CO-05',
  name: 'lift-mark',
  label: '熄灯',
  from: ON_LIST,
  to: null,
  roles: ['dept_head', 'institution_head'],
  guards: [guard.marked],
  input: LiftMarkInput,
  documents: [],
  article: PRACTICE,
};

const issueCircular: Step<IssueCircularInput> = {
  code: 'CO-05',
  name: 'issue-circular',
  label: '通报',
  from: ON_LIST,
  to: null,
  roles: ['institution_head'],
  guards: [guard.circularDue],
  input: IssueCircularInput,
  documents: ['通报'],
  article: PRACTICE,
};

/** The clock of an order starts with its row, which has the id only then. */
const issueSupervision: Step<IssueSupervisionInput> = {
  code: 'CO-05',
  name: 'issue-supervision',
  label: '签发督办单',
  from: ACTIVE,
  to: null,
  roles: ['dept_head', 'institution_head', 'case_leader'],
  guards: [],
  input: IssueSupervisionInput,
  documents: ['督办单'],
  article: PRACTICE,
};

const acknowledgeSupervision: Step<AcknowledgeSupervisionInput> = {
  code: 'CO-05',
  name: 'acknowledge-supervision',
  label: '签收督办单',
  from: ON_LIST,
  to: null,
  roles: ['unit_leader', 'dept_liaison'],
  guards: [ofResponsibleUnit, guard.orderToAcknowledge],
  input: AcknowledgeSupervisionInput,
  documents: ['督办单'],
  article: PRACTICE,
};

const replied: ClockEffect<OwnershipFacts, { orderId: string }> = {
  do: 'meet',
  rule: 'CO_SUPERVISION',
  concerns: (_facts, { input }) => input.orderId,
};

const replySupervision: Step<ReplySupervisionInput> = {
  code: 'CO-05',
  name: 'reply-supervision',
  label: '反馈督办事项',
  from: ON_LIST,
  to: null,
  roles: ['unit_leader', 'dept_liaison'],
  guards: [ofResponsibleUnit, guard.orderToReply],
  input: ReplySupervisionInput,
  clocks: [replied],
  documents: ['督办单'],
  article: PRACTICE,
};

const acceptSupervision: Step<AcceptSupervisionInput> = {
  code: 'CO-05',
  name: 'accept-supervision',
  label: '督办事项办结',
  from: ON_LIST,
  to: null,
  roles: ['dept_head', 'institution_head', 'case_leader'],
  guards: [guard.orderReplied, guard.ofIssuer],
  input: AcceptSupervisionInput,
  review: 'pass',
  documents: ['督办单'],
  article: PRACTICE,
};

const returnSupervision: Step<ReturnSupervisionInput> = {
  code: 'CO-05',
  name: 'return-supervision',
  label: '退回督办反馈',
  from: ON_LIST,
  to: null,
  roles: ['dept_head', 'institution_head', 'case_leader'],
  guards: [guard.orderReplied, guard.ofIssuer],
  input: ReturnSupervisionInput,
  review: 'return',
  clocks: [
    {
      do: 'start',
      rule: 'CO_SUPERVISION',
      concerns: (_facts, { input }) => input.orderId,
      amount: (_facts, { input }) => input.workingDays,
    },
  ],
  documents: ['退回意见'],
  article: PRACTICE,
};

/** CO-05. */
export const SUPERVISION = [
  markYellow,
  markRed,
  markCircular,
  liftMark,
  issueCircular,
  issueSupervision,
  acknowledgeSupervision,
  replySupervision,
  acceptSupervision,
  returnSupervision,
];
