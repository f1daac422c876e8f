import { IsText } from '@app/cases';
import { EVIDENCE_KIND_CODES, type EvidenceKind } from '@app/documents';
import type { CalendarDate, Id } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const MOST_ENTRIES = 200;

export class EvidenceEntryRequest {
  /** 证据名称 */
  @IsText('证据名称', 200)
  name!: string;

  /** 来源: who made it, where it is from. */
  @IsText('证据来源', 200)
  source!: string;

  /** 证明内容 */
  @IsText('证明内容', 500, { lines: true })
  proves!: string;

  @IsInt({ message: '页数应为整数' })
  @Min(1, { message: '至少 1 页' })
  @Max(10_000, { message: '页数过大' })
  pages!: number;

  /** 证据种类 (复议法 2023 第43条); kept with the file. */
  @IsIn(EVIDENCE_KIND_CODES, { message: '请选择证据种类' })
  kind!: EvidenceKind;

  /** The file, which the organ has added to the case before; none for what is handed in on paper. */
  @IsOptional()
  @IsUUID('all', { message: '材料标识不正确' })
  fileId?: Id;
}

export class ReplyAgentRequest {
  @IsText('代理人姓名', 50)
  name!: string;

  /** STAFF, LAWYER, OTHER; at least one is of the respondent's own staff. */
  @IsIn(['STAFF', 'LAWYER', 'OTHER'], { message: '请选择代理人身份' })
  employment!: 'STAFF' | 'LAWYER' | 'OTHER';
}

export class ReplyRequest {
  /** The version of the case that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** 事实、证据和程序 */
  @IsText('事实、证据和程序', 10_000, { lines: true })
  facts!: string;

  /** 依据和理由 */
  @IsText('依据和理由', 10_000, { lines: true })
  grounds!: string;

  /** 答复请求: 维持, … */
  @IsText('答复请求', 500)
  request!: string;

  /** One or two agents. */
  @IsArray({ message: '请填写代理人' })
  @ArrayMinSize(1, { message: '应当委托1至2名代理人' })
  @ArrayMaxSize(2, { message: '应当委托1至2名代理人' })
  @IsObject({ each: true, message: '每名代理人应为对象' })
  @ValidateNested({ each: true })
  @Type(() => ReplyAgentRequest)
  agents!: ReplyAgentRequest[];

  /** In the order of the list; empty if there is none, which has its own consequence (复议法 2023 第70条). */
  @IsArray({ message: '证据应为列表' })
  @ArrayMaxSize(MOST_ENTRIES, { message: `证据不能超过 ${MOST_ENTRIES} 项` })
  @IsObject({ each: true, message: '每项证据应为对象' })
  @ValidateNested({ each: true })
  @Type(() => EvidenceEntryRequest)
  evidence!: EvidenceEntryRequest[];
}

export class ReplyPaperView {
  id!: string;
  kind!: string;
  title!: string;
}

export class ReplyView {
  caseId!: string;
  /** For the next request on the case. */
  version!: number;
  receivedOn!: CalendarDate;
  /** It came after the last day, or without evidence: the act counts as without evidence and bases. */
  late!: boolean;
  /** What being late means, with the article; null if it was in time. */
  consequence!: string | null;
  /** 行政复议答复书 and, where there is evidence, 证据目录: drafts, to be checked, printed and sealed. */
  papers!: ReplyPaperView[];
}
