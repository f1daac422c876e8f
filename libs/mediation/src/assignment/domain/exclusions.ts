import { CIVIL } from '@app/cases';
import type { RoleCode } from '@app/kernel';
import type { Candidate, Subject } from './candidate.js';

export interface ExclusionRule {
  /** Chinese: why not. */
  readonly name: string;
  readonly article: string;
  /** It speaks against impartiality, and is looked at again when parties change and at confirmation. */
  readonly conflict: boolean;
  /** Who may set it aside, giving the reason; nobody if empty. */
  readonly overriddenBy: readonly RoleCode[];
  /** It does not stand against whom both sides have chosen knowing of it (在线调解规则 第13条第2款). */
  readonly waivedByChoice: boolean;
  applies(subject: Subject, candidate: Candidate): boolean;
}

const MANAGER: readonly RoleCode[] = ['centre_manager'];
const meets = (some: readonly string[], others: readonly string[]): boolean => some.some((id) => others.includes(id));

const absolute = (name: string, article: string, conflict: boolean, applies: ExclusionRule['applies']) => ({
  name,
  article,
  conflict,
  overriddenBy: [],
  waivedByChoice: false,
  applies,
});
const parties = (name: string, article: string, applies: ExclusionRule['applies']) => ({
  ...absolute(name, article, true, applies),
  waivedByChoice: true,
});
const practice = (name: string, article: string, applies: ExclusionRule['applies']) => ({
  ...absolute(name, article, false, applies),
  overriddenBy: MANAGER,
  waivedByChoice: true,
});

/** Who is not to be given the matter, and whether anybody may set that aside. */
export const EXCLUSIONS = {
  RESPONDENT_ORGAN: absolute('设在被申请人单位或者其上下级单位，或者在其中任职', '特邀调解规定 第15条', true, (s, c) =>
    meets(c.organIds, s.respondentFamily),
  ),
  PEOPLES_ONLY: absolute(
    '是人民调解委员会，只调解民间纠纷',
    '人民调解法 第2条；杭州市人民调解条例 第2条',
    false,
    (s, c) => c.peoples && s.matterCode !== CIVIL,
  ),
  RECONSIDERATION_OFFICER: absolute(
    '是同一争议行政复议案件的承办人或者审理人员',
    '特邀调解规定 第16条',
    true,
    (_s, c) => c.reconsiders,
  ),
  REPLACED: absolute(
    '已在本案中回避或者被更换',
    '特邀调解规定 第15条；在线调解规则 第14条',
    false,
    (_s, c) => c.replaced,
  ),
  SHUT_OUT: absolute('已对本争议回避', '特邀调解规定 第15条', true, (_s, c) => c.shutOut),
  TERM_OVER: absolute('任期未开始或者已届满', '特邀调解规定 第12条', false, (_s, c) => c.termOver),
  CONTRACT_OVER: absolute('签约合同未生效或者已到期', '中心工作惯例 [L]', false, (_s, c) => c.contractOver),
  SERVING: absolute('已是本案调解员', '特邀调解规定 第13条', false, (_s, c) => c.serving),
  FORMER_EMPLOYER: parties('三年内曾在被申请人单位任职', '特邀调解规定 第15条；三年为中心工作惯例 [L]', (s, c) =>
    meets(c.formerOrganIds, s.respondentFamily),
  ),
  RELATED: parties(
    '已申报与当事人有近亲属、利害或者其他关系',
    '特邀调解规定 第15条',
    (_s, c) => c.relations.length > 0,
  ),
  PARTY_EXCLUDED: parties(
    '一方当事人不同意由其调解',
    '特邀调解规定 第12条；杭州市人民调解条例 第29条',
    (_s, c) => c.excludedByParty,
  ),
  ABSENT: practice('正在请假', '中心工作惯例 [L]', (_s, c) => c.absent),
  OVER_CAP: practice('在办案件已达上限', '中心工作惯例 [L]', (_s, c) => c.openCases >= c.cap),
  LANGUAGE: practice(
    '不会所需语言',
    '人民调解法 第22条；中心工作惯例 [L]',
    (s, c) => s.language !== null && !c.languages.includes(s.language),
  ),
  // Its cases can go to mediators of the centre.
  NOBODY_FREE: {
    ...practice('没有可以承办的调解员', '中心工作惯例 [L]', (_s, c) => c.nobodyFree),
    overriddenBy: ['centre_staff', 'centre_manager'],
  },
} as const satisfies Record<string, ExclusionRule>;
export type ExclusionCode = keyof typeof EXCLUSIONS;

const RULES = Object.entries(EXCLUSIONS) as [ExclusionCode, ExclusionRule][];

/** Everything that stands against a candidate, in the order of {@link EXCLUSIONS}. */
export function exclusionsOf(subject: Subject, candidate: Candidate): ExclusionCode[] {
  return RULES.filter(([, rule]) => rule.applies(subject, candidate)).map(([code]) => code);
}

/** Of these, what speaks against impartiality; if the parties chose him, without what they knew of. */
export function conflictsAmong(codes: readonly ExclusionCode[], chosenByParties: boolean): ExclusionCode[] {
  return codes.filter((code) => EXCLUSIONS[code].conflict && !(chosenByParties && EXCLUSIONS[code].waivedByChoice));
}

/** How the exclusions of one who was named can be dealt with by somebody with these roles. */
export function standing(
  codes: readonly ExclusionCode[],
  roles: ReadonlySet<RoleCode>,
  chosenByParties: boolean,
): 'FREE' | 'NEEDS_REASON' | 'NEEDS_MANAGER' | 'BARRED' {
  const left = codes.filter((code) => !(chosenByParties && EXCLUSIONS[code].waivedByChoice));
  if (left.length === 0) return 'FREE';
  const rules = left.map((code): ExclusionRule => EXCLUSIONS[code]);
  if (rules.some((rule) => rule.overriddenBy.length === 0)) return 'BARRED';
  return rules.every((rule) => rule.overriddenBy.some((role) => roles.has(role))) ? 'NEEDS_REASON' : 'NEEDS_MANAGER';
}
