import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Length, ValidateIf } from 'class-validator';

export class ChangeReliefRequest {
  /** The version it replaces: the last one of its code as read. */
  @IsUUID(undefined, { message: '应为现行内容的编号' })
  replacesId!: string;

  /** First day on which papers carry the new text. */
  @IsCalendarDate()
  validFrom!: CalendarDate;

  /** The sentence on paper; `{court}` stands for the court. */
  @IsString({ message: '应为文字' })
  @Length(5, 1000, { message: '告知内容应为 5 至 1000 字' })
  text!: string;

  /** Law and article it rests on. */
  @IsString({ message: '应为文字' })
  @Length(2, 300, { message: '法律依据应为 2 至 300 字' })
  article!: string;

  /** The court, if it is to be named. */
  @ApiProperty({ type: String, nullable: true })
  @ValidateIf((request: ChangeReliefRequest) => request.court !== null)
  @IsString({ message: '应为文字，或者 null' })
  @Length(2, 60, { message: '法院名称应为 2 至 60 字' })
  court!: string | null;

  /** Why, for the audit trail. */
  @IsString({ message: '应为文字' })
  @Length(2, 500, { message: '理由应为 2 至 500 个字' })
  reason!: string;
}

export class ReliefRuleView {
  id!: string;
  code!: string;
  /** What the text is for. */
  name!: string;
  validFrom!: CalendarDate;
  /** First day on which it is no longer in force. */
  validUntil!: CalendarDate | null;
  text!: string;
  article!: string;
  court!: string | null;
  changedBy!: string;
  changedAt!: Date;
  reason!: string;
}
