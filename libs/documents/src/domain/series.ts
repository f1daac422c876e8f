/**
 * The series of numbers that exist, with the 机关代字 each is installed with. The prefix in force is the setting in
 * `documents.series`: the district's real ones could not be verified, so all are local practice [L].
 */
export const SERIES = {
  dispute: '余争',
  reconsideration: '余政复',
  mediation: '余行调',
  ownership: '余包案',
  /** 受理通知书. */
  'rc-acceptance': '余政复受',
  /** 补正通知书. */
  'rc-correction': '余政复补',
  /** 不予受理决定书. */
  'rc-refusal': '余政复不受',
  /** 答复通知书. */
  'rc-reply': '余政复答',
  /** 第三人参加通知书. */
  'rc-third-party': '余政复参',
  /** 听证通知书. */
  'rc-hearing': '余政复听',
  /** 延期审理通知书. */
  'rc-extension': '余政复延',
  /** 中止通知书. */
  'rc-suspension': '余政复中',
  /** 恢复审理通知书. */
  'rc-resumption': '余政复恢',
  /** 停止执行通知书. */
  'rc-stay': '余政复停',
  /** 终止决定书. */
  'rc-termination': '余政复终',
  /** 行政复议决定书. */
  'rc-decision': '余政复决',
  /** 行政复议调解书. */
  'rc-mediation': '余政复调',
  /** 驳回行政复议申请决定书. */
  'rc-dismissal': '余政复驳',
  /** 行政复议意见书. */
  'rc-opinion': '余政复意',
  /** 行政复议建议书. */
  'rc-suggestion': '余政复建',
  /** 责令履行通知书. */
  'rc-performance': '余政复责',
  /** 简易程序转为普通程序通知书. */
  'rc-conversion': '余政复转',
  /** 转送函、调查函、抄告函 and other letters. */
  'rc-letter': '余政复函',
  /** 告知书 and other notices without a series of their own. */
  'rc-notice': '余政复告',
  /** 调解受理通知书. */
  'md-acceptance': '余行调受',
  /** 不予接收（受理）通知书. */
  'md-refusal': '余行调不受',
  /** 交办单、指派函、指定书. */
  'md-assignment': '余行调派',
  /** 告知书、调解会通知书 and other notices of the mediation. */
  'md-notice': '余行调告',
  /** 回避决定. */
  'md-recusal': '余行调避',
  /** 调解协议书. */
  'md-agreement': '余行调协',
  /** 督促履行函. */
  'md-performance': '余行调督',
  /** 终止调解书. */
  'md-termination': '余行调终',
  /** 征求意见书、退回函、移送（反馈）函 and other letters of the mediation. */
  'md-letter': '余行调函',
  /** 包案交办单. */
  'co-assignment': '余包案交',
  /** 督办函 and other letters of case ownership. */
  'co-letter': '余包案函',
  /** 通报. */
  'co-criticism': '余包案通',
  /** 任务分解清单 of leaders' case ownership. */
  'co-list': '余包清',
  /** 督办单. */
  'co-supervision': '余包督',
} as const satisfies Record<string, string>;

export type SeriesCode = keyof typeof SERIES;

/** True if numbers can be taken from the series. */
export function isSeries(code: string): code is SeriesCode {
  return Object.hasOwn(SERIES, code);
}
