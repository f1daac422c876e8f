import { IsText } from '@app/cases';
import type { CalendarDate, Id } from '@app/kernel';
import { ClockLineView } from '@app/deadlines';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import {
  REQUEST_KIND_CODES,
  type MessageKind,
  type MoreTimeOutcome,
  type RequestKind,
  type RequestState,
  type Voice,
} from '../domain/kinds.js';

const MOST_ORGANS = 20;
const MOST_FILES = 10;

class WithFiles {
  /** Files of the case that are shown to the other side: an organ's own, or what staff may read. */
  @IsOptional()
  @IsArray({ message: '附件应为列表' })
  @ArrayMaxSize(MOST_FILES, { message: `附件不能超过 ${MOST_FILES} 个` })
  @ArrayUnique({ message: '附件重复' })
  @IsUUID('all', { each: true, message: '附件标识不正确' })
  fileIds?: Id[];
}

export class AskRequest extends WithFiles {
  /** Organs that are asked; each gets a clock and a thread of its own. */
  @IsArray({ message: '请选择单位' })
  @ArrayMinSize(1, { message: '请选择单位' })
  @ArrayMaxSize(MOST_ORGANS, { message: `一次不能超过 ${MOST_ORGANS} 个单位` })
  @ArrayUnique({ message: '单位重复' })
  @IsUUID('all', { each: true, message: '单位标识不正确' })
  organIds!: Id[];

  @IsIn(REQUEST_KIND_CODES, { message: '请选择事项类别' })
  kind!: RequestKind;

  /** What is asked. The organ reads this, and nothing else of a case in which it has no part. */
  @IsText('要求', 2000, { lines: true })
  text!: string;

  /** Working days for the answer; the district's setting if absent. */
  @IsOptional()
  @IsInt({ message: '工作日数应为整数' })
  @Min(1, { message: '至少 1 个工作日' })
  @Max(30, { message: '最多 30 个工作日' })
  workingDays?: number;
}

export class MessageRequest extends WithFiles {
  @IsText('内容', 2000, { lines: true })
  text!: string;
}

class VersionedRequest {
  /** The version of the request that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class AnswerRequest extends WithFiles {
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  @IsText('答复', 5000, { lines: true })
  text!: string;
}

export class HandledRequest extends VersionedRequest {}

export class WithdrawRequest extends VersionedRequest {
  @IsText('理由', 500, { lines: true })
  reason!: string;
}

export class DecideMoreTimeRequest extends VersionedRequest {
  @IsBoolean({ message: '请选择同意或者不同意' })
  granted!: boolean;

  /** Told to the organ. */
  @IsText('理由', 500, { lines: true })
  reason!: string;
}

export class ThreadFileView {
  id!: string;
  title!: string;
  name!: string;
  /** Null until they have been counted. */
  pages!: number | null;
}

export class ThreadMessageView {
  id!: string;
  kind!: MessageKind;
  kindName!: string;
  voice!: Voice;
  voiceName!: string;
  personName!: string;
  text!: string;
  files!: ThreadFileView[];
  at!: Date;
  /** It came from the other side since I last read the thread. */
  unread!: boolean;
}

export class ThreadMoreTimeView {
  clockId!: string;
  days!: number;
  outcome!: MoreTimeOutcome;
  outcomeName!: string;
  askedAt!: Date;
  decidedAt!: Date | null;
}

export class ReadByView {
  name!: string;
  at!: Date;
}

export class ThreadView {
  id!: string;
  caseId!: string;
  /** Number of the case. */
  number!: string;
  organId!: string;
  organName!: string;
  kind!: RequestKind;
  kindName!: string;
  state!: RequestState;
  stateName!: string;
  askedByName!: string;
  askedOn!: CalendarDate;
  closedOn!: CalendarDate | null;
  clock!: ClockLineView;
  /** Answered after its last day, or still open after it. */
  late!: boolean;
  version!: number;
  messages!: ThreadMessageView[];
  moreTime!: ThreadMoreTimeView | null;
  /** Who has read the thread, up to when. */
  readBy!: ReadByView[];
}

export class ThreadsView {
  items!: ThreadView[];
}

export class AddedFileView {
  /** Of the file that was added. */
  id!: string;
}
