import { SPECIAL_APPLICANTS } from './codes.js';
import { fails, met, open, type AdmissibilityRule, type Verdict } from './rule.js';
import type { StatedSpecialApplicant } from './stated-parts.js';

/** At least half: 以上 includes the number (条例 2026 第15条; 民法典 第1259条). */
export function atLeastHalf(part: number, whole: number): boolean {
  return part * 2 >= whole;
}

/** More than half: 过半数 does not include it (条例 2026 第16条; 民法典 第1259条). */
export function moreThanHalf(part: number, whole: number): boolean {
  return part * 2 > whole;
}

/** Members act where the collective does not: half of them or more. */
function members({ total, signing }: StatedSpecialApplicant): Verdict {
  if (total === undefined || signing === undefined)
    return open('未查明成员总数和申请人数', '请填写成员总数和申请的成员数。');
  return atLeastHalf(signing, total)
    ? met('半数以上成员提出申请')
    : fails('申请的成员不足半数', '由该组织申请，或者由半数以上成员申请。');
}

/** Owners act where their committee does not: with more than half of the floor area, or of the households. */
function owners({ total, signing, areaTotal, areaSigning }: StatedSpecialApplicant): Verdict {
  const households = total !== undefined && signing !== undefined;
  const area = areaTotal !== undefined && areaSigning !== undefined;
  if ((households && moreThanHalf(signing, total)) || (area && moreThanHalf(areaSigning, areaTotal)))
    return met('专有部分面积过半数或者总户数过半数的业主提出申请');
  if (!households || !area) return open('未查明户数、面积', '请填写总户数、专有部分总面积和申请的业主所占数量。');
  return fails('申请的业主所占面积和户数均未过半数', '由业主委员会申请，或者由过半数的业主申请。');
}

/** PART-3. */
export const SPECIAL_RULE: AdmissibilityRule = {
  code: 'PART-3',
  condition: 'IDENTIFIED',
  article: '实施条例 2026 第12条至第16条',
  facts: ['stated.specialApplicant'],
  applies: ({ stated }) => stated.specialApplicant !== undefined,
  judge({ stated }) {
    const special = stated.specialApplicant!;
    const { name, actor } = SPECIAL_APPLICANTS[special.type];
    if (special.byProperActor) return met(`${name}由${actor}申请`);
    if (special.type === 'RURAL_COLLECTIVE') return members(special);
    if (special.type === 'OWNERS') return owners(special);
    return fails(`${name}应当以${actor}申请`, `请由${actor}提出申请。`);
  },
};
