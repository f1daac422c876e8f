import { IsText } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { IsInt, Min } from 'class-validator';
import type { EntryPart } from '../domain/entry-rule.js';

/** A dispute that fulfils the rule, or would. */
export class EntryMatchView {
  disputeId!: string;
  /** 登记号 */
  number!: string;
  title!: string;
  respondentName!: string | null;
  receivedOn!: CalendarDate;
  /** Parts of the rule that it fulfils. */
  matches!: EntryPart[];
  /** The same in Chinese. */
  matchNames!: string[];
}

/** A dispute that waits to be proposed for the list or left out. */
export class EntryCandidateView extends EntryMatchView {
  id!: string;
  foundOn!: CalendarDate;
  version!: number;
}

export class DismissCandidateRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** Why it is not proposed. */
  @IsText('不提请的理由', 500)
  reason!: string;
}
