import { inChinese, isCalendarDate } from '@app/kernel';
import type { DocumentData } from '../domain/document-kind.js';
import { inCapitals, sentence } from './chinese.js';

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
  label(name: string, choices: Readonly<Record<string, string>>): string {
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
