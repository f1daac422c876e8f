import { announcementServedOn } from '@app/deadlines';
import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsBoolean, IsIn, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import {
  LIEN_PROOFS,
  RECEIVERS,
  RELAYS,
  SERVICE_METHODS,
  WHEREABOUTS,
  type Receiver,
  type ServiceMethod,
} from './methods.js';

/** class-validator: words, not blank. */
function Words(most: number, what: string): PropertyDecorator {
  const rules = [
    Length(1, most, { message: `${what}应为1至${most}字` }),
    Matches(/\S/, { message: `${what}不能为空白` }),
  ];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

/** A paper on its way: how, since when, and what the method asks to be written down. */
export class AttemptRecord {
  @IsIn(Object.keys(SERVICE_METHODS), { message: '请选择送达方式' })
  method!: ServiceMethod;

  /**
   * Of an attempt, the day of sending. Of service, the day that counts: signature, refusal noted, receipt of the post,
   * arrival in the recipient's system. Of an announcement, the day it was last posted or published; it counts as service
   * 30 days later.
   */
  @IsCalendarDate()
  on!: CalendarDate;

  /** Number of the mail. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9-]{4,40}$/, { message: '邮件号应为4至40位字母、数字' })
  trackingNumber?: string;

  /** Service through another authority: which. */
  @IsOptional()
  @Words(100, '受托送达的机关')
  entrustedTo?: string;

  /** Service through the unit the recipient is with: which kind. */
  @IsOptional()
  @IsIn(Object.keys(RELAYS), { message: '请选择转交单位' })
  relayVia?: keyof typeof RELAYS;

  /** Announcement: the evidence that the recipient's whereabouts are unknown. */
  @IsOptional()
  @IsIn(Object.keys(WHEREABOUTS), { message: '请选择下落不明的证明' })
  whereaboutsUnknown?: keyof typeof WHEREABOUTS;

  /** Announcement: reason and process, for the file. Otherwise a remark. */
  @IsOptional()
  @Words(500, '说明')
  note?: string;
}

/** A document served on one recipient, with what its method needs. */
export class ServiceRecord extends AttemptRecord {
  /** Who signed; absent: the recipient. */
  @IsOptional()
  @IsIn(Object.keys(RECEIVERS), { message: '请选择签收人' })
  receivedBy?: Receiver;

  /** Service by leaving the document: how the refusal is proved. */
  @IsOptional()
  @IsIn(Object.keys(LIEN_PROOFS), { message: '请选择留置送达的证明方式' })
  lienProof?: keyof typeof LIEN_PROOFS;

  /** Post: it came back from the address the recipient had confirmed; the day it came back counts. */
  @IsOptional()
  @IsBoolean({ message: '是否退回应为是或者否' })
  returned?: boolean;

  /** File with the proof: signed receipt, mail receipt, photograph. */
  @IsOptional()
  @IsUUID('all', { message: '送达凭证文件标识不正确' })
  proofFileId?: Id;

  /** The delivery in the register that this is the service of; absent: the open one of this paper and recipient. */
  @IsOptional()
  @IsUUID('all', { message: '送达任务标识不正确' })
  deliveryId?: Id;
}

/** The legal day of service. */
export function servedOn(record: Pick<ServiceRecord, 'method' | 'on'>): CalendarDate {
  return record.method === 'ANNOUNCE' ? announcementServedOn(record.on) : record.on;
}
