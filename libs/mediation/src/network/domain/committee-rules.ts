import { DomainError, type CalendarDate, type FieldError } from '@app/kernel';
import { COMMITTEE_KINDS, LEVELS, type CommitteeKind, type Level } from './codes.js';

/** What of a committee's profile must go together. */
export interface ProfileContent {
  readonly level: Level;
  readonly kind: CommitteeKind;
  readonly industry: string | null;
  readonly contractFrom: CalendarDate | null;
  readonly contractUntil: CalendarDate | null;
}

/** Everything that does not go together, by field; empty if all does. */
export function profileFaults(profile: ProfileContent): (FieldError & { field: keyof ProfileContent })[] {
  const faults: (FieldError & { field: keyof ProfileContent })[] = [];
  const wrong = (field: keyof ProfileContent, code: string, detail: string) =>
    faults.push({ field, pointer: `#/${field}`, code, detail });
  const kind = COMMITTEE_KINDS[profile.kind];
  if (!(kind.levels as readonly Level[]).includes(profile.level))
    wrong('level', 'levelOfKind', `${kind.name}的层级应为${kind.levels.map((level) => LEVELS[level]).join('或者')}`);
  if (profile.kind === 'INDUSTRY' && profile.industry === null) wrong('industry', 'industryMissing', '请填写行业');
  if (profile.kind !== 'INDUSTRY' && profile.industry !== null)
    wrong('industry', 'notAnIndustry', '只有行业调委会填写行业');
  if (profile.kind === 'SOCIAL_ORGANISATION' && profile.contractFrom === null)
    wrong('contractFrom', 'contractMissing', '签约社会组织须填写合同起始日');
  if (profile.kind !== 'SOCIAL_ORGANISATION' && (profile.contractFrom ?? profile.contractUntil) !== null)
    wrong('contractFrom', 'noContract', '只有签约社会组织填写合同期限');
  if (profile.contractUntil !== null && profile.contractFrom !== null && profile.contractUntil <= profile.contractFrom)
    wrong('contractUntil', 'badContract', '合同终止日应晚于起始日');
  return faults;
}

/** @throws DomainError mediation.bad-committee with the fields */
export function mustGoTogether(profile: ProfileContent): void {
  const errors = profileFaults(profile).map(({ pointer, code, detail }) => ({ pointer, code, detail }));
  if (errors.length === 0) return;
  throw new DomainError('mediation.bad-committee', {
    kind: 'invalid',
    detail: `${errors.map((e) => e.detail).join('；')}。`,
    errors,
  });
}
