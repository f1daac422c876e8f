import { papersOfSteps } from '@app/documents';
import { RECONSIDERATION } from '../domain/lifecycle.js';

const DECISIONS = [
  'R22-MAINTAIN',
  'R22-CHANGE',
  'R22-REVOKE',
  'R22-CONFIRM-ILLEGAL',
  'R22-ORDER-PERFORM',
  'R22-CONFIRM-INVALID',
  'R22-REJECT-CLAIMS',
  'R22-AGREEMENT',
];

/**
 * What the procedure's steps call their documents, and the kinds of paper these are. Several kinds: one of them, or
 * those that go together.
 */
export const PAPERS_BY_NAME: Readonly<Record<string, readonly string[]>> = {
  行政复议申请书: ['R01'],
  口头申请笔录: ['R02'],
  收件回执: ['R03'],
  立案审批表: ['R31-ACCEPTANCE'],
  补正通知书: ['R04', 'R04-RESPONDENT'],
  延长补正期限通知书: ['R04-EXTENSION'],
  工作记录: ['R31-WORK-RECORD'],
  不予受理决定书: ['R05'],
  告知书: ['R30-NOT-HANDLED'],
  撤回申请书: ['R24-WITHDRAWAL'],
  撤回行政复议申请书: ['R24-WITHDRAWAL'],
  受理通知书: ['R06', 'R30-RIGHTS'],
  '受理通知书（补发）': ['R06-DEEMED', 'R30-RIGHTS'],
  指定办案人员通知: ['R06-TRACK'],
  适用程序告知书: ['R06-TRACK'],
  答复通知书: ['R07'],
  参加行政复议通知书: ['R08'],
  不准予参加行政复议告知书: ['R08-REFUSED'],
  听取意见笔录: ['R09'],
  听证通知书: ['R10'],
  变更听证通知书: ['R10-CHANGE'],
  取消听证通知书: ['R10-CANCEL'],
  听证笔录: ['R11'],
  提请咨询函: ['R12-REQUEST'],
  咨询意见: ['R12'],
  停止执行通知书: ['R13', 'R31-STAY'],
  转为普通程序审理通知书: ['R14'],
  延期审理通知书: ['R15', 'R31-EXTENSION'],
  行政复议中止通知书: ['R16', 'R31-SUSPENSION'],
  恢复审理通知书: ['R17', 'R31-SUSPENSION'],
  规范性文件转送函: ['R18'],
  规范性文件审查答复通知书: ['R19'],
  规范性文件处理决定书: ['R20'],
  恢复执行通知书: ['R13-RESUMED'],
  合并审理通知书: ['R30-JOINDER'],
  分案审理通知书: ['R30-SEVERANCE'],
  协助调查函: ['R30-INVESTIGATION'],
  调查笔录: ['R30-INQUIRY'],
  现场勘验通知书: ['R30-INSPECTION'],
  勘验笔录: ['R30-INSPECTION-RECORD'],
  释明笔录: ['R30-EXPLANATION'],
  合议笔录: ['R31-PANEL'],
  提级审理请示: ['R30-UPLIFT-REQUEST'],
  提级审理告知书: ['R30-UPLIFT-NOTICE'],
  鉴定委托书: ['R30-APPRAISAL'],
  查阅笔录: ['R30-FILE-ACCESS'],
  回避决定书: ['R30-RECUSAL'],
  代表人推选书: ['R30-REPRESENTATIVES'],
  授权委托书: ['R30-AUTHORISATION'],
  // Of the files to a superior that takes the case, or of facts to those who pursue responsibility.
  移送函: ['R30-UPLIFT', 'R30-REFERRAL'],
  审理报告: ['R31-REPORT'],
  审批表: ['R31-DECISION'],
  '行政复议决定书（稿）': DECISIONS,
  退回意见: ['R31-RETURN'],
  集体讨论记录: ['R31-DISCUSSION'],
  行政复议决定书: DECISIONS,
  驳回行政复议申请决定书: ['R21'],
  行政复议调解书: ['R23'],
  和解协议: ['R24-SETTLEMENT'],
  准予撤回行政复议申请通知书: ['R24-PERMIT'],
  行政复议终止决定书: ['R24-TERMINATION', 'R24-TERMINATION-OTHER'],
  送达回证: ['R29-RECEIPT'],
  送达地址确认书: ['R29-ADDRESS'],
  送达公告: ['R29-ANNOUNCEMENT'],
  行政复议意见书: ['R25'],
  行政复议建议书: ['R26'],
  责令履行通知书: ['R27'],
  约谈通知书: ['R27-TALK'],
  约谈记录: ['R27-TALK-RECORD'],
  通报: ['R27-CRITICISM'],
  履行催告书: ['R28-DEMAND'],
  强制执行申请书: ['R28'],
  抄告函: ['R30-COPY'],
  公开审查表: ['R31-PUBLICITY'],
  公开审批表: ['R31-PUBLICITY-APPROVAL'],
  公开文本: ['R31-PUBLIC-TEXT'],
  结案审批表: ['R31-CLOSING'],
  卷宗目录: ['R31-CONTENTS'],
};

/** What others write and the file only receives: kept as material, not drafted here. */
export const RECEIVED_PAPERS: readonly string[] = [
  '补正材料',
  '逾期理由说明',
  '申请书副本',
  '行政复议答复书',
  '证据清单',
  '证据目录',
  '鉴定意见',
  '回避申请书',
  '制定机关书面答复',
  '有权机关处理意见',
  '上级机关答复',
  '履行情况报告',
  '意见书办理情况报告',
  '应诉通知书',
  '责令受理通知书',
  '责令审理通知书',
  '责令恢复审理通知书',
  '提级审理通知书',
];

/** Kinds of paper of each step of the reconsideration, by the step's name. */
export const PAPERS_OF_STEP = papersOfSteps(RECONSIDERATION.transitions, PAPERS_BY_NAME);

const ofSteps = new Set(Object.values(PAPERS_OF_STEP).flat());

/** Kinds no step calls for: drafted when they are needed (查阅笔录, 送达地址确认书, 授权委托书). */
export const PAPERS_ON_DEMAND: readonly string[] = [...new Set(Object.values(PAPERS_BY_NAME).flat())].filter(
  (code) => !ofSteps.has(code),
);
