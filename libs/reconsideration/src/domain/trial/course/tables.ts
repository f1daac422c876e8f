/** When execution of the act must be stayed (复议法 2023 第42条). */
export const STAY_GROUNDS = {
  RESPONDENT: '被申请人认为需要停止执行',
  AUTHORITY: '行政复议机关认为需要停止执行',
  APPLIED: '申请人、第三人申请停止执行，行政复议机关认为其要求合理，决定停止执行',
  LAW: '法律、法规、规章规定停止执行的其他情形',
} as const;
export type StayGround = keyof typeof STAY_GROUNDS;

/** When a superior may take a case (复议法 2023 第38条; 实施条例 2026 第40条). */
export const UPLIFT_GROUNDS = {
  PUBLIC_INTEREST: '涉及重大公共利益',
  NEW_TYPE: '新类型且重大、疑难、复杂',
  GUIDANCE: '具有普遍指导意义',
  OTHER: '其他需要由上级行政复议机关审理的情形',
} as const;
export type UpliftGround = keyof typeof UPLIFT_GROUNDS;
