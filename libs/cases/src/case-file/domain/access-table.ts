import { CATEGORY_CODES, type Category, type Side, type Volume } from '@app/documents';
import type { RoleCode } from '@app/kernel';
import type { ProcedureCode } from '../../engine/procedure.js';

/** Who reads: a role on the case, or a party of the dispute (and its agents, who stand in its place). */
export type Reader = RoleCode | 'third_party';

/** Whose files: everybody's, or those of one's own and of the sides named. `OWN` is the very party's, or organ's. */
export type Reach = 'ALL' | readonly ('OWN' | Side)[];

interface Rule {
  readonly procedure: ProcedureCode;
  readonly volume: Volume;
  readonly categories: readonly Category[];
  readonly readers: readonly Reader[];
  readonly reach: Reach;
}

const rule = (
  procedure: ProcedureCode,
  volume: Volume,
  categories: readonly Category[],
  readers: readonly Reader[],
  reach: Reach,
): Rule => ({ procedure, volume, categories, readers, reach });

const PARTIES: readonly Reader[] = ['applicant', 'third_party'];
const HEADS: readonly Reader[] = ['dept_head', 'institution_head', 'authority_head'];
const OFFICERS: readonly Reader[] = ['case_handler', 'panel_member'];
const CENTRE: readonly Reader[] = ['centre_staff', 'centre_manager', 'committee_chair'];
/** What may lie in a mediation before the wall: not what was written down of its sessions. */
const BEFORE_WALL = CATEGORY_CODES.filter((category) => category !== 'RECORD');

/**
 * Who may list and read which files of a case; what is not here may not. Reading the respondent's papers: 复议法 2023
 * 第47条, 实施条例 2026 第49条; 副卷 is nobody's but the institution's. The wall around a mediation: 实施条例 2026 第48条,
 * of its papers only the result passes; records of its sessions and its 副卷 are the mediators' alone, the centre and the
 * archive see neither. The other rows are the district's [L].
 */
export const ACCESS: readonly Rule[] = [
  rule('reconsideration', 'MAIN', CATEGORY_CODES, [...OFFICERS, ...HEADS, 'intake_officer', 'archivist'], 'ALL'),
  rule('reconsideration', 'MAIN', ['APPLICATION', 'IDENTITY', 'AUTHORITY', 'SERVICE_RETURN'], PARTIES, ['OWN']),
  rule('reconsideration', 'MAIN', ['REPLY', 'BASIS', 'OTHER'], PARTIES, ['OWN', 'RESPONDENT']),
  rule('reconsideration', 'MAIN', ['EVIDENCE'], PARTIES, ['OWN', 'RESPONDENT', 'INSTITUTION']),
  rule('reconsideration', 'MAIN', ['RECORD', 'DOCUMENT'], PARTIES, ['OWN', 'INSTITUTION']),
  rule('reconsideration', 'MAIN', ['APPLICATION'], ['dept_liaison'], ['APPLICANT']),
  rule('reconsideration', 'MAIN', ['RECORD', 'DOCUMENT'], ['dept_liaison'], ['OWN', 'INSTITUTION']),
  rule('reconsideration', 'MAIN', ['EVIDENCE'], ['dept_liaison'], ['OWN', 'INSTITUTION']),
  rule(
    'reconsideration',
    'MAIN',
    ['AUTHORITY', 'REPLY', 'BASIS', 'SERVICE_RETURN', 'OTHER'],
    ['dept_liaison'],
    ['OWN'],
  ),
  rule('reconsideration', 'MAIN', ['APPLICATION'], ['mediator'], 'ALL'),
  rule('reconsideration', 'SUB', CATEGORY_CODES, [...OFFICERS, ...HEADS, 'archivist'], 'ALL'),

  rule('mediation', 'MAIN', CATEGORY_CODES, ['mediator'], 'ALL'),
  rule('mediation', 'MAIN', BEFORE_WALL, [...CENTRE, 'archivist'], 'ALL'),
  rule('mediation', 'MAIN', CATEGORY_CODES, [...PARTIES, 'dept_liaison'], ['OWN']),
  rule('mediation', 'MAIN', ['DOCUMENT'], [...OFFICERS, ...HEADS, ...PARTIES, 'dept_liaison'], ['INSTITUTION']),
  rule('mediation', 'SUB', CATEGORY_CODES, ['mediator'], 'ALL'),

  rule(
    'ownership',
    'MAIN',
    CATEGORY_CODES,
    ['case_handler', ...HEADS, 'case_leader', 'unit_leader', 'archivist'],
    'ALL',
  ),
  rule('ownership', 'MAIN', CATEGORY_CODES, ['dept_liaison'], ['OWN']),
  rule('ownership', 'SUB', CATEGORY_CODES, ['case_handler', ...HEADS, 'case_leader', 'archivist'], 'ALL'),
];

/** Who may add files, and whose; changing and withdrawing is for those who may add. */
export const INTAKE: readonly Rule[] = [
  rule('reconsideration', 'MAIN', CATEGORY_CODES, [...OFFICERS, 'intake_officer'], 'ALL'),
  rule('reconsideration', 'MAIN', ['AUTHORITY', 'REPLY', 'BASIS', 'EVIDENCE', 'OTHER'], ['dept_liaison'], ['OWN']),
  rule('reconsideration', 'MAIN', ['APPLICATION', 'IDENTITY', 'AUTHORITY', 'EVIDENCE', 'OTHER'], PARTIES, ['OWN']),
  rule('reconsideration', 'SUB', CATEGORY_CODES, [...OFFICERS, 'dept_head', 'institution_head'], 'ALL'),
  rule('mediation', 'MAIN', CATEGORY_CODES, ['mediator'], 'ALL'),
  rule('mediation', 'MAIN', BEFORE_WALL, ['centre_staff', 'centre_manager'], 'ALL'),
  rule('mediation', 'SUB', CATEGORY_CODES, ['mediator'], 'ALL'),
  rule('ownership', 'MAIN', CATEGORY_CODES, ['case_handler', 'dept_head', 'unit_leader'], 'ALL'),
  rule('ownership', 'SUB', CATEGORY_CODES, ['case_handler', 'dept_head'], 'ALL'),
];

/** What decides about a file. */
export interface Shelf {
  category: Category;
  volume: Volume;
  side: Side;
  partyId: string | null;
  organId: string | null;
}

/** Who asks: the roles, and the parties and organs for whom. */
export interface Viewer {
  readers: ReadonlySet<Reader>;
  ownIds: ReadonlySet<string>;
}

/** Whether one of the rules lets the viewer have the file. Pure. */
export function reaches(rules: readonly Rule[], procedure: ProcedureCode, viewer: Viewer, file: Shelf): boolean {
  return rules.some(
    (r) =>
      r.procedure === procedure &&
      r.volume === file.volume &&
      r.categories.includes(file.category) &&
      r.readers.some((reader) => viewer.readers.has(reader)) &&
      isWithin(r.reach, viewer, file),
  );
}

/** Whether the viewer reads everything of a volume: those may have the case file as a whole. */
export function readsAll(procedure: ProcedureCode, volume: Volume, viewer: Viewer): boolean {
  const nobodys = { volume, side: 'INSTITUTION', partyId: null, organId: null } as const;
  return CATEGORY_CODES.every((category) =>
    reaches(
      ACCESS.filter((r) => r.reach === 'ALL'),
      procedure,
      viewer,
      { ...nobodys, category },
    ),
  );
}

/** Those whom withholding concerns, and who see no withdrawn files: everybody outside the house. */
export const OUTSIDE: ReadonlySet<Reader> = new Set<Reader>(['applicant', 'third_party']);

function isWithin(reach: Reach, { ownIds }: Viewer, { side, partyId, organId }: Shelf): boolean {
  if (reach === 'ALL') return true;
  const own = [partyId, organId].some((id) => id !== null && ownIds.has(id));
  return reach.some((whose) => (whose === 'OWN' ? own : whose === side));
}
