import { papersOfSteps } from '@app/documents';
import { MEDIATION } from '../domain/lifecycle.js';

/**
 * What the procedure's steps, and those who work by it, call their documents, and the kinds of paper these are. Several
 * kinds: one of them, or those that go together.
 */
export const MEDIATION_PAPERS_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  立案审批表: ['M01'],
  调解申请书: ['M02'],
  '移送（委派、委托）调解函': ['M03'],
  案件登记表: ['M04'],
  征求意见书: ['M05', 'M06'],
  同意调解确认书: ['M06'],
  受理通知书: ['M07'],
  不予受理通知书: ['M08'],
  不予接收说明: ['M08', 'M08-SOURCE'],
  退回函: ['M09'],
  期限风险告知书: ['M10'],
  联络员交办单: ['M11'],
  调解员指派函: ['M12'],
  调解员指定书: ['M13'],
  选定调解员确认书: ['M14'],
  调解员确认书: ['M15'],
  权利义务告知书: ['M16'],
  回避申请书: ['M17'],
  回避决定: ['M18'],
  调解会通知书: ['M19', 'M19-CHANGE'],
  调解笔录: ['M20'],
  中止调解告知书: ['M21'],
  恢复调解告知书: ['M22'],
  延长调解期限确认书: ['M23'],
  工作记录: ['M24'],
  调解协议书: ['M25'],
  司法确认申请书: ['M26'],
  和解撤诉申请书: ['M27'],
  履行情况记录: ['M28'],
  回访记录: ['M29'],
  督促履行函: ['M30'],
  终止调解书: ['M31'],
  '移送（反馈）函': ['M32'],
  救济途径告知书: ['M33'],
  结案审批表: ['M34'],
  撤回调解申请书: ['M35'],
  撤回申请书: ['M35'],
};

/** What others write and the file only receives: kept as material, not drafted here. */
export const RECEIVED_BY_MEDIATION: readonly string[] = [
  '行政诉前调解书',
  '司法确认裁定书',
  '不予确认裁定书',
  '裁定书',
  '行政复议调解书',
  '行政复议终止决定书',
  '终止决定书',
  '履行凭证',
];

/** Not drafted: the export of the case file makes it. */
export const COMPILED_BY_EXPORT: readonly string[] = ['卷宗目录'];

/** Kinds of paper of each step of the mediation, by the step's name. */
export const MEDIATION_PAPERS_OF_STEP = papersOfSteps(MEDIATION.transitions, MEDIATION_PAPERS_BY_NAME);
