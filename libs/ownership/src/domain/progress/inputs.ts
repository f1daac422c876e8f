import { RISKS, type Risk } from '../facts.js';
import { Flag, OneOf, Text } from '../fields.js';

export const REPORT_KINDS = { PROGRESS: '进展报告', CONSULTATION: '会商纪要', RECEPTION: '接访记录' } as const;

/** CO-04: 进展报告, 会商纪要 or 接访记录. */
export class ReportProgressInput {
  @OneOf(REPORT_KINDS, '报告种类')
  kind!: keyof typeof REPORT_KINDS;

  /** What was done since the last report. */
  @Text(5000, '进展')
  done!: string;

  /** What comes next. */
  @Text(2000, '下一步')
  next!: string;

  @OneOf(RISKS, '风险等级')
  risk!: Risk;

  /** The party was met or called. */
  @Flag('是否联系当事人')
  partyContacted!: boolean;
}
