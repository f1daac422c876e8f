import type { CalendarDate } from '@app/kernel';
import { IsBoolean, IsEmail, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { NumberAndCode } from '../access/key.dto.js';

/** A paper that was sent to the applicant, or served on him. */
export class SentDocumentView {
  id!: string;
  name!: string;
  /** Number of the paper, if it carries one and was made here. */
  number!: string | null;
  /** The paper itself can be read here. */
  readable!: boolean;
  /** Plain Chinese: how it comes, or came. */
  method!: string;
  sentOn!: CalendarDate | null;
  /** The day that counts; null until it is served. */
  servedOn!: CalendarDate | null;
  /** It lies here for him, and he has not confirmed that he has it. */
  toConfirm!: boolean;
}

/** He has a paper that was sent to him electronically. */
export class ReceiveDocumentRequest extends NumberAndCode {
  /** The document, as tracking names it. */
  @IsUUID('all', { message: '应为文书编号' })
  documentId!: string;
}

/** 送达地址确认: from now on he is served there. */
export class ServiceAddressRequest extends NumberAndCode {
  @Length(1, 200, { message: '送达地址应为1至200字' })
  @Matches(/\S/, { message: '送达地址不能为空白' })
  address!: string;

  @Matches(/^[0-9+\-() ]{5,20}$/, { message: '联系电话应为5至20位数字' })
  phone!: string;

  /** He agrees to electronic service: papers, decisions included, come here. */
  @IsBoolean({ message: '是否同意电子送达应为 true 或 false' })
  electronic!: boolean;

  /** His mailbox, to be told by mail too. */
  @IsOptional()
  @IsEmail({}, { message: '电子邮箱格式不正确' })
  email?: string;
}

export class ServiceAddressView {
  confirmedOn!: CalendarDate;
  electronic!: boolean;
  /** Plain Chinese: what follows from it. */
  statement!: string;
  article!: string;
}

/** A file that the applicant may inspect, or is told why not. */
export class PermittedFileView {
  id!: string;
  title!: string;
  categoryName!: string;
  /** Whose it is. */
  sideName!: string;
  submittedOn!: CalendarDate;
  name!: string;
  mime!: string;
  bytes!: number;
  pages!: number | null;
  /** Why it may not be read; null if it may. */
  withheld!: string | null;
}
