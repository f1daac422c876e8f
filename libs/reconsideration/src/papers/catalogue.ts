import type { DocumentKind } from '@app/documents';
import type { CalendarDate } from '@app/kernel';
import { AFTER_PAPERS } from './after/after.js';
import { CONSEQUENCE_PAPERS } from './after/consequences.js';
import { articleOn } from './earlier-articles.js';
import { DECISION_PAPERS } from './decision/decisions.js';
import { dismissal } from './decision/dismissal.js';
import { SETTLEMENT_PAPERS } from './decision/settlement.js';
import { APPLICATION_PAPERS } from './intake/application.js';
import { CORRECTION_PAPERS } from './intake/correction.js';
import { OUTCOME_PAPERS } from './intake/outcome.js';
import { APPROVAL_FORMS } from './internal/approvals.js';
import { INTERNAL_RECORDS } from './internal/records.js';
import { SERVICE_PAPERS } from './service/service-papers.js';
import { COURSE_PAPERS } from './trial/course.js';
import { EVIDENCE_PAPERS } from './trial/evidence.js';
import { HEARING_PAPERS } from './trial/hearing.js';
import { MEASURE_PAPERS } from './trial/measures.js';
import { NORM_PAPERS } from './trial/norms.js';
import { PARTICIPANT_PAPERS } from './trial/participants.js';
import { TRIAL_RECORDS } from './trial/records.js';

const KINDS: readonly DocumentKind[] = [
  ...APPLICATION_PAPERS,
  ...CORRECTION_PAPERS,
  ...OUTCOME_PAPERS,
  ...PARTICIPANT_PAPERS,
  ...HEARING_PAPERS,
  ...COURSE_PAPERS,
  ...NORM_PAPERS,
  ...EVIDENCE_PAPERS,
  ...MEASURE_PAPERS,
  ...TRIAL_RECORDS,
  dismissal,
  ...DECISION_PAPERS,
  ...SETTLEMENT_PAPERS,
  ...AFTER_PAPERS,
  ...CONSEQUENCE_PAPERS,
  ...SERVICE_PAPERS,
  ...APPROVAL_FORMS,
  ...INTERNAL_RECORDS,
];

/** Every 文书 of the reconsideration, R01 to R31, as data. The texts are those of the law in force (2023, 2026). */
export const RECONSIDERATION_PAPERS: readonly DocumentKind[] = KINDS.map((kind) => ({
  ...kind,
  articleOn: (day: CalendarDate) => articleOn(kind, day),
}));

const BY_CODE = new Map(RECONSIDERATION_PAPERS.map((kind) => [kind.code, kind]));

/** @throws Error if there is no such kind */
export function reconsiderationPaper(code: string): DocumentKind {
  const kind = BY_CODE.get(code);
  if (!kind) throw new Error(`no paper of the reconsideration: ${code}`);
  return kind;
}
