import type { DocumentKind } from '@app/documents';
import { ENDING_PAPERS } from './ending.js';
import { LISTING_PAPERS } from './listing.js';
import { PLANNING_PAPERS } from './planning.js';
import { SUPERVISION_PAPERS } from './supervision.js';

/** Every 文书 of case ownership, C01 to C20, as data. */
export const OWNERSHIP_PAPERS: readonly DocumentKind[] = [
  ...LISTING_PAPERS,
  ...PLANNING_PAPERS,
  ...SUPERVISION_PAPERS,
  ...ENDING_PAPERS,
];

const BY_CODE = new Map(OWNERSHIP_PAPERS.map((kind) => [kind.code, kind]));

/** @throws Error if there is no such kind */
export function ownershipPaper(code: string): DocumentKind {
  const kind = BY_CODE.get(code);
  if (!kind) throw new Error(`no paper of case ownership: ${code}`);
  return kind;
}
