import type { CalendarDate } from '@app/kernel';
import type { Finding } from './finding.js';

export type PartyRole = 'APPLICANT' | 'THIRD_PARTY' | 'AGENT';
export type PartyKind = 'PERSON' | 'ORGANISATION';

/** What the rules on parties look at. `actsFor` is the position of the party an agent acts for. */
export interface PartyFacts {
  role: PartyRole;
  kind: PartyKind;
  idType: string | null;
  hasIdNumber: boolean;
  /** Two parties with the same ID number have the same key. */
  idKey: string | null;
  phone: string | null;
  address: string | null;
  legalRepresentative: string | null;
  isRepresentative: boolean;
  actsFor: number | null;
  authority: string | null;
}

/** The revised 实施条例 is in force from this day; earlier filings follow the rule of 2007. */
const REGULATION_2026 = '2026-07-01';

/** How many applicants need representatives, and how many (条例 2026 第17条; before, 条例 2007 第8条). */
export function representativeRule(receivedOn: CalendarDate): {
  above: number;
  least: number;
  most: number;
  article: string;
} {
  return receivedOn >= REGULATION_2026
    ? { above: 10, least: 2, most: 5, article: '实施条例 2026 第17条' }
    : { above: 5, least: 1, most: 5, article: '实施条例 2007 第8条' };
}

/** What is wrong with the parties of a dispute taken together. */
export function checkParties(parties: readonly PartyFacts[], receivedOn: CalendarDate): Finding[] {
  const findings: Finding[] = [];
  if (!parties.some((p) => p.role === 'APPLICANT'))
    findings.push(error('#/parties', 'applicantMissing', '至少应有一名申请人'));
  findings.push(...checkRepresentatives(parties, receivedOn), ...checkAgents(parties), ...checkTwice(parties));
  parties.forEach((party, i) => findings.push(...checkParty(party, `#/parties/${i}`)));
  return findings;
}

/** In a civil dispute, which no organ answers, the other side is entered as third party. */
export function checkOtherSide(parties: readonly PartyFacts[], civil: boolean): Finding[] {
  if (!civil || parties.some((p) => p.role === 'THIRD_PARTY')) return [];
  return [error('#/parties', 'otherSideMissing', '民间纠纷应填写对方当事人（登记为第三人）')];
}

function checkRepresentatives(parties: readonly PartyFacts[], receivedOn: CalendarDate): Finding[] {
  const findings: Finding[] = [];
  for (const role of ['APPLICANT', 'THIRD_PARTY'] as const) {
    const rule = representativeRule(receivedOn);
    const group = parties.filter((p) => p.role === role);
    const chosen = group.filter((p) => p.isRepresentative).length;
    if (chosen > rule.most)
      findings.push(error('#/parties', 'tooManyRepresentatives', `代表人最多 ${rule.most} 名（${rule.article}）`));
    if (role === 'APPLICANT' && group.length > rule.above && chosen < rule.least)
      findings.push(
        error(
          '#/parties',
          'representativesMissing',
          `申请人超过 ${rule.above} 人的，应推选 ${rule.least} 至 ${rule.most} 名代表人（${rule.article}）`,
        ),
      );
  }
  return findings;
}

function checkAgents(parties: readonly PartyFacts[]): Finding[] {
  const findings: Finding[] = [];
  const agents = new Map<number, number>();
  parties.forEach((party, i) => {
    const pointer = `#/parties/${i}`;
    if (party.role !== 'AGENT') {
      if (party.actsFor !== null)
        findings.push(error(`${pointer}/actsFor`, 'notAnAgent', '只有代理人可以填写被代理人'));
      return;
    }
    const principal = party.actsFor === null ? undefined : parties[party.actsFor];
    if (party.actsFor === null || principal === undefined || principal.role === 'AGENT')
      findings.push(error(`${pointer}/actsFor`, 'principalMissing', '代理人应指明所代理的申请人或者第三人'));
    else {
      const count = (agents.get(party.actsFor) ?? 0) + 1;
      agents.set(party.actsFor, count);
      if (count === 3)
        findings.push(error(pointer, 'tooManyAgents', '每名当事人可以委托一至二名代理人（复议法 2023 第17条）'));
    }
    if (party.authority === null)
      findings.push(error(`${pointer}/authority`, 'authorityMissing', '代理人应填写代理权限：一般授权或者特别授权'));
  });
  return findings;
}

function checkTwice(parties: readonly PartyFacts[]): Finding[] {
  const seen = new Set<string>();
  return parties.flatMap((party, i) => {
    if (party.idKey === null) return [];
    const key = `${party.role === 'AGENT' ? `agent of ${party.actsFor}` : ''}|${party.idKey}`;
    if (seen.has(key)) return [error(`#/parties/${i}/idNumber`, 'partyTwice', '同一证件号码的当事人已填写')];
    seen.add(key);
    return [];
  });
}

function checkParty(party: PartyFacts, pointer: string): Finding[] {
  const findings: Finding[] = [];
  if (party.isRepresentative && party.role === 'AGENT')
    findings.push(error(`${pointer}/isRepresentative`, 'agentIsRepresentative', '代表人应从申请人或者第三人中推选'));
  if (party.kind === 'ORGANISATION') {
    if (party.idType !== null && party.idType !== 'USCC' && party.idType !== 'OTHER')
      findings.push(error(`${pointer}/idType`, 'idTypeOfPerson', '单位的证件类型应为统一社会信用代码或者其他证件'));
    if (!party.hasIdNumber) findings.push(warning(`${pointer}/idNumber`, 'usccMissing', '单位未填写统一社会信用代码'));
    if (party.role !== 'AGENT' && party.legalRepresentative === null)
      findings.push(
        warning(`${pointer}/legalRepresentative`, 'legalRepresentativeMissing', '单位未填写法定代表人或者负责人'),
      );
  } else {
    if (party.idType === 'USCC')
      findings.push(error(`${pointer}/idType`, 'idTypeOfOrganisation', '自然人的证件类型不能是统一社会信用代码'));
    if (!party.hasIdNumber) findings.push(warning(`${pointer}/idNumber`, 'idNumberMissing', '自然人未填写证件号码'));
  }
  if (party.role === 'APPLICANT' && party.address === null)
    findings.push(warning(`${pointer}/address`, 'addressMissing', '申请人未填写送达地址（实施条例 2026 第27条）'));
  if (party.role === 'APPLICANT' && party.phone === null)
    findings.push(warning(`${pointer}/phone`, 'phoneMissing', '申请人未填写联系电话（实施条例 2026 第27条）'));
  return findings;
}

const error = (pointer: string, code: string, detail: string): Finding => ({
  severity: 'error',
  pointer,
  code,
  detail,
});
const warning = (pointer: string, code: string, detail: string): Finding => ({
  severity: 'warning',
  pointer,
  code,
  detail,
});
