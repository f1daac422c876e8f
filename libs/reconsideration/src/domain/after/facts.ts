import type { CalendarDate, Id } from '@app/kernel';

/** What a decision may make somebody do. */
export const ITEM_KINDS = {
  REMAKE: '重新作出行政行为',
  PERFORM: '在期限内履行法定职责',
  COMPENSATE: '支付赔偿',
  RETURN: '返还财产、解除措施或者支付价款',
  OTHER: '其他履行内容',
} as const;
export type ItemKind = keyof typeof ITEM_KINDS;

export const ITEM_STATES = {
  OPEN: '未履行',
  PARTIAL: '部分履行',
  REPORTED: '已报告履行，待核实',
  DONE: '已履行',
  NOT_NEEDED: '无须履行',
} as const;
export type ItemState = keyof typeof ITEM_STATES;

/** One thing somebody has to do under the decision, by a day if one is set. */
export interface ItemFact {
  readonly id: Id;
  readonly kind: ItemKind;
  /** A party of the case; the respondent under its organ's id. */
  readonly obligorId: Id;
  readonly state: ItemState;
  readonly dueOn: CalendarDate | null;
}

/** 责令限期履行, 约谈, 通报批评, handing over for discipline, enforcement. */
export const MEASURES = {
  ORDER: '责令限期履行',
  INTERVIEW: '约谈',
  CRITICISM: '通报批评',
  DISCIPLINE: '移送追究责任',
  ENFORCEMENT: '强制执行',
} as const;
export type Measure = keyof typeof MEASURES;

export interface MeasureFact {
  readonly kind: Measure;
  /** The item or letter it is about, or the party enforced against. */
  readonly targetId: Id | null;
  readonly dueOn: CalendarDate | null;
}

/** 意见书, or 建议书, for which no report is due. */
export interface LetterFact {
  readonly id: Id;
  readonly kind: 'OPINION' | 'SUGGESTION';
  readonly issuedOn: CalendarDate;
  readonly receivedOn: CalendarDate | null;
  readonly reportedOn: CalendarDate | null;
  /** Last day to report. */
  readonly dueOn: CalendarDate | null;
}

export const PUBLICATIONS = { PUBLIC: '公开', PARTIAL: '部分公开', NOT_PUBLIC: '不公开' } as const;
export type Publication = keyof typeof PUBLICATIONS;

export interface PublicationFact {
  readonly review: 'NONE' | 'OPEN' | 'CLOSED';
  readonly decision: Publication | null;
  readonly decidedOn: CalendarDate | null;
  readonly publishedOn: CalendarDate | null;
}

/** A suit against the decision of which the court gave notice. */
export interface LitigationFact {
  readonly courtNumber: string;
  readonly plaintiffId: Id;
}

/** What the decision orders besides itself, as its draft says. */
export interface OrderedFact {
  readonly compensation: boolean;
  readonly returned: boolean;
}

/** What a party has promised in the statement of mediation. */
export interface AgreedFact {
  readonly partyId: Id;
  readonly what: string;
  readonly dueOn: CalendarDate;
}

/** What happened after the decision. */
export interface AfterFacts {
  readonly ordered: OrderedFact;
  readonly agreed: readonly AgreedFact[];
  /** What follows from service was begun: items of performance, the copy to the superior. */
  readonly followedUp: boolean;
  readonly items: readonly ItemFact[];
  readonly measures: readonly MeasureFact[];
  readonly letters: readonly LetterFact[];
  readonly publication: PublicationFact;
  /** The respondent is a department of this government, whose superior gets a copy (复议法 2023 第79条第2款). */
  readonly ownDepartment: boolean;
  readonly superiorCopiedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  /** The period to sue of each party on whom the decision was served. */
  readonly suits: readonly { readonly partyId: Id; readonly dueOn: CalendarDate }[];
  readonly litigations: readonly LitigationFact[];
}

/** Nothing has happened yet. */
export const NOTHING_AFTER: AfterFacts = {
  ordered: { compensation: false, returned: false },
  agreed: [],
  followedUp: false,
  items: [],
  measures: [],
  letters: [],
  publication: { review: 'NONE', decision: null, decidedOn: null, publishedOn: null },
  ownDepartment: false,
  superiorCopiedOn: null,
  closedOn: null,
  suits: [],
  litigations: [],
};

/** An item that is neither done nor needless. */
export const isPending = (item: Pick<ItemFact, 'state'>): boolean =>
  item.state !== 'DONE' && item.state !== 'NOT_NEEDED';

/** An item whose day is over without its being done. */
export const isLate = (item: Pick<ItemFact, 'state' | 'dueOn'>, today: CalendarDate): boolean =>
  isPending(item) && item.dueOn !== null && item.dueOn < today;

/** A letter whose report is overdue (复议法 2023 第76条、第77条). */
export const isReportLate = (letter: LetterFact, today: CalendarDate): boolean =>
  letter.kind === 'OPINION' && letter.reportedOn === null && letter.dueOn !== null && letter.dueOn < today;
