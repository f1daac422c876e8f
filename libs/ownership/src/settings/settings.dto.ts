import { IsText } from '@app/cases';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsNumber, Max, Min, ValidateIf } from 'class-validator';

const given = (_: unknown, value: unknown): boolean => value !== null;

/** The rule of entry: which disputes become candidates for the list by themselves. */
export class EntryRuleParts {
  /** 行政赔偿（补偿）案件: by matter or by the tag ADMIN_COMPENSATION. */
  @IsBoolean({ message: '应为 true 或 false' })
  compensation!: boolean;

  /** 重点行政诉讼案件: by the tag KEY_LITIGATION. */
  @IsBoolean({ message: '应为 true 或 false' })
  keyLitigation!: boolean;

  /** Applicants from which it is a group; null: not asked. */
  @ValidateIf(given)
  @IsInt({ message: '人数应为整数' })
  @Min(2, { message: '人数至少2人' })
  @Max(100_000, { message: '人数过大' })
  minParties!: number | null;

  /** Yuan from which the amount is large; null: not asked. */
  @ValidateIf(given)
  @IsNumber({ maxDecimalPlaces: 2 }, { message: '金额应为数字（元）' })
  @Min(1, { message: '金额应大于零' })
  @Max(99_999_999_999_999, { message: '金额过大' })
  minAmount!: number | null;

  /** 媒体关注: by the tag MEDIA_ATTENTION. */
  @IsBoolean({ message: '应为 true 或 false' })
  media!: boolean;

  /** 曾经败诉或者被纠错: by the tag EARLIER_LOSS. */
  @IsBoolean({ message: '应为 true 或 false' })
  earlierLoss!: boolean;

  /** Further tags, any of which will do. */
  @IsArray({ message: '标签应为列表' })
  @ArrayMaxSize(20, { message: '标签最多20个' })
  @ArrayUnique({ message: '标签不能重复' })
  @IsText('标签', 40, { each: true })
  tags!: string[];
}

export class SetEntryRuleRequest extends EntryRuleParts {
  /** The version that was read; 0 if none was set yet. */
  @IsInt({ message: '请提供版本号' })
  @Min(0, { message: '版本号不能为负' })
  version!: number;

  @IsText('理由', 500)
  reason!: string;
}

/** When cases are marked, and when they count as stuck. */
export class PracticeParts {
  /** Working days a report is late: yellow. */
  @IsInt({ message: '应为整数（工作日）' })
  @Min(1, { message: '至少1个工作日' })
  @Max(60, { message: '最多60个工作日' })
  yellowWorkdays!: number;

  /** Working days a report is late: red; not less than yellow. */
  @IsInt({ message: '应为整数（工作日）' })
  @Min(1, { message: '至少1个工作日' })
  @Max(60, { message: '最多60个工作日' })
  redWorkdays!: number;

  /** Calendar days before the day to resolve by: red. */
  @IsInt({ message: '应为整数（日）' })
  @Min(1, { message: '至少1日' })
  @Max(180, { message: '最多180日' })
  resolveNearDays!: number;

  /** Calendar days without anything done: stuck. */
  @IsInt({ message: '应为整数（日）' })
  @Min(1, { message: '至少1日' })
  @Max(365, { message: '最多365日' })
  idleDays!: number;

  /** Calendar days that something of the dispute stands still: stuck. */
  @IsInt({ message: '应为整数（日）' })
  @Min(1, { message: '至少1日' })
  @Max(365, { message: '最多365日' })
  suspendedDays!: number;

  /** Calendar days that somebody's approval is waited for: stuck. */
  @IsInt({ message: '应为整数（日）' })
  @Min(1, { message: '至少1日' })
  @Max(365, { message: '最多365日' })
  awaitingDays!: number;
}

export class SetPracticeRequest extends PracticeParts {
  /** The version that was read; 0 if none was set yet. */
  @IsInt({ message: '请提供版本号' })
  @Min(0, { message: '版本号不能为负' })
  version!: number;

  @IsText('理由', 500)
  reason!: string;
}

/** A version of a setting that was set. */
export class SettingVersionView {
  kind!: 'ENTRY_RULE' | 'PRACTICE';
  version!: number;
  content!: Record<string, unknown>;
  reason!: string;
  setBy!: string;
  setByName!: string;
  setAt!: Date;
}

export class OwnershipSettingsView {
  entryRule!: EntryRuleParts;
  /** 0: as installed. */
  entryRuleVersion!: number;
  practice!: PracticeParts;
  /** 0: as installed. */
  practiceVersion!: number;
  /** Every version set, newest first; the last 100. */
  history!: SettingVersionView[];
}
