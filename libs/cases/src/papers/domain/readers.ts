import type { Id, RoleCode } from '@app/kernel';
import type { ProcedureCode } from '../../engine/procedure.js';

/** Roles of those who conduct the case; everybody else is a party to it, or of a party's house. */
const INSIDE: ReadonlySet<RoleCode> = new Set<RoleCode>([
  'intake_officer',
  'case_handler',
  'panel_member',
  'dept_head',
  'institution_head',
  'authority_head',
  'centre_staff',
  'centre_manager',
  'archivist',
  'system',
]);

export interface ReadablePaper {
  readonly procedure: ProcedureCode;
  readonly volume: 'MAIN' | 'SUB';
  readonly state: string;
  readonly addressees: readonly { readonly organId?: string | undefined }[];
  /** Who drafts and signs papers of its kind. */
  readonly writers: readonly RoleCode[];
  /** Who reads papers of its kind instead of all who conduct the case, where the kind says so. */
  readonly readers?: readonly RoleCode[] | undefined;
}

/**
 * In a mediation a draft may say what is offered, and the 副卷 what was said (复议法实施条例 2026 第48条): the 副卷 is the
 * mediators' alone, a draft its writers'. What was issued is the result, and read like any other paper.
 */
function isWalled({ procedure, volume, state }: ReadablePaper): boolean {
  return procedure === 'mediation' && (volume === 'SUB' || !ISSUED.has(state));
}

const ISSUED: ReadonlySet<string> = new Set(['SIGNED', 'VOID']);

/**
 * Whether somebody who may see the case may read a paper of it. Drafts and the 副卷 are for those who conduct the case, or
 * whom the kind names instead, and for those who write such papers; whoever else sees the case reads what was signed and is addressed to his own organ.
 */
export function mayRead(paper: ReadablePaper, roles: ReadonlySet<RoleCode>, organs: readonly Id[]): boolean {
  const writes = paper.writers.some((role) => roles.has(role));
  if (isWalled(paper)) return roles.has('mediator') || (writes && paper.volume === 'MAIN');
  const inside = paper.readers === undefined ? INSIDE : new Set(paper.readers);
  if (writes || [...roles].some((role) => inside.has(role))) return true;
  const issued = paper.volume === 'MAIN' && ISSUED.has(paper.state);
  return issued && paper.addressees.some(({ organId }) => organId !== undefined && organs.includes(organId));
}
