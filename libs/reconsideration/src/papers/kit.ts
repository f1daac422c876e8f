import type { AddresseeRole, Block, DocumentData, DocumentField, DocumentKind, Layout } from '@app/documents';
import { inChinese, isCalendarDate, type RoleCode } from '@app/kernel';
import { enumerate, inCapitals, operative, sentence } from './chinese.js';

type Choices = Readonly<Record<string, string>>;
const field =
  (type: DocumentField['type']) =>
  (name: string, label: string): DocumentField => ({ name, label, type, required: true });

export const text = field('text');
export const longText = field('long-text');
export const day = field('date');
export const count = field('number');
export const money = field('money');
export const list = field('list');
export const table = field('table');
export const choice = (name: string, label: string, choices: Choices): DocumentField => ({
  ...field('choice')(name, label),
  choices,
});

/** The field may be empty. */
export const maybe = (required: DocumentField): DocumentField => ({ ...required, required: false });

/** The field is required with such data only. */
export const when = (required: DocumentField, requiredWhen: (data: DocumentData) => boolean): DocumentField => ({
  ...required,
  required: false,
  requiredWhen,
});

/** What stands where a draft has no datum yet. */
const BLANK = '＿＿＿＿';

/** The data of a paper as words. What is missing in a draft is a blank. */
export class Words {
  constructor(private readonly data: DocumentData) {}

  has(name: string): boolean {
    const value = this.data[name];
    return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  }

  text(name: string): string {
    return this.has(name) ? String(this.data[name]).trim() : BLANK;
  }

  /** The paragraphs of a long text. */
  lines(name: string): string[] {
    return this.text(name).split(/\n+/).map(sentence);
  }

  /** 2026年7月1日. */
  day(name: string): string {
    return isCalendarDate(this.data[name]) ? inChinese(this.data[name]) : BLANK;
  }

  is(name: string, code: string): boolean {
    return this.data[name] === code;
  }

  /** What a choice says. */
  label(name: string, choices: Choices): string {
    return choices[this.text(name)] ?? BLANK;
  }

  number(name: string): number {
    return Number(this.data[name] ?? 0);
  }

  /** 人民币壹仟元整（1000.00元）. */
  money(name: string): string {
    return `人民币${inCapitals(this.number(name))}（${this.number(name).toFixed(2)}元）`;
  }

  list(name: string): readonly string[] {
    return (this.data[name] as readonly string[] | undefined) ?? [];
  }

  table(name: string): readonly (readonly string[])[] {
    return (this.data[name] as readonly (readonly string[])[] | undefined) ?? [];
  }

  /** The words of a field if it is there, otherwise nothing. */
  maybe(name: string, words: (value: string) => string): string[] {
    return this.has(name) ? [words(this.text(name))] : [];
  }
}

export const p = (line: string): Block => ({ type: 'paragraph', text: line });
/** Whom a letter addresses, flush left. */
export const to = (name: string): Block => ({ type: 'paragraph', text: name, flush: true });
export const h = (line: string): Block => ({ type: 'heading', level: 1, text: line });
export const paragraphs = (lines: readonly string[]): Block[] => lines.map(p);
export const numbered = (items: readonly string[]): Block[] => paragraphs(enumerate(items));
export const resolved = (items: readonly string[]): Block[] => paragraphs(operative(items));
export const signatures = (...slots: string[]): Block => ({ type: 'signatures', slots });
/** Their day stands under the signatures. */
export const signedOn = (on: string, ...slots: string[]): Block[] => [
  { type: 'signatures', slots, undated: true },
  p(on),
];
export const grid = (...rows: (readonly [string, string])[]): Block => ({ type: 'fields', rows });

/** Whoever works on a case may draft its papers. */
export const OFFICERS: readonly RoleCode[] = ['intake_officer', 'case_handler', 'panel_member'];

type Manner = Pick<DocumentKind, 'seal' | 'volume' | 'drafters' | 'signers' | 'fourEyes' | 'served'>;

/** Who answers for a paper. Which post signs what within an organ is local practice [L]. */
export const MANNERS = {
  /** The institution's notices: its head signs, the 行政复议专用章 is affixed. */
  INSTITUTION: {
    seal: 'SPECIAL',
    volume: 'MAIN',
    drafters: OFFICERS,
    signers: ['institution_head'],
    fourEyes: true,
    served: true,
  },
  /** In the authority's name, under its seal. */
  AUTHORITY: {
    seal: 'AUTHORITY',
    volume: 'MAIN',
    drafters: OFFICERS,
    signers: ['authority_head'],
    fourEyes: true,
    served: true,
  },
  /** What officers record: they sign themselves, with those present. */
  RECORD: { seal: 'NONE', volume: 'MAIN', drafters: OFFICERS, signers: OFFICERS, fourEyes: false, served: false },
  /** What parties sign: prepared by them or for them, kept as signed. */
  PARTY: {
    seal: 'NONE',
    volume: 'MAIN',
    drafters: ['applicant', ...OFFICERS],
    signers: ['applicant', ...OFFICERS],
    fourEyes: false,
    served: false,
  },
  /** Internal, 副卷: passed by the heads in turn. */
  INTERNAL: {
    seal: 'NONE',
    volume: 'SUB',
    drafters: OFFICERS,
    signers: ['dept_head', 'institution_head', 'authority_head'],
    fourEyes: true,
    served: false,
  },
} as const satisfies Record<string, Manner>;

interface Paper extends Partial<Manner> {
  readonly code: string;
  readonly name: string;
  readonly article: string;
  readonly manner: keyof typeof MANNERS;
  readonly series?: string;
  readonly layout: Layout;
  readonly to?: readonly AddresseeRole[];
  readonly relief?: string;
  readonly personal?: boolean;
  readonly fields: readonly DocumentField[];
  /** The body, from complete data. */
  readonly body: (words: Words) => readonly Block[];
}

/** A kind of paper from what is peculiar to it. */
export function paper({ manner, series, to = [], body, ...rest }: Paper): DocumentKind {
  return {
    ...MANNERS[manner],
    ...rest,
    series: series ?? null,
    addressees: to,
    compose: (data) => body(new Words(data)),
  };
}
