import type { CalendarDate } from '@app/kernel';
import { Matches } from 'class-validator';
import { IsText } from '@app/cases';
import { DraftContent } from '../domain/content.inputs.js';

/** 收件回执. */
export class ReceiptView {
  /** Number of the register. */
  number!: string;
  /** 案号. */
  caseNumber!: string;
  receivedAt!: Date;
  /** The legal day of receipt, from which the review runs. */
  receivedOn!: CalendarDate;
  /** SHA-256, in hexadecimal, of the content as JSON in canonical form (RFC 8785). */
  hash!: string;
  /** Opens the case: with a number it tells how things stand. */
  code!: string;
  /** What the receipt certifies, and what comes next. */
  statement!: string;
  /** Law and article. */
  article!: string;
}

export class VerifyReceiptRequest {
  /** Number of the register or of the case. */
  @IsText('编号', 60)
  number!: string;

  /** The hash on the receipt, of the application or of something handed in later. */
  @Matches(/^[0-9a-f]{64}$/, { message: '校验值应为64位小写十六进制数' })
  hash!: string;
}

export class ReceiptVerifiedView {
  /** Something with this hash was received under this number. */
  genuine!: boolean;
  /** When; null unless it is genuine. */
  receivedAt!: Date | null;
  receivedOn!: CalendarDate | null;
}

/** Why an officer reads it whole. */
export class ReadApplicationRequest {
  /** The reason, which is kept with who read it. */
  @IsText('查看理由', 200)
  reason!: string;
}

/** An application as it was submitted online, for the officers of the case. */
export class OnlineApplicationView {
  receivedAt!: Date;
  receivedOn!: CalendarDate;
  hash!: string;
  content!: DraftContent;
}
