/** What a state of a mediation means for a party, in plain Chinese. */
export interface MediationWords {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it means, and what comes next. */
  readonly meaning: string;
}

const words = (title: string, meaning: string): MediationWords => ({ title, meaning });
const ON_THE_WAY = '调解不停止您申请复议、提起诉讼的期限，请留意自己的期限。';

/** States of a mediation. One that is not here is not told. */
const STATES: Readonly<Record<string, MediationWords>> = {
  REFERRED: words('已转调解中心', `争议已经转到行政争议调解中心，中心将审查是否适合调解。${ON_THE_WAY}`),
  INTAKE_REVIEW: words('正在审查是否适合调解', '调解中心正在审查，会在三个工作日内决定是否接收。'),
  CONSENT_PENDING: words(
    '正在征询各方意见',
    '调解要各方都同意才能进行。请您答复是否同意；不同意的，不影响您的其他权利。',
  ),
  ACCEPTED: words(
    '已经受理调解',
    `各方同意调解。请您与对方共同选定调解员；两个工作日内没有选定的，由中心指定。${ON_THE_WAY}`,
  ),
  MEDIATOR_ASSIGNED: words(
    '已确定调解员',
    '调解员已经确定，会通知您调解的时间和地点。您认为调解员可能影响公正的，可以申请回避。',
  ),
  IN_SESSION: words('正在调解', `调解不公开进行。您在调解中作出的让步，以后不会被用作对您不利的证据。${ON_THE_WAY}`),
  PAUSED: words('调解暂停', '调解因故暂停，原因消除后调解员会通知您继续。'),
  AGREED: words('已谈妥，等待签署', '各方就解决办法达成一致，等待各方在调解协议书上签字。'),
  AGREEMENT_EFFECTIVE: words(
    '调解协议已生效',
    '各方已经签署调解协议，请按协议履行。需要的，可以在三十日内共同申请法院确认。',
  ),
  CONFIRMATION_PENDING: words('正在申请司法确认', '各方已经共同申请法院确认调解协议。'),
  CONFIRMED: words('法院已确认协议', '法院确认了调解协议；对方不履行的，您可以申请法院强制执行。'),
  CONFIRMATION_REFUSED: words('法院未予确认', '法院没有确认调解协议。您可以与对方重新协商，或者通过其他途径解决。'),
  PERFORMING: words('正在履行协议', '各方正在履行调解协议，调解中心会跟踪督促。'),
  FOLLOW_UP: words('履行完毕，等待回访', '协议约定的事项已经履行，调解中心会回访了解情况。'),
  CLOSED_SUCCESS: words('调解成功', '争议已经通过调解解决。'),
  TERMINATED: words('调解已终止', '没有达成协议，调解已经结束，将退回原来的程序。请留意您的复议、诉讼期限。'),
  RETURNED: words('已退回原程序', '调解没有达成协议，争议已经退回原来的程序继续办理。'),
  REJECTED: words('不适合调解', '调解中心审查后没有接收，理由会书面告知移送单位。'),
};

/** A state in plain words; of one that has none only that there is a mediation. */
export function mediationWords(state: string): MediationWords {
  return STATES[state] ?? words('调解正在办理', '调解正在办理，有进展时会告知您。');
}

/** Steps done towards the parties. What is said and offered has no sentence, nor has what a later release adds. */
const TOLD: Readonly<Record<string, string>> = {
  refer: '争议转到调解中心',
  reject: '调解中心没有接收',
  'take-on': '调解中心接收，开始征询各方意见',
  accept: '各方同意，受理调解',
  'return-unconsented': '没有取得各方同意，退回原程序',
  'choose-mediator': '各方共同选定了调解员',
  'appoint-mediator': '指定了调解员',
  'confirm-mediator': '调解员确认接受，调解期限开始计算',
  'raise-recusal': '有人提出调解员回避',
  'reject-recusal': '决定调解员不回避',
  'replace-mediator': '更换了调解员',
  'schedule-session': '安排了调解会',
  'reschedule-session': '变更了调解会的时间或者地点',
  'cancel-session': '取消了调解会',
  'hold-session': '举行了调解会',
  pause: '调解暂停',
  resume: '调解恢复',
  extend: '各方同意延长调解期限',
  agree: '各方达成一致',
  terminate: '调解终止',
  return: '退回原来的程序',
};

/** The sentence of an act of a mediation in the trail; undefined if parties are not told of it. */
export function mediationToldOf(action: string): string | undefined {
  const [lib, step] = action.split('.') as [string, string?];
  return lib === 'mediation' && step !== undefined ? TOLD[step] : undefined;
}

/** Answers a party may give to the question whether it mediates, and what each performs. */
export const MEDIATION_ANSWERS = { MEDIATION: 'AGREED', MEDIATION_REFUSAL: 'REFUSED' } as const;

/** States in which a party may still say that it does not want to mediate, or no more. */
const REFUSABLE: ReadonlySet<string> = new Set([
  'CONSENT_PENDING',
  'ACCEPTED',
  'MEDIATOR_ASSIGNED',
  'IN_SESSION',
  'PAUSED',
]);

export function mayRefuseMediation(state: string | undefined): boolean {
  return state !== undefined && REFUSABLE.has(state);
}
