import { inChinese, type CalendarDate } from '@app/kernel';
import { decisionKind } from '../../domain/decision-kinds.js';
import { METHOD_NAMES } from '../service/methods.js';
import { SERVED_NAMES } from './services-of-case.js';
import type { PaperCase } from './paper-case.js';

/** Who was served what when, a line for each. */
export function serviceLines(of: PaperCase): string[] {
  return of.services.flatMap(({ document, recipientId, servedOn, method }) => {
    const name = [...of.parties, of.respondent].find((party) => party?.id === recipientId)?.name;
    const how = METHOD_NAMES[method ?? ''];
    const paper = SERVED_NAMES[document];
    return name && paper ? [`${paper}：${inChinese(servedOn)}送达${name}${how ? `（${how}）` : ''}`] : [];
  });
}

/** What the case was decided as, or how it ended otherwise, in the words of a form. */
export function decisionName({ draft, steps }: PaperCase): string | undefined {
  if (steps['conclude-mediation']) return '调解结案';
  if (steps['terminate']) return '终止行政复议';
  if (steps['dismiss']) return '驳回行政复议申请';
  return draft === null ? undefined : decisionKind(draft.kind).name;
}

/** 行政复议决定书（余政复决〔2026〕1号）. */
export const effectivePaper = ({ effective }: PaperCase): string | undefined =>
  effective === null ? undefined : `${effective.title}${effective.number === null ? '' : `（${effective.number}）`}`;

/** The day of the last service of what ended the case. */
export const effectiveOn = ({ services }: PaperCase): CalendarDate | undefined =>
  services.findLast(({ document }) =>
    ['DECISION', 'DISMISSAL', 'TERMINATION', 'MEDIATION_STATEMENT'].includes(document),
  )?.servedOn;
