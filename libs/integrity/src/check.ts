import type { RoleCode } from '@app/kernel';

export type Severity = 'HIGH' | 'MEDIUM' | 'LOW';

/** What kind of record a finding is about. */
export const SUBJECTS = {
  case: '案件',
  dispute: '争议',
  clock: '期限',
  proposal: '审批',
  document: '文书',
  delivery: '送达',
  file: '材料',
  reminder: '提醒',
  person: '人员',
  committee: '调解委员会',
} as const;
export type Subject = keyof typeof SUBJECTS;

type Procedure = 'reconsideration' | 'mediation' | 'ownership';

/** Who mends it: one role, or that of the case's procedure. */
export type Owner = RoleCode | Readonly<Record<Procedure, RoleCode>>;

/** A figure of the district's practice [L]. */
export interface Figure {
  readonly amount: number;
  /** 天, 件 … */
  readonly unit: string;
  readonly means: string;
}

/**
 * Something that must not be. A check is data: what it is, why it matters, who mends it, and the SQL that finds it.
 *
 * `walk` names a table `s` and which of its rows are looked at; they are walked by `id`, some thousand at a time, so that
 * a run over a million disputes never holds anything long. `find` is a SELECT over such a portion, the relation `w(id)`;
 * it answers `subject_id, dispute_id, case_id, organ_id, procedure`, the last two (either may be null) to find the owner
 * by. Both may use `$2::date`, today; `$3::int`, the check's figure; `$4::timestamptz`, now.
 */
export interface Check {
  readonly code: string;
  readonly name: string;
  /** Why it matters. */
  readonly why: string;
  readonly article: string | null;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly owner: Owner;
  /** What mends it. */
  readonly mend: string;
  readonly figure?: Figure;
  readonly walk: { readonly from: string; readonly where: string };
  readonly find: string;
}

/** Who answers for a procedure's cases: the department for reconsideration and ownership, the centre for mediation. */
export const PROCEDURE_HEADS: Owner = {
  reconsideration: 'dept_head',
  mediation: 'centre_manager',
  ownership: 'dept_head',
};

/** SQL: what a finding about the case `f` of the dispute `d` answers besides its subject. */
export const OF_CASE = 'f.dispute_id, f.id AS case_id, d.organ_id, f.procedure';
/** SQL: the same for a dispute `d` of the organ `o`: whose window it came to answers for it. */
export const OF_DISPUTE = `d.id AS dispute_id, NULL::uuid AS case_id, d.organ_id,
  CASE WHEN o.kind = 'MEDIATION_CENTRE' THEN 'mediation' ELSE 'reconsideration' END AS procedure`;

/** SQL: the person of the column `person` works here today: he holds a post, and his account is not disabled. */
export function works(person: string, role?: RoleCode): string {
  return `EXISTS (SELECT 1 FROM directory.post p WHERE p.person_id = ${person} AND p.valid_from <= $2::date
      AND (p.valid_until IS NULL OR $2::date < p.valid_until) ${role ? `AND p.role = '${role}'` : ''})
    AND NOT EXISTS (SELECT 1 FROM identity.account a WHERE a.person_id = ${person} AND a.disabled)`;
}
