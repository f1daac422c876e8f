import type { EffectContext } from '@app/cases';
import type { ClocksService } from '@app/deadlines';
import { DomainError, type RoleCode } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { MediationFacts } from '../domain/facts.js';

export type Context<I extends object = object> = EffectContext<MediationFacts, I>;

/**
 * Writes a step's own rows; the step is permitted, and its input checked. Some start clocks of their own, one for each
 * obligation.
 */
export type Effect = (tx: Tx, context: Context<never>, clocks: ClocksService) => void | Promise<void>;

/** Effects by the step's name. */
export type EffectTable = Readonly<Record<string, Effect>>;

/** For whom a party's role speaks; undefined for those who conduct the mediation. */
export function sideOfRole(role: RoleCode): 'APPLICANT' | 'RESPONDENT' | undefined {
  if (role === 'applicant') return 'APPLICANT';
  return role === 'dept_liaison' ? 'RESPONDENT' : undefined;
}

/** @throws DomainError mediation.not-your-side if somebody in a party's role speaks for another side */
export function mustBeOwnSide(role: RoleCode, side: string): void {
  const own = sideOfRole(role);
  if (own === undefined || own === side) return;
  throw new DomainError('mediation.not-your-side', { detail: '只能代表己方提出。', article: '特邀调解规定 第15条' });
}
