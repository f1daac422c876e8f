import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { NOTIFICATION_KINDS } from '../domain/texts.js';

class ChannelPreferenceRequest {
  /** Whether messages also go over this channel. */
  @IsBoolean({ message: '应为 true 或 false' })
  enabled!: boolean;

  /** Kinds of messages that stay in the inbox. */
  @IsOptional()
  @IsArray({ message: '应为列表' })
  @ArrayMaxSize(20, { message: '最多 20 项' })
  @ArrayUnique({ message: '不能重复' })
  @IsIn(NOTIFICATION_KINDS, { each: true, message: '没有这种通知' })
  mutedKinds?: string[];
}

export class EmailPreferenceRequest extends ChannelPreferenceRequest {
  /** Mailbox; the one in the directory if absent. */
  @IsOptional()
  @IsEmail({}, { message: '应为电子邮件地址' })
  @MaxLength(254, { message: '最多 254 个字符' })
  address?: string;
}

export class WebhookPreferenceRequest extends ChannelPreferenceRequest {
  /** http or https address that is told of messages; needed if enabled. */
  @IsOptional()
  @IsString({ message: '应为地址' })
  @MaxLength(2000, { message: '最多 2000 个字符' })
  url?: string;
}

export class PreferencesRequest {
  @IsDefined({ message: '请填写' })
  @IsObject({ message: '应为对象' })
  @ValidateNested()
  @Type(() => EmailPreferenceRequest)
  email!: EmailPreferenceRequest;

  @IsDefined({ message: '请填写' })
  @IsObject({ message: '应为对象' })
  @ValidateNested()
  @Type(() => WebhookPreferenceRequest)
  webhook!: WebhookPreferenceRequest;
}

export class EmailPreferenceView {
  /** False if this installation has no mail server. */
  available!: boolean;
  enabled!: boolean;
  /** Mailbox other than the one in the directory. */
  address!: string | null;
  mutedKinds!: string[];
}

export class WebhookPreferenceView {
  available!: boolean;
  enabled!: boolean;
  url!: string | null;
  mutedKinds!: string[];
  /** Key of the signature; shown once, when the address was set. */
  secret?: string;
}

export class PreferencesView {
  email!: EmailPreferenceView;
  webhook!: WebhookPreferenceView;
}

export class WebhookCreateRequest {
  /** http or https address that is told of every message of every person. */
  @IsString({ message: '应为地址' })
  @MaxLength(2000, { message: '最多 2000 个字符' })
  url!: string;
}

export class WebhookView {
  id!: string;
  url!: string;
  createdAt!: Date;
  /** Key of the signature; shown once, in answer to its creation. */
  secret?: string;
}

export class FailedDeliveryView {
  id!: string;
  channel!: string;
  kind!: string;
  attempts!: number;
  lastErrorCode!: string | null;
  createdAt!: Date;
}

export class FailedDeliveryPageView {
  items!: FailedDeliveryView[];
  page!: number;
  size!: number;
  total!: number;
  totalIsCapped!: boolean;
}
