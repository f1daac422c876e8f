import { IsCalendarDate, type CalendarDate } from '@app/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHANNELS } from '../domain/codes.js';
import { IsText } from './is-text.js';
import { PartyRequest } from './party.dto.js';

const CHANNEL_CODES = CHANNELS.map((c) => c.code);
const PARTIES_MAX = 200;

/** What may be left out of every dispute. */
class OptionalDisputeFields {
  /** The organ that passed it on; for the channel TRANSFER only. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  sourceOrganId?: string | null;

  /** Left out, it is made from the respondent and the act. Put no names of persons in it. */
  @IsOptional()
  @IsText('标题', 200)
  title?: string | null;

  /** Free tags, at most 20. */
  @IsOptional()
  @IsArray({ message: '标签应为列表' })
  @ArrayMaxSize(20, { message: '标签最多 20 个' })
  @IsText('标签', 30, { each: true })
  tags?: string[] | null;

  /** Sum in dispute, in yuan. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '涉及金额应为数字，最多两位小数' })
  @Min(0, { message: '涉及金额不能为负' })
  @Max(9_999_999_999_999, { message: '涉及金额过大' })
  amount?: number | null;

  /** Document number of the act, e.g. 余市监罚〔2026〕12号. */
  @IsOptional()
  @IsText('行政行为文号', 80)
  actDocumentNo?: string | null;

  /** The day the act was made. */
  @IsOptional()
  @IsCalendarDate()
  actOn?: CalendarDate | null;

  /** The day the applicant knew of the act; his periods run from it. */
  @IsOptional()
  @IsCalendarDate()
  actKnownOn?: CalendarDate | null;

  /** If he was not told of his right to apply: the day he learned of it. */
  @IsOptional()
  @IsCalendarDate()
  rightsKnownOn?: CalendarDate | null;

  /** The act concerns real property. Left out, the field of administration decides. */
  @IsOptional()
  @IsBoolean({ message: '是否涉及不动产应为 true 或 false' })
  concernsRealEstate?: boolean | null;
}

/** A dispute to be registered. */
export class RegisterDisputeRequest extends OptionalDisputeFields {
  /** How it came in: WINDOW, LETTER, HOTLINE, TRANSFER, ONLINE. */
  @IsIn(CHANNEL_CODES, { message: `受理渠道应为 ${CHANNEL_CODES.join('、')} 之一` })
  channel!: string;

  /** The day the matter reached the office. */
  @IsCalendarDate()
  receivedOn!: CalendarDate;

  /** Main facts and reasons. */
  @IsText('主要事实和理由', 10_000, { lines: true })
  facts!: string;

  /** What is claimed. */
  @IsText('请求事项', 5_000, { lines: true })
  claims!: string;

  /** 行政管理类别; see GET /disputes/codes. */
  @IsText('行政管理类别', 40)
  fieldCode!: string;

  /** 申请事项; see GET /disputes/codes. */
  @IsText('申请事项', 40)
  matterCode!: string;

  /** The respondent organ; none in a civil dispute (matter CIVIL), and there alone. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string | null;

  /** Name of the act contested, e.g. 行政处罚决定. */
  @IsText('行政行为名称', 200)
  actName!: string;

  /** Applicants, third parties and their agents, 1 to 200. */
  @IsArray({ message: '当事人应为列表' })
  @ArrayMinSize(1, { message: '至少应有一名申请人' })
  @ArrayMaxSize(PARTIES_MAX, { message: `当事人最多 ${PARTIES_MAX} 名` })
  @IsObject({ each: true, message: '每名当事人应为对象' })
  @ValidateNested({ each: true, message: '当事人的内容有误' })
  @Type(() => PartyRequest)
  parties!: PartyRequest[];

  /** The office that registers it, if the person works in several. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  organId?: string | null;

  /** Who shall handle it; left out, the officer of the office with the fewest in hand. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  handlerId?: string | null;

  /** Register although a dispute much like it exists. */
  @IsOptional()
  @IsBoolean({ message: 'acknowledgeDuplicates 应为 true 或 false' })
  acknowledgeDuplicates?: boolean;
}

/** A draft: everything but the channel may still be missing. Saving it again replaces it as a whole. */
export class SaveDraftRequest extends OptionalDisputeFields {
  /** How it came in: WINDOW, LETTER, HOTLINE, TRANSFER, ONLINE. */
  @IsIn(CHANNEL_CODES, { message: `受理渠道应为 ${CHANNEL_CODES.join('、')} 之一` })
  channel!: string;

  /** The day the matter reached the office; today if left out. */
  @IsOptional()
  @IsCalendarDate()
  receivedOn?: CalendarDate | null;

  /** Main facts and reasons. */
  @IsOptional()
  @IsText('主要事实和理由', 10_000, { lines: true, blank: true })
  facts?: string | null;

  /** What is claimed. */
  @IsOptional()
  @IsText('请求事项', 5_000, { lines: true, blank: true })
  claims?: string | null;

  /** 行政管理类别; see GET /disputes/codes. */
  @IsOptional()
  @IsText('行政管理类别', 40, { blank: true })
  fieldCode?: string | null;

  /** 申请事项; see GET /disputes/codes. */
  @IsOptional()
  @IsText('申请事项', 40, { blank: true })
  matterCode?: string | null;

  /** The respondent organ. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string | null;

  /** Name of the act contested, e.g. 行政处罚决定. */
  @IsOptional()
  @IsText('行政行为名称', 200, { blank: true })
  actName?: string | null;

  /** Applicants, third parties and their agents, at most 200. */
  @IsOptional()
  @IsArray({ message: '当事人应为列表' })
  @ArrayMaxSize(PARTIES_MAX, { message: `当事人最多 ${PARTIES_MAX} 名` })
  @IsObject({ each: true, message: '每名当事人应为对象' })
  @ValidateNested({ each: true, message: '当事人的内容有误' })
  @Type(() => PartyRequest)
  parties?: PartyRequest[] | null;

  /** The office that will register it, if the person works in several. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  organId?: string | null;

  /** Who shall handle it. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  handlerId?: string | null;
}

/** A changed draft, with the version that was read. */
export class UpdateDraftRequest extends SaveDraftRequest {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

/** What is to be changed of a registered dispute; what is left out stays. */
export class AmendDisputeRequest extends OptionalDisputeFields {
  /** The version that was read. */
  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;

  /** How it came in: WINDOW, LETTER, HOTLINE, TRANSFER, ONLINE. */
  @IsOptional()
  @IsIn(CHANNEL_CODES, { message: `受理渠道应为 ${CHANNEL_CODES.join('、')} 之一` })
  channel?: string;

  /** Main facts and reasons. */
  @IsOptional()
  @IsText('主要事实和理由', 10_000, { lines: true })
  facts?: string;

  /** What is claimed. */
  @IsOptional()
  @IsText('请求事项', 5_000, { lines: true })
  claims?: string;

  /** 行政管理类别; see GET /disputes/codes. */
  @IsOptional()
  @IsText('行政管理类别', 40)
  fieldCode?: string;

  /** 申请事项; see GET /disputes/codes. */
  @IsOptional()
  @IsText('申请事项', 40)
  matterCode?: string;

  /** The respondent organ; `null` if the dispute is a civil one after all. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为单位编号' })
  respondentOrganId?: string | null;

  /** Name of the act contested. */
  @IsOptional()
  @IsText('行政行为名称', 200)
  actName?: string;

  /** The parties as they shall be, all of them: those with an id are changed, those without are new, others go. */
  @IsOptional()
  @IsArray({ message: '当事人应为列表' })
  @ArrayMinSize(1, { message: '至少应有一名申请人' })
  @ArrayMaxSize(PARTIES_MAX, { message: `当事人最多 ${PARTIES_MAX} 名` })
  @IsObject({ each: true, message: '每名当事人应为对象' })
  @ValidateNested({ each: true, message: '当事人的内容有误' })
  @Type(() => PartyRequest)
  parties?: PartyRequest[];
}
