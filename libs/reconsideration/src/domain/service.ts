import type { Guard } from '@app/cases';
import { addDays, IsCalendarDate, type CalendarDate } from '@app/kernel';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { ReconsiderationFacts } from './facts.js';

/** Methods of service (民诉法 2023 第88条至第95条, applied by 复议法 2023 第88条). */
export const SERVICE_METHODS = {
  DIRECT: '直接送达',
  DIRECT_AT_OFFICE: '到机关领取（拒绝签名的由工作人员注明）',
  LIEN: '留置送达',
  ELECTRONIC: '电子送达',
  ENTRUST: '委托送达',
  POST: '邮寄送达',
  RELAY: '转交送达',
  ANNOUNCE: '公告送达',
} as const;
export type ServiceMethod = keyof typeof SERVICE_METHODS;

export const LIEN_PROOFS = { WITNESS: '基层组织或者单位代表见证', RECORDING: '拍照、录像记录送达过程' } as const;

/** Days after which an announcement counts as service (民诉法 2023 第95条); the last is not rolled. */
export const ANNOUNCEMENT_DAYS = 30;

/** A document served on one recipient, with what its method needs. */
export class ServiceRecord {
  @IsIn(Object.keys(SERVICE_METHODS), { message: '请选择送达方式' })
  method!: ServiceMethod;

  /**
   * The day of service: signature, refusal noted, receipt of the post, arrival in the recipient's system. For an
   * announcement the day it was last posted or published; it counts as service 30 days later.
   */
  @IsCalendarDate()
  on!: CalendarDate;

  /** Electronic service: the day on which the recipient agreed to it in its confirmation of the address of service. */
  @IsOptional()
  @IsCalendarDate()
  electronicConsentOn?: CalendarDate;

  /** Service by leaving the document: how the refusal is proved. */
  @IsOptional()
  @IsIn(Object.keys(LIEN_PROOFS), { message: '请选择留置送达的证明方式' })
  lienProof?: keyof typeof LIEN_PROOFS;

  /** Announcement: attempts to serve otherwise that failed and are noted in the file. */
  @IsOptional()
  @IsInt({ message: '送达失败次数应为整数' })
  @Min(0, { message: '送达失败次数不能为负' })
  @Max(99, { message: '送达失败次数过大' })
  failedAttempts?: number;

  /** Announcement: the evidence that the recipient's whereabouts are unknown. */
  @IsOptional()
  @IsIn(['POLICE', 'COMMUNITY', 'OTHER'], { message: '请选择下落不明的证明' })
  whereaboutsUnknown?: 'POLICE' | 'COMMUNITY' | 'OTHER';
}

/** The legal day of service. */
export function servedOn(record: Pick<ServiceRecord, 'method' | 'on'>): CalendarDate {
  return record.method === 'ANNOUNCE' ? addDays(record.on, ANNOUNCEMENT_DAYS) : record.on;
}

type Rule = Guard<ReconsiderationFacts, ServiceRecord>;

const served: Rule = {
  code: 'reconsideration.not-served-yet',
  detail: '送达日期不能晚于今天；公告送达自公告之日起满30日视为送达，届时再登记。',
  article: '民诉法 2023 第87条、第95条',
  onInput: true,
  holds: (_facts, { today, input }) => servedOn(input) <= today,
};

const consented: Rule = {
  code: 'reconsideration.no-electronic-consent',
  detail: '受送达人未在送达地址确认书中同意电子送达，请先取得同意或者改用其他方式。',
  article: '民诉法 2023 第90条',
  onInput: true,
  holds: (_facts, { input }) =>
    input.method !== 'ELECTRONIC' || (input.electronicConsentOn !== undefined && input.electronicConsentOn <= input.on),
};

const proved: Rule = {
  code: 'reconsideration.lien-not-proved',
  detail: '留置送达须有见证人签名，或者拍照、录像记录送达过程。',
  article: '民诉法 2023 第89条',
  onInput: true,
  holds: (_facts, { input }) => input.method !== 'LIEN' || input.lienProof !== undefined,
};

const exhausted: Rule = {
  code: 'reconsideration.announcement-too-early',
  detail: '公告送达须受送达人下落不明，或者其他方式均无法送达，请登记送达失败的记录或者下落不明的证明。',
  article: '民诉法 2023 第95条',
  onInput: true,
  holds: (_facts, { input }) =>
    input.method !== 'ANNOUNCE' || (input.failedAttempts ?? 0) >= 1 || input.whereaboutsUnknown !== undefined,
};

/** What every record of service must satisfy. */
export const SERVICE_GUARDS: readonly Rule[] = [served, consented, proved, exhausted];
