import { itemsOf } from '@app/documents';
import { inChinese, type CalendarDate } from '@app/kernel';
import type { PaperClock, PaperMatter, PaperParty } from './matter.js';

export const partiesOf = (of: PaperMatter, role: PaperParty['role']): PaperParty[] =>
  of.parties.filter((party) => party.role === role);

/** 2026年6月1日作出的行政处罚决定（余市监罚〔2026〕18号）; what was not done has neither day nor number. */
export function actOf({ act: { name, documentNo, on } }: PaperMatter): string {
  const made = on === null ? '' : inChinese(on);
  const by = on === null && documentNo === null ? '' : '作出的';
  return `${made}${by}${name}${documentNo === null ? '' : `（${documentNo}）`}`;
}

/** The parties as a paper sets them out: no number of identity, no telephone. */
export function partyLines(of: PaperMatter): string[] {
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

function agentsOf(of: PaperMatter, party: PaperParty): string[] {
  return partiesOf(of, 'AGENT')
    .filter((agent) => agent.actsForId === party.id)
    .map((agent) => `委托代理人：${agent.name}`);
}

/** The latest clock of a rule. */
export const clockOf = (of: PaperMatter, rule: string): PaperClock | undefined =>
  of.clocks.filter((clock) => clock.rule === rule).at(-1);

export const dueOn = (of: PaperMatter, rule: string): CalendarDate | undefined => clockOf(of, rule)?.dueOn;

/** What means the same on every paper of a case, by the names of fields. */
export const ofMatter = (of: PaperMatter): Readonly<Record<string, unknown>> => ({
  caseNo: of.number,
  respondent: of.respondent?.name,
  applicants: partiesOf(of, 'APPLICANT').map((party) => party.name),
  parties: partyLines(of),
  act: actOf(of),
  claims: itemsOf(of.claims),
  facts: of.facts,
});
