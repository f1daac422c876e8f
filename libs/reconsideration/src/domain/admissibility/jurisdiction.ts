import type { VerticalSystem } from './codes.js';
import type { AdmissibilityFacts, OrganFact } from './facts.js';
import { answersItself } from './participants.js';
import { fails, met, open, type AdmissibilityRule, type Verdict } from './rule.js';

const BY_NAME: readonly (readonly [RegExp, VerticalSystem])[] = [
  [/税务(局|所|分局)/, 'TAX'],
  [/海关/, 'CUSTOMS'],
  [/外汇管理/, 'FOREX'],
  [/国家安全/, 'STATE_SECURITY'],
  [/海警/, 'COAST_GUARD'],
  [/金融监督管理|证券监督管理|人民银行/, 'FINANCE'],
];

/** The system in which an organ is led from above: as stated, else by its name. */
export function verticalSystemOf({
  respondent,
  stated,
}: Pick<AdmissibilityFacts, 'respondent' | 'stated'>): VerticalSystem {
  if (stated.verticalSystem !== undefined) return stated.verticalSystem;
  return BY_NAME.find(([pattern]) => respondent !== null && pattern.test(respondent.name))?.[1] ?? 'NONE';
}

/** The organ whose act it is in law, and the one above it: an organ without authorisation is its parent's. */
function answering(facts: AdmissibilityFacts): { organ: OrganFact | null; above: string | null } {
  const { respondent, parent } = facts;
  if (respondent === null || answersItself(respondent))
    return { organ: respondent, above: respondent?.parentId ?? null };
  return { organ: parent, above: parent?.parentId ?? null };
}

const nameOf = (organ: OrganFact | null, otherwise: string): string => organ?.name ?? otherwise;
const ours = (facts: AdmissibilityFacts): string => nameOf(facts.authority, '本级人民政府');
const city = (facts: AdmissibilityFacts): string => nameOf(facts.superior, '上一级人民政府');

/** Acts of bodies the ordinary rules do not reach. */
function isSpecial(facts: AdmissibilityFacts): boolean {
  return verticalSystemOf(facts) !== 'NONE' || facts.stated.byProvinceOrMinistry === true;
}

/** The organ is of this kind, and stands under our authority. */
function under(facts: AdmissibilityFacts, ...kinds: string[]): boolean {
  const { organ, above } = answering(facts);
  return organ !== null && !isSpecial(facts) && kinds.includes(organ.kind) && above === (facts.authority?.id ?? '');
}

/** Kinds of departments the district itself sets up. */
const DEPARTMENTS = ['DEPARTMENT', 'RECONSIDERATION_INSTITUTION'];

const isOurs = (facts: AdmissibilityFacts): Verdict => met(`由${ours(facts)}管辖`, { competent: [ours(facts)] });

/** Two authorities are competent; who applies here has chosen this one, unless he says otherwise. */
function chosen(facts: AdmissibilityFacts, other: string): Verdict {
  const competent = [ours(facts), other];
  if (facts.stated.choosesThisAuthority === false)
    return fails(`申请人选择向${other}申请`, `告知申请人向${other}申请。`, { competent });
  return met(`${competent.join('、')}均有管辖权，申请人选择本机关`, { competent });
}

const elsewhere = (authority: string): Verdict =>
  fails(`应由${authority}管辖`, `不予受理，并告知申请人向${authority}申请。`, { competent: [authority] });

type Jurisdiction = Pick<AdmissibilityRule, 'code' | 'article'> & {
  applies(facts: AdmissibilityFacts): boolean;
  judge(facts: AdmissibilityFacts): Verdict;
};

/** The place of the unit that dispatched an organ: our department, or a branch of the city's. */
function dispatchedBy(facts: AdmissibilityFacts, kinds: readonly string[]): boolean {
  const { respondent, parent } = facts;
  return (
    respondent?.kind === 'DISPATCHED' &&
    answersItself(respondent) &&
    !isSpecial(facts) &&
    parent !== null &&
    kinds.includes(parent.kind) &&
    parent.parentId === (facts.authority?.id ?? '')
  );
}

const superiorOf = (facts: AdmissibilityFacts): string => {
  const { respondent } = facts;
  return respondent === null ? '上一级主管部门' : `${respondent.name}的上一级主管部门`;
};

const TABLE: readonly Jurisdiction[] = [
  { code: 'JUR-1', article: '复议法 2023 第24条第1款第1项', applies: (f) => under(f, 'DEPARTMENT'), judge: isOurs },
  { code: 'JUR-2', article: '复议法 2023 第24条第1款第2项', applies: (f) => under(f, 'TOWN'), judge: isOurs },
  { code: 'JUR-3', article: '复议法 2023 第24条第1款第3项', applies: (f) => under(f, 'SUBDISTRICT'), judge: isOurs },
  {
    code: 'JUR-4',
    article: '复议法 2023 第24条第1款第4项',
    applies: (f) =>
      under(f, 'AUTHORISED_ORG', 'MANAGEMENT_COMMITTEE') ||
      (f.respondent?.kind === 'AUTHORISED_ORG' &&
        f.respondent.hasAuthorisation &&
        !isSpecial(f) &&
        f.parent?.parentId === (f.authority?.id ?? '')),
    judge: isOurs,
  },
  { code: 'JUR-5', article: '复议法 2023 第24条第4款', applies: (f) => dispatchedBy(f, DEPARTMENTS), judge: isOurs },
  {
    code: 'JUR-6',
    article: '复议法 2023 第24条第4款',
    applies: (f) => under(f, 'MUNICIPAL_BRANCH') || dispatchedBy(f, ['MUNICIPAL_BRANCH']),
    judge: (f) => chosen(f, city(f)),
  },
  {
    code: 'JUR-7',
    article: '复议法 2023 第24条第1款第2项、第30条第2款',
    applies: (f) => !isSpecial(f) && f.authority !== null && answering(f).organ?.id === f.authority.id,
    judge: (f) => elsewhere(city(f)),
  },
  {
    code: 'JUR-8',
    article: '复议法 2023 第28条',
    applies: (f) => under(f, 'RECONSIDERATION_INSTITUTION'),
    judge: (f) => chosen(f, '上一级司法行政部门'),
  },
  {
    code: 'JUR-9',
    article: '复议法 2023 第27条；实施条例 2026 第32条第2款',
    applies: (f) => !['NONE', 'COAST_GUARD'].includes(verticalSystemOf(f)),
    judge: (f) =>
      f.stated.jointWithDistrict === true
        ? met('与本区机关共同作出，任一有管辖权的机关可以受理', { competent: [ours(f), superiorOf(f)] })
        : elsewhere(superiorOf(f)),
  },
  {
    code: 'JUR-10',
    article: '实施条例 2026 第33条',
    applies: (f) =>
      f.respondent?.kind === 'INTERNAL_UNIT' && f.respondent.hasAuthorisation && f.parent !== null && !isSpecial(f),
    // A department has no reconsideration function: the authority over it is competent.
    judge: (f) => (f.parent!.parentId === f.authority?.id ? isOurs(f) : elsewhere(`${f.parent!.name}的复议机关`)),
  },
  {
    code: 'JUR-11',
    article: '实施条例 2026 第75条',
    applies: (f) => verticalSystemOf(f) === 'COAST_GUARD',
    judge: () => elsewhere('上一级海警机构'),
  },
  {
    code: 'JUR-12',
    article: '复议法 2023 第24条第2款、第25条、第26条',
    applies: (f) => f.stated.byProvinceOrMinistry === true,
    judge: (f) => elsewhere(nameOf(f.respondent, '作出该行为的省级人民政府或者国务院部门')),
  },
];

const rule = (row: Jurisdiction): AdmissibilityRule => ({
  ...row,
  condition: 'JURISDICTION',
  facts: ['respondent', 'parent', 'authority', 'stated.verticalSystem', 'stated.choosesThisAuthority'],
});

const uplift: AdmissibilityRule = {
  code: 'JUR-13',
  condition: 'JURISDICTION',
  article: '复议法 2023 第38条；实施条例 2026 第40条',
  facts: ['superior', 'stated.uplift'],
  applies: ({ stated }) => stated.uplift === 'REQUESTED' || stated.uplift === 'DECIDED',
  judge: (facts) =>
    facts.stated.uplift === 'DECIDED'
      ? elsewhere(city(facts))
      : open('已报请上级提级管辖，报请期间不计入办理期限', '等待上级复议机关答复。'),
};

/** Nothing of the table fits: an organ of another district, or one the register does not place. */
const unplaced: AdmissibilityRule = {
  code: 'JUR-0',
  condition: 'JURISDICTION',
  article: '复议法 2023 第24条至第28条',
  facts: ['respondent', 'parent', 'authority'],
  applies: (facts) => !TABLE.some((row) => row.applies(facts)),
  judge({ respondent, authority }) {
    const otherGovernment = ['TOWN', 'SUBDISTRICT', 'GOVERNMENT', 'DEPARTMENT', 'MUNICIPAL_BRANCH'];
    if (
      respondent !== null &&
      authority !== null &&
      otherGovernment.includes(respondent.kind) &&
      respondent.parentId !== null
    )
      return fails('被申请人不属于本机关的下级机关或者工作部门', '查明其本级人民政府，不予受理时告知申请人。');
    return open('机关登记中没有被申请人的隶属关系', '请在机关名录中补全被申请人的上级机关、授权依据。');
  },
};

/** JUR-1 to JUR-13, what the register of organs says. */
export const JURISDICTION_RULES: readonly AdmissibilityRule[] = [...TABLE.map(rule), uplift, unplaced];
