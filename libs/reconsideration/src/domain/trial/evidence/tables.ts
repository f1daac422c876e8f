/** Kinds of evidence (复议法 2023 第43条第1款). */
export const EVIDENCE_KINDS = {
  DOCUMENT: '书证',
  OBJECT: '物证',
  AUDIOVISUAL: '视听资料',
  ELECTRONIC: '电子数据',
  WITNESS: '证人证言',
  STATEMENT: '当事人的陈述',
  APPRAISAL: '鉴定意见',
  INSPECTION: '勘验笔录、现场笔录',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** Why evidence is not admitted. */
export const NON_ADMISSIONS = {
  NOT_PROVEN: '真实性、合法性、关联性不能确认',
  COLLECTED_DURING: '被申请人在行政复议期间自行收集（复议法 2023 第46条第1款）',
  WITHHELD_BEFORE: '行政程序中依法应当提供而无正当理由未提供（实施条例 2026 第47条）',
  CONCESSION: '为达成调解、和解作出的妥协（实施条例 2026 第48条）',
  LATE: '逾期提交',
} as const;
export type NonAdmission = keyof typeof NON_ADMISSIONS;

/** Work on the facts whose time does not count (实施条例 2026 第45条、第46条). */
export const FACT_FINDINGS = { INSPECTION: '现场勘验', APPRAISAL: '鉴定' } as const;
export type FactFinding = keyof typeof FACT_FINDINGS;

/** How the body that appraises was found (实施条例 2026 第46条). */
export const BODY_CHOICES = { AGREED: '当事人协商确定', DESIGNATED: '协商不成，由行政复议机构指定' } as const;
