/** Normative documents that may be reviewed along with an act; rules 规章 may not (复议法 2023 第13条). */
export const NORM_KINDS = {
  MINISTRY: '国务院部门的规范性文件',
  GOVERNMENT: '县级以上地方各级人民政府及其工作部门的规范性文件',
  TOWNSHIP: '乡、镇人民政府的规范性文件',
  AUTHORISED: '法律、法规、规章授权的组织的规范性文件',
} as const;
export type NormKind = keyof typeof NORM_KINDS;

export const NORM_BASES = { APPLIED: '申请人申请附带审查', EX_OFFICIO: '行政复议机关认为依据不合法' } as const;
export type NormBasis = keyof typeof NORM_BASES;

export const NORM_OUTCOMES = {
  LAWFUL: '规范性文件合法，在复议决定中一并告知',
  UNLAWFUL: '规范性文件不合法，决定停止执行有关条款并责令制定机关纠正',
} as const;
export type NormOutcome = keyof typeof NORM_OUTCOMES;

/** Why a clause is unlawful (复议法 2023 第59条; 实施条例 2026 第54条). */
export const NORM_FAULTS = {
  BEYOND_POWER: '超越权限',
  AGAINST_HIGHER: '违反上位法',
  OTHER: '其他不合法情形',
} as const;
export type NormFault = keyof typeof NORM_FAULTS;
