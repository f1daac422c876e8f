import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsBoolean, IsEmail, IsOptional, IsUUID, Length, Matches } from 'class-validator';

export class ConfirmAddressRequest {
  /** The party; for the respondent, its organ. */
  @IsUUID('all', { message: '受送达人标识不正确' })
  recipientId!: Id;

  /** Where papers reach it. */
  @Length(1, 200, { message: '送达地址应为1至200字' })
  @Matches(/\S/, { message: '送达地址不能为空白' })
  address!: string;

  @Matches(/^[0-9+\-() ]{5,20}$/, { message: '联系电话应为5至20位数字' })
  phone!: string;

  /** It agrees to electronic service. */
  @IsBoolean({ message: '是否同意电子送达应为是或者否' })
  electronic!: boolean;

  /** Electronic: the address of its mailbox. */
  @IsOptional()
  @IsEmail({}, { message: '电子邮箱格式不正确' })
  email?: string;

  /** Electronic: it receives in the portal. */
  @IsOptional()
  @IsBoolean({ message: '是否在网上平台接收应为是或者否' })
  portal?: boolean;

  /** The day it signed. */
  @IsCalendarDate()
  confirmedOn!: CalendarDate;
}

export class AddressConfirmationView {
  id!: string;
  recipientId!: string;
  address!: string;
  /** Masked. */
  phone!: string;
  electronic!: boolean;
  /** Masked. */
  email!: string | null;
  portal!: boolean;
  confirmedOn!: string;
  recordedBy!: string;
  recordedAt!: Date;
}
