import type { DocumentKind } from '@app/documents';
import { AGREEMENT_PAPERS } from './agreement/agreement.js';
import { PERFORMANCE_PAPERS } from './agreement/performance.js';
import { ASSIGNMENT_PAPERS } from './assignment/assignment.js';
import { RECUSAL_PAPERS } from './assignment/recusal.js';
import { CLOSING_PAPERS } from './closing/closing.js';
import { SESSION_PAPERS } from './course/sessions.js';
import { TERM_PAPERS } from './course/term.js';
import { APPLICATION_PAPERS } from './intake/application.js';
import { CONSENT_PAPERS } from './intake/consent.js';
import { OUTCOME_PAPERS } from './intake/outcome.js';

/** Every 文书 of the mediation, M01 to M35, as data. */
export const MEDIATION_PAPERS: readonly DocumentKind[] = [
  ...APPLICATION_PAPERS,
  ...CONSENT_PAPERS,
  ...OUTCOME_PAPERS,
  ...ASSIGNMENT_PAPERS,
  ...RECUSAL_PAPERS,
  ...SESSION_PAPERS,
  ...TERM_PAPERS,
  ...AGREEMENT_PAPERS,
  ...PERFORMANCE_PAPERS,
  ...CLOSING_PAPERS,
];

const BY_CODE = new Map(MEDIATION_PAPERS.map((kind) => [kind.code, kind]));

/** @throws Error if there is no such kind */
export function mediationPaper(code: string): DocumentKind {
  const kind = BY_CODE.get(code);
  if (!kind) throw new Error(`no paper of the mediation: ${code}`);
  return kind;
}
