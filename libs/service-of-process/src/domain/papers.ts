import type { Receiver, ServiceMethod } from './methods.js';

/** A kind of paper that is served. */
export interface PaperRule {
  readonly name: string;
  /** A case has one of it; of others, each is a paper of its own. */
  readonly once: boolean;
  /** Methods that may not be used for it. */
  readonly barred?: readonly ServiceMethod[];
  /** Who alone may sign for it. */
  readonly receivers?: readonly Receiver[];
}

/** Papers by tag; the tag of a delivery says which step of the case its service is. */
export const PAPERS = {
  DECISION: { name: '行政复议决定书', once: true },
  DISMISSAL: { name: '驳回行政复议申请决定书', once: true },
  TERMINATION: { name: '终止行政复议决定书', once: true },
  REFUSAL: { name: '不予受理决定书', once: true },
  MEDIATION_STATEMENT: {
    name: '调解书',
    once: true,
    // 民诉解释 第133条, by analogy: on the party himself, or on whom he has named.
    barred: ['LIEN', 'ANNOUNCE'],
    receivers: ['SELF', 'LEGAL_REP', 'DESIGNATED'],
  },
  CORRECTION_NOTICE: { name: '补正通知书', once: false },
  ACCEPTANCE_NOTICE: { name: '受理通知书', once: true },
  COPY: { name: '答复通知书和申请书副本', once: true },
  PARTICIPATION_NOTICE: { name: '第三人参加行政复议通知书', once: false },
  HEARING_NOTICE: { name: '听证通知书', once: false },
  SUSPENSION_NOTICE: { name: '中止行政复议通知书', once: false },
  RESUMPTION_NOTICE: { name: '恢复行政复议通知书', once: false },
  EXTENSION_NOTICE: { name: '延期审理通知书', once: true },
  OPINION: { name: '行政复议意见书', once: false },
  PERFORMANCE_ORDER: { name: '责令履行通知书', once: false },
  NOTICE: { name: '其他文书', once: false },
} as const satisfies Record<string, PaperRule>;

export type PaperTag = keyof typeof PAPERS;

/** The rule of a kind of paper. */
export function paperRule(tag: PaperTag): PaperRule {
  return PAPERS[tag];
}
