import { dueOn, fromStep, recordedOn, step, type ValuesOf as ValuesOfMatter } from '@app/cases';
import { isCalendarDate } from '@app/kernel';
import type { PaperCase } from './paper-case.js';

export type ValuesOf = ValuesOfMatter<PaperCase>;

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
