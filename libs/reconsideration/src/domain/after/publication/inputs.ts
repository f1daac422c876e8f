import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Text } from '../../text.js';
import { PUBLICATIONS, type Publication } from '../facts.js';

/** What is taken out of a decision before it is published [L]. */
export const REDACTIONS = {
  NAME: '当事人姓名',
  IDENTITY: '证件号码',
  ADDRESS: '住址',
  CONTACT: '联系方式',
  HEALTH: '健康信息',
  MINOR: '未成年人信息',
  FINANCE: '财产、账户信息',
  TRADE_SECRET: '商业秘密',
  STATE_SECRET: '国家秘密',
  OTHER: '其他不宜公开的信息',
} as const;
export type Redaction = keyof typeof REDACTIONS;

/** RC-33a: the text has been looked through. */
export class ClosePrivacyReviewInput {
  /** What is taken out; empty if nothing need be. */
  @IsArray({ message: '请选择需要隐去的内容' })
  @ArrayUnique({ message: '需要隐去的内容不能重复' })
  @IsIn(Object.keys(REDACTIONS), { each: true, message: '没有这类内容' })
  redactions!: Redaction[];

  @Text(1000, '审查情况')
  finding!: string;
}

/** RC-33a: whether the decision is published. */
export class DecidePublicationInput {
  @IsIn(Object.keys(PUBLICATIONS), { message: '请选择是否公开' })
  decision!: Publication;

  /** The act contested was itself public. */
  @IsBoolean({ message: '原行政行为是否公开应为是或者否' })
  originalActPublic!: boolean;

  /** Not published, or in part: why. */
  @IsOptional()
  @Text(1000, '不公开的理由')
  reason?: string;
}

/** RC-33a: it has been published. */
export class PublishInput {
  @IsCalendarDate()
  publishedOn!: CalendarDate;

  /** Where. */
  @Text(200, '公开渠道')
  channel!: string;
}
