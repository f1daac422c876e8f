import { itemsOf } from '@app/documents';
import { inChinese, isCalendarDate } from '@app/kernel';
import type { PaperMatter } from './matter.js';

/** Values by the names of fields. */
export type Values = Readonly<Record<string, unknown>>;
export type ValuesOf<M extends PaperMatter = PaperMatter> = (of: M) => Values;

/** What was recorded at a step, or is proposed for it. */
export const step = (of: PaperMatter, name: string): Values => of.steps[name] ?? {};

/** The day a step was recorded; undefined while it is only proposed. */
export const recordedOn = (of: PaperMatter, name: string): unknown => step(of, name)['recordedOn'];

/** These of what was recorded at a step. */
export const fromStep =
  (name: string, ...keys: string[]): ValuesOf =>
  (of) =>
    Object.fromEntries(keys.map((key) => [key, step(of, name)[key]]));

/** A text of a step as items. */
export function itemsOfStep(of: PaperMatter, name: string, key: string): string[] {
  const written = step(of, name)[key];
  return typeof written === 'string' ? itemsOf(written) : [];
}

/** 2026年7月1日09:30, of a step with a day and an hour. */
export function timeOfStep(of: PaperMatter, name: string): string | undefined {
  const { on, time } = step(of, name);
  return isCalendarDate(on) && typeof time === 'string' ? `${inChinese(on)}${time}` : undefined;
}
