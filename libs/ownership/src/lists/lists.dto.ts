import { IsText } from '@app/cases';
import type { CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { LISTING_BASES } from '../domain/listing/inputs.js';
import type { Mark } from '../domain/facts.js';
import type { OwnershipState } from '../domain/states.js';

/** A proposed case, as it was read. */
export class ApprovedCase {
  @IsUUID('all', { message: '案件标识不正确' })
  caseId!: string;

  /** The version that was read. */
  @IsInt({ message: '请提供案件版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

/** The list, or a supplement to it, as it is approved. */
export class ApproveListRequest {
  /** In the order in which they stand on the list. */
  @IsArray({ message: '案件应为列表' })
  @ArrayMinSize(1, { message: '请至少选择一件案件' })
  @ArrayMaxSize(200, { message: '一次最多审定200件' })
  @ArrayUnique((each: ApprovedCase | null) => each?.caseId, { message: '案件不能重复' })
  @IsObject({ each: true, message: '列表中每项应为对象' })
  @ValidateNested({ each: true, message: '列表中每项应为对象' })
  @Type(() => ApprovedCase)
  cases!: ApprovedCase[];

  @IsIn(Object.keys(LISTING_BASES), { message: '请选择审定依据' })
  basis!: keyof typeof LISTING_BASES;

  @IsText('审批意见', 500)
  opinion!: string;
}

/** One approval. */
export class ListBatchView {
  id!: string;
  /** 1 is the list; later ones are supplements. */
  no!: number;
  /** 文号 */
  number!: string;
  /** 审定依据 */
  basisName!: string;
  approvedOn!: CalendarDate;
  /** Cases of the batch that the reader sees. */
  cases!: number;
}

/** 任务分解清单 of a year, as far as the reader sees it. */
export class TaskListView {
  year!: number;
  title!: string;
  /** Cases that the reader sees. */
  cases!: number;
  batches!: ListBatchView[];
  /** Whether no entry was changed since it was made; null to whoever does not see all of them. */
  intact!: boolean | null;
}

/** A line of the list: as it was approved, and how it stands. */
export class TaskListLineView {
  caseId!: string;
  /** 序号 */
  serial!: number;
  /** 第几批 */
  batch!: number;
  /** Changes since: of owners, of the day to resolve by, reopened. */
  revisions!: number;
  /** As approved; see the columns of the printed list. */
  approved!: Record<string, unknown>;
  /** As it is after the last change. */
  current!: Record<string, unknown>;
  state!: OwnershipState;
  stateName!: string;
  mark!: Mark;
  /** 最近进展 */
  progress!: string | null;
  /** 结果 */
  outcomeName!: string | null;
  struckOffOn!: CalendarDate | null;
}

/** An entry of the list, frozen, with the hash that ties it to the one before. */
export class TaskListEntryView {
  id!: string;
  position!: number;
  serial!: number;
  revision!: number;
  /** LISTED, CHANGED, EXTENDED, REOPENED */
  kind!: string;
  caseId!: string;
  enteredOn!: CalendarDate;
  enteredBy!: string;
  content!: Record<string, unknown>;
  hash!: string;
}

export class ListApprovedView {
  batchId!: string;
  year!: number;
  /** 1 is the list; later ones are supplements. */
  no!: number;
  /** 文号 */
  number!: string;
  caseIds!: string[];
}
