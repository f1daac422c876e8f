import { inChinese, type CalendarDate } from '@app/kernel';
import { decisionKind } from '../../domain/decision-kinds.js';
import type { Pronoun } from '../common.js';
import { METHOD_NAMES } from '../service/methods.js';
import { SERVED_NAMES } from './services-of-case.js';
import type { PaperCase, PaperClock, PaperParty } from './paper-case.js';

export const partiesOf = (of: PaperCase, role: PaperParty['role']): PaperParty[] =>
  of.parties.filter((party) => party.role === role);

/** 2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）; what was not done has neither day nor number. */
export function actOf({ act: { name, documentNo, on } }: PaperCase): string {
  const made = on === null ? '' : inChinese(on);
  const by = on === null && documentNo === null ? '' : '作出的';
  return `${made}${by}${name}${documentNo === null ? '' : `（${documentNo}）`}`;
}

/** How those addressed together are addressed. */
export function pronounOf(parties: readonly Pick<PaperParty, 'kind'>[]): Pronoun {
  if (parties.length > 1) return 'PLURAL';
  return parties[0]?.kind === 'ORGANISATION' ? 'UNIT' : 'PERSON';
}

/** The parties as a decision sets them out: no number of identity, no telephone. */
export function partyLines(of: PaperCase): string[] {
  return [
    ...partiesOf(of, 'APPLICANT').flatMap((party) => [...lineOf('申请人', party), ...agentsOf(of, party)]),
    ...(of.respondent ? [`被申请人：${of.respondent.name}`] : []),
    ...partiesOf(of, 'THIRD_PARTY').flatMap((party) => [...lineOf('第三人', party), ...agentsOf(of, party)]),
  ];
}

function lineOf(side: string, { kind, name, address, legalRepresentative }: PaperParty): string[] {
  const where = address === null ? [] : [kind === 'PERSON' ? `住${address}` : `住所地${address}`];
  const head = legalRepresentative === null ? [] : [`法定代表人（负责人）${legalRepresentative}`];
  return [`${side}：${[name, ...where, ...head].join('，')}`];
}

function agentsOf(of: PaperCase, party: PaperParty): string[] {
  return partiesOf(of, 'AGENT')
    .filter((agent) => agent.actsForId === party.id)
    .map((agent) => `委托代理人：${agent.name}`);
}

/** The items of a text somebody wrote: by line or semicolon, without the numbers he gave them. */
export function itemsOf(written: string): string[] {
  return written
    .split(/[\n；;]+/u)
    .map((item) =>
      item.trim().replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]|[\d一二三四五六七八九十]{1,2}[、.．])\s*/u, ''),
    )
    .filter((item) => item !== '');
}

/** The latest clock of a rule. */
export const clockOf = (of: PaperCase, rule: string): PaperClock | undefined =>
  of.clocks.filter((clock) => clock.rule === rule).at(-1);

export const dueOn = (of: PaperCase, rule: string): CalendarDate | undefined => clockOf(of, rule)?.dueOn;

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
