import { inChinese, isCalendarDate } from '@app/kernel';
import type { PaperCase } from './paper-case.js';
import { dueOn, itemsOf } from './words-of-case.js';

/** Values by the names of fields. */
export type Values = Readonly<Record<string, unknown>>;
export type ValuesOf = (of: PaperCase) => Values;

/** What was recorded at a step, or is proposed for it. */
export const step = (of: PaperCase, name: string): Values => of.steps[name] ?? {};

/** The day a step was recorded; undefined while it is only proposed. */
export const recordedOn = (of: PaperCase, name: string): unknown => step(of, name)['recordedOn'];

/** These of what was recorded at a step. */
export const fromStep =
  (name: string, ...keys: string[]): ValuesOf =>
  (of) =>
    Object.fromEntries(keys.map((key) => [key, step(of, name)[key]]));

/** A text of a step as items. */
export function itemsOfStep(of: PaperCase, name: string, key: string): string[] {
  const written = step(of, name)[key];
  return typeof written === 'string' ? itemsOf(written) : [];
}

/** 2026年7月1日09:30, of a step with a day and an hour. */
export function timeOfStep(of: PaperCase, name: string): string | undefined {
  const { on, time } = step(of, name);
  return isCalendarDate(on) && typeof time === 'string' ? `${inChinese(on)}${time}` : undefined;
}

/** The extension of the decision period: once it is made its clock shows the later due day, before the earlier. */
export const extension: ValuesOf = (of) => ({
  ...fromStep('extend', 'reason', 'days')(of),
  [recordedOn(of, 'extend') === undefined ? 'originalDueOn' : 'newDueOn']: dueOn(of, 'RC_DECIDE'),
});

/** The day of the last suspension, by either step. */
export const lastSuspendedOn = (of: PaperCase): unknown =>
  ['suspend', 'suspend-for-review']
    .map((name) => recordedOn(of, name))
    .filter(isCalendarDate)
    .sort()
    .at(-1);

/** On the ninth ground the case is suspended by the step that begins the review of a normative document. */
export const suspension: ValuesOf = (of) => {
  const { title, clause, reason } = step(of, 'suspend-for-review');
  if (title === undefined || (of.steps['suspend'] && of.application?.suspensionGround !== 'S9'))
    return fromStep('suspend', 'ground', 'explanation')(of);
  const where = [title, clause].filter((each) => typeof each === 'string').join('');
  return {
    ground: 'S9',
    explanation: `需要对${where}的合法性进行附带审查：${String(reason)}`,
    suspendedFrom: recordedOn(of, 'suspend-for-review'),
  };
};

export const stay: ValuesOf = (of) => ({
  ...fromStep('stay-execution', 'ground', 'reason')(of),
  stayedFrom: recordedOn(of, 'stay-execution'),
});
