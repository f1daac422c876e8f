import { DomainError, type ErrorKind } from '@app/kernel';

/** Every refusal of this lib. Codes are stable: `deadlines.<key>`. */
const DETAILS = {
  'bad-date': '应为实际存在的日期，格式为YYYY-MM-DD。',
  'out-of-range': '日期超出可计算的范围（1900年至2100年）。',
  'bad-amount': '期限长度应为0至100000之间的整数。',
  'bad-unit': '期限单位应为working-day（工作日）、calendar-day（日）、month（月）或year（年）。',
  'bad-interval': '扣除的时间应为[起日, 止日]，止日不计入且不得早于起日。',
  'open-interval': '仍在中止的时间没有止日，应同时给出计算截至的日期。',
  'bad-extension': '延长的天数应为0至100000之间的整数。',
  'duplicate-day': '日历中同一日期出现了两次。',
  'day-outside-year': '日期不属于该年度的放假安排。',
  'bad-year': '年度应为1900至2100之间的整数。',
  'unknown-rule': '没有该期限规则，或者该日期没有适用的规则。',
  'impediment-after-expiry': '障碍发生时申请期限已经届满。',
  'clock-ended': '该期限已经办结或者取消，不能再变动。',
  'already-suspended': '该期限已处于中止状态。',
  'not-suspended': '该期限没有中止，不能恢复。',
  'suspension-before-start': '中止之日不得早于期限起算之日。',
  'suspension-after-due': '期限已经届满，不能再中止或者扣除。',
  'resume-before-suspension': '恢复之日不得早于中止之日。',
  'not-extendable': '该期限依法不得延长。',
  'extension-used-up': '该期限延长的次数已用完。',
  'extension-too-long': '延长的天数超过法定上限。',
  'extension-after-due': '延长应当在期限届满前批准。',
} as const;

export type DeadlineErrorCode = keyof typeof DETAILS;

/** Wrong data; everything else is a refusal of a well-formed request. */
const INVALID: ReadonlySet<DeadlineErrorCode> = new Set<DeadlineErrorCode>([
  'bad-date',
  'out-of-range',
  'bad-amount',
  'bad-unit',
  'bad-interval',
  'open-interval',
  'bad-extension',
  'duplicate-day',
  'day-outside-year',
  'bad-year',
]);

export interface RefusalFacts {
  /** Put before the sentence: the field or thing the refusal is about. */
  about?: string;
  article?: string;
  params?: Record<string, unknown>;
}

/** The refusal `deadlines.<code>` with its Chinese sentence. */
export function refusal(code: DeadlineErrorCode, facts: RefusalFacts = {}): DomainError {
  const kind: ErrorKind = code === 'unknown-rule' ? 'not-found' : INVALID.has(code) ? 'invalid' : 'refused';
  return new DomainError(`deadlines.${code}`, {
    kind,
    detail: facts.about === undefined ? DETAILS[code] : `${facts.about}：${DETAILS[code]}`,
    ...(facts.article === undefined ? {} : { article: facts.article }),
    ...(facts.params === undefined ? {} : { params: facts.params }),
  });
}
