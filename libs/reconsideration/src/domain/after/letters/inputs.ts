import { IsCalendarDate, type CalendarDate, type Id } from '@app/kernel';
import { IsOptional, IsUUID } from 'class-validator';
import { Text } from '../../text.js';

/** RC-32: 意见书 on an act that is illegal or improper, or 建议书 on what goes wrong in general. */
export class IssueLetterInput {
  /** The organ addressed: the respondent or another subordinate organ. */
  @IsUUID('all', { message: '收文机关标识不正确' })
  recipientOrganId!: Id;

  /** What is wrong, and what is to be done. */
  @Text(5000, '内容')
  content!: string;
}

/** RC-32: a letter of opinion reached the organ; its sixty days run from that day. */
export class RecordLetterReceiptInput {
  @IsUUID('all', { message: '意见书标识不正确' })
  letterId!: Id;

  @IsCalendarDate()
  receivedOn!: CalendarDate;
}

/** RC-32: the organ reports what it did about it. */
export class RecordLetterReportInput {
  @IsUUID('all', { message: '意见书标识不正确' })
  letterId!: Id;

  @IsCalendarDate()
  reportedOn!: CalendarDate;

  /** What was corrected, how the matter was cleared up. */
  @Text(3000, '纠正、善后情况')
  content!: string;

  /** File of the report. */
  @IsOptional()
  @IsUUID('all', { message: '文件标识不正确' })
  fileId?: Id;
}
