import type { Id, RoleCode } from '@app/kernel';

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
  readonly volume: 'MAIN' | 'SUB';
  readonly state: string;
  readonly addressees: readonly { readonly organId?: string | undefined }[];
  /** Who drafts and signs papers of its kind. */
  readonly writers: readonly RoleCode[];
  /** Who reads papers of its kind instead of all who conduct the case, where the kind says so. */
  readonly readers?: readonly RoleCode[] | undefined;
}

/**
 * Whether somebody who may see the case may read a paper of it. Drafts and the 副卷 are for those who conduct the case, or
 * whom the kind names instead, and for those who write such papers; whoever else sees the case reads what was signed and is addressed to his own organ.
 */
export function mayRead(paper: ReadablePaper, roles: ReadonlySet<RoleCode>, organs: readonly Id[]): boolean {
  const inside = paper.readers === undefined ? INSIDE : new Set(paper.readers);
  if ([...roles].some((role) => inside.has(role))) return true;
  if (paper.writers.some((role) => roles.has(role))) return true;
  const issued = paper.volume === 'MAIN' && (paper.state === 'SIGNED' || paper.state === 'VOID');
  return issued && paper.addressees.some(({ organId }) => organId !== undefined && organs.includes(organId));
}

/** Papers whose readers do not even include the archivist: a case file lists them, and does not bind them. */
export const isWalled = ({ readers }: Pick<ReadablePaper, 'readers'>): boolean =>
  readers !== undefined && !readers.includes('archivist');
