/** How a third party came to the case (复议法 2023 第16条第1款). */
export const JOINING_WAYS = { APPLIED: '本人申请参加', NOTIFIED: '行政复议机构通知参加' } as const;
export type JoiningWay = keyof typeof JOINING_WAYS;

export const JOINING_OUTCOMES = { ADMITTED: '准予参加', REFUSED: '不准予参加' } as const;
export type JoiningOutcome = keyof typeof JOINING_OUTCOMES;

/** Why an officer must not take part (公务员法 第76条; procedure modelled on 行诉法 第55条 [I]). */
export const RECUSAL_GROUNDS = {
  OWN_INTEREST: '涉及本人利害关系',
  RELATIVE: '涉及与本人有亲属关系人员的利害关系',
  EARLIER_ROLE: '曾参与本案行政行为的办理、审核或者调解',
  OTHER: '其他可能影响公正执行公务',
} as const;
export type RecusalGround = keyof typeof RECUSAL_GROUNDS;

export const RECUSAL_ASKERS = { SELF: '本人申请回避', PARTY: '当事人申请回避', EX_OFFICIO: '机关依职权' } as const;
export const RECUSAL_OUTCOMES = { GRANTED: '决定回避', REFUSED: '驳回回避申请' } as const;
export type RecusalOutcome = keyof typeof RECUSAL_OUTCOMES;

/** What an officer says to the handling proposed. */
export const VOTES = { AGREE: '同意', DISSENT: '不同意' } as const;
export type Vote = keyof typeof VOTES;

/** Grounds of joining cases (实施条例 2026 第43条). */
export const JOINDER_GROUNDS = {
  SEVERAL_ORGANS: '两个以上行政机关就同一事实对同一申请人作出行政行为',
  SEVERAL_APPLICANTS: '行政机关就同一事实对若干公民、法人或者其他组织作出行政行为',
  NEW_ACT: '行政复议期间被申请人对申请人作出新的行政行为',
  OTHER: '其他可以合并审理的情形',
} as const;
export type JoinderGround = keyof typeof JOINDER_GROUNDS;
