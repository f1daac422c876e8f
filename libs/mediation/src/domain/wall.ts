import type { RoleCode } from '@app/kernel';

/**
 * Where somebody stands towards the mediation wall (复议法实施条例 2026 第48条; 特邀调解规定 第22条; 在线调解规则 第18条):
 * the mediators inside; a party at its own side; the centre outside, but with the diary of sessions and who came, which it
 * needs to run the house [L]; everybody else sees how the mediation ended, and no more.
 */
export type Standing = 'MEDIATOR' | 'CENTRE' | 'APPLICANT' | 'RESPONDENT' | 'RESULT_ONLY';

const CENTRE: readonly RoleCode[] = ['centre_manager', 'centre_staff', 'committee_chair'];

/** The standing of somebody with these roles on the case. */
export function standingIn(roles: ReadonlySet<RoleCode>): Standing {
  if (roles.has('mediator')) return 'MEDIATOR';
  if (CENTRE.some((role) => roles.has(role))) return 'CENTRE';
  if (roles.has('applicant')) return 'APPLICANT';
  return roles.has('dept_liaison') ? 'RESPONDENT' : 'RESULT_ONLY';
}
