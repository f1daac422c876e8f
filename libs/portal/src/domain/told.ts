/**
 * What of a case's history a party is told, and in what words: steps done towards the parties. Drafts, reports, reviews
 * and approvals (副卷) have no sentence, so they are not told; nor is any step that is added later, until it has one
 * (复议法 2023 第47条).
 */
const TOLD: Readonly<Record<string, string>> = {
  receive: '行政复议机关收到了您的申请',
  'assign-reviewer': '开始审查是否受理',
  'notify-correction': '通知您补正申请材料',
  'serve-correction-notice': '补正通知书已送达',
  'extend-correction': '延长了您的补正期限',
  'receive-correction': '收到了您补正的材料，重新审查是否受理',
  'accept-late-correction': '接收了您逾期补正的材料，重新审查是否受理',
  'lapse-correction': '补正期限届满，没有收到您补正的材料',
  refuse: '作出了不予受理决定，决定书将送达给您',
  'serve-refusal': '不予受理决定书已送达',
  'decline-repeat': '告知您同一事项不再处理',
  'withdraw-early': '您的申请已在受理前撤回',
  accept: '您的申请已经受理',
  'accept-deemed': '审查期限届满，您的申请视为受理',
  'open-trial': '确定了办案人员和审理程序，开始审理',
  'send-copy': '向被申请人发送了申请书副本',
  'record-copy-receipt': '被申请人收到了申请书副本',
  'receive-reply': '被申请人提交了书面答复和证据，您可以依法查阅',
  'default-reply': '被申请人没有在期限内答复',
  extend: '审理期限经批准延长',
  suspend: '案件中止审理',
  resume: '案件恢复审理',
  'suspend-for-review': '案件中止审理，附带审查规范性文件',
  'conclude-norm-review': '规范性文件的附带审查有了结论',
  'begin-fact-finding': '开始勘验或者鉴定',
  'end-fact-finding': '勘验或者鉴定有了结果',
  'decide-third-party': '对第三人参加行政复议作出了决定',
  'decide-recusal': '对回避申请作出了决定',
  'decide-withdrawal': '对撤回申请作出了决定',
  'join-cases': '案件与其他案件合并审理',
  'separate-case': '案件分开审理',
  'convert-to-ordinary': '案件转为普通程序审理',
  'schedule-hearing': '决定举行听证，并安排了时间',
  'notify-hearing': '听证通知书已送达一方当事人',
  'reschedule-hearing': '变更了听证时间',
  'cancel-hearing': '取消了听证',
  'hold-hearing': '举行了听证',
  'stay-execution': '决定停止执行被申请复议的行政行为',
  'lift-stay': '恢复执行被申请复议的行政行为',
  'transfer-up': '案件移送上级行政复议机关审理',
  'order-review': '上级行政机关责令受理',
  'order-trial': '上级行政机关责令审理',
  'order-resumption': '上级行政机关责令恢复审理',
  dismiss: '作出了驳回申请决定，决定书将送达给您',
  terminate: '作出了终止行政复议决定，决定书将送达给您',
  'conclude-mediation': '各方达成调解，制发了行政复议调解书',
  'serve-ending': '终结案件的文书已送达一方当事人',
  'order-performance': '责令被申请人限期履行',
  'confirm-performance': '核实了被申请人的履行情况',
  close: '案件办结',
  'approve-decision': '作出了行政复议决定，决定书将送达给您',
  'record-service': '行政复议决定书已送达一方当事人',
};

/** The sentence of an act in the trail; undefined if parties are not told of it. */
export function toldOf(action: string): string | undefined {
  const [lib, step] = action.split('.') as [string, string?];
  return lib === 'reconsideration' && step !== undefined ? TOLD[step] : undefined;
}

/** Periods a party is told of, and what happens by their end. Others are the office's own. */
const AWAITED: Readonly<Record<string, string>> = {
  RC_REVIEW: '行政复议机构决定是否受理；到期未决定不予受理的，视为受理',
  RC_CORRECT: '请您补正材料；没有正当理由逾期不补正的，视为放弃申请',
  RC_COPY: '行政复议机构将申请书副本发送被申请人',
  RC_REPLY: '被申请人提出书面答复，提交证据、依据',
  RC_DECIDE: '行政复议机关作出行政复议决定',
  RC_SUE: '您不服的，可以在此日前向人民法院提起行政诉讼',
  RC_REMAKE: '被申请人重新作出行政行为',
  RC_PERFORM: '被申请人履行复议决定',
  RC_ORDERED: '被申请人按责令的期限履行',
};

export function awaitedOf(rule: string): string | undefined {
  return AWAITED[rule];
}
