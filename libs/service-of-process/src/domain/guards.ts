import type { Guard, Refusal } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import { confirmationOn, type RecipientFact, type ServiceFacts } from './facts.js';
import { methodRule, RECEIVERS_OF } from './methods.js';
import { paperRule, type PaperTag } from './papers.js';
import { servedOn, type ServiceRecord } from './record.js';

/** What a rule of service judges: a paper, whom it goes to, and what is recorded of it. */
export interface ServiceCase {
  readonly paper: PaperTag;
  readonly recipient: RecipientFact;
  readonly record: Partial<ServiceRecord> & Pick<ServiceRecord, 'method' | 'on'>;
  readonly electronicToOrgans: boolean;
  readonly today: CalendarDate;
}

export interface ServiceRule extends Refusal {
  holds(given: ServiceCase): boolean;
}

const served: ServiceRule = {
  code: 'service.not-served-yet',
  detail: '送达日期不能晚于今天；公告送达自公告之日起满30日视为送达，届时再登记。',
  article: '民诉法 2023 第87条、第95条',
  holds: ({ record, today }) => servedOn(record) <= today,
};

/** SV-3. */
const paperAllows: ServiceRule = {
  code: 'service.method-barred-for-paper',
  detail: '调解书应当直接送达当事人本人，不适用留置送达、公告送达；本人不能签收的，可由其指定的代收人签收。',
  article: '民诉解释 第133条（参照）',
  holds({ paper, record }) {
    const { barred = [], receivers } = paperRule(paper);
    return !barred.includes(record.method) && (receivers?.includes(record.receivedBy ?? 'SELF') ?? true);
  },
};

const recipientFits: ServiceRule = {
  code: 'service.method-not-for-recipient',
  detail: '转交送达只适用于公民；公告送达不适用于行政机关。请改用其他方式。',
  article: '民诉法 2023 第92条至第95条',
  holds: ({ recipient, record }) => methodRule(record.method).recipients.includes(recipient.kind),
};

/** SV-1. A confirmation counts from its day. */
const consented: ServiceRule = {
  code: 'service.no-electronic-consent',
  detail: '受送达人未在送达地址确认书中同意电子送达，请先取得同意或者改用其他方式。',
  article: '民诉法 2023 第90条；民诉解释 第136条',
  holds({ recipient, record, electronicToOrgans }) {
    if (record.method !== 'ELECTRONIC' || (recipient.kind === 'ORGAN' && electronicToOrgans)) return true;
    return confirmationOn(recipient, record.on)?.electronic === true;
  },
};

const proved: ServiceRule = {
  code: 'service.lien-not-proved',
  detail: '留置送达须有见证人签名，或者拍照、录像记录送达过程。',
  article: '民诉法 2023 第89条',
  holds: ({ record }) => record.method !== 'LIEN' || record.lienProof !== undefined,
};

/** SV-2. */
const exhausted: ServiceRule = {
  code: 'service.announcement-too-early',
  detail: '公告送达须受送达人下落不明，或者其他方式均无法送达，请先登记送达失败的记录，或者选择下落不明的证明。',
  article: '民诉法 2023 第95条',
  holds: ({ paper, recipient, record }) =>
    record.method !== 'ANNOUNCE' || (recipient.failed[paper] ?? 0) >= 1 || record.whereaboutsUnknown !== undefined,
};

const complete: ServiceRule = {
  code: 'service.particulars-missing',
  detail: '委托送达须写明受托机关，转交送达须选择转交单位，公告送达须记明原因和经过。',
  article: '民诉法 2023 第91条至第95条',
  holds: ({ record }) =>
    methodRule(record.method).needs.every((field) => field === 'lienProof' || record[field] !== undefined),
};

const receiverEntitled: ServiceRule = {
  code: 'service.receiver-not-entitled',
  detail: '签收人与受送达人不符：公民由本人、同住成年家属、代理人或者代收人签收，单位由负责人或者负责收件的人员签收。',
  article: '民诉法 2023 第88条',
  holds({ recipient, record }) {
    if (record.receivedBy === undefined) return true;
    return methodRule(record.method).signed && RECEIVERS_OF[recipient.kind].includes(record.receivedBy);
  },
};

/** SV-4. */
const addressConfirmed: ServiceRule = {
  code: 'service.address-not-confirmed',
  detail: '只有寄往送达地址确认书确认的地址而被退回的邮件，才以退回之日视为送达；否则请登记送达失败。',
  article: '行诉解释 第51条（参照）[L]',
  holds: ({ recipient, record }) =>
    record.returned !== true || (record.method === 'POST' && confirmationOn(recipient, record.on) !== undefined),
};

/** What must hold before a paper is sent on its way. */
export const ATTEMPT_RULES: readonly ServiceRule[] = [paperAllows, recipientFits, consented, exhausted, complete];
/** What every record of service must satisfy. */
export const SERVICE_RULES: readonly ServiceRule[] = [
  served,
  paperAllows,
  recipientFits,
  consented,
  proved,
  exhausted,
  complete,
  receiverEntitled,
  addressConfirmed,
];

/** The first rule that does not hold. */
export function firstRefusal(rules: readonly ServiceRule[], given: ServiceCase): ServiceRule | undefined {
  return rules.find((rule) => !rule.holds(given));
}

/** Most papers may be served by any method. */
function rulesOf(paper: PaperTag): readonly ServiceRule[] {
  const { barred, receivers } = paperRule(paper);
  return barred || receivers ? SERVICE_RULES : SERVICE_RULES.filter((rule) => rule !== paperAllows);
}

/**
 * The rules as guards of a step that records the service of `paper`. Who is no recipient of the case is for the step's
 * own guard to refuse.
 */
export function serviceGuards<F extends { readonly service: ServiceFacts }, I extends ServiceRecord>(
  paper: PaperTag,
  recipientOf: (facts: F, input: I) => Id | undefined,
): Guard<F, I>[] {
  return rulesOf(paper).map((rule) => ({
    code: rule.code,
    detail: rule.detail,
    article: rule.article,
    onInput: true,
    holds(facts: F, { today, input }: { today: CalendarDate; input: I }) {
      const id = recipientOf(facts, input);
      const recipient = facts.service.recipients.find((each) => each.recipientId === id);
      const { electronicToOrgans } = facts.service;
      return recipient === undefined || rule.holds({ paper, recipient, record: input, electronicToOrgans, today });
    },
  }));
}
