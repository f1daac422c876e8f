import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import type { PeriodUnit } from './domain/index.js';

export class ChangeRuleSettingRequest {
  /** `setting` of the clock rules it applies to. */
  @IsString({ message: '应为设置代码' })
  @Matches(/^[a-z][a-z0-9.-]{1,79}$/, { message: '应为设置代码' })
  key!: string;

  /** Length in the rules' unit; null for the rules' own. */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 3650 })
  @ValidateIf((request: ChangeRuleSettingRequest) => request.amount !== null)
  @IsInt({ message: '期限长度应为整数，或者 null' })
  @Min(1, { message: '期限长度不得小于 1' })
  @Max(3650, { message: '期限长度不得大于 3650' })
  amount!: number | null;

  /** The setting's version as read; 0 if it was never set. */
  @IsInt({ message: '版本应为整数' })
  @Min(0, { message: '版本应为整数' })
  version!: number;

  /** Why, for the audit trail. */
  @IsString({ message: '应为文字' })
  @Length(2, 500, { message: '理由应为 2 至 500 个字' })
  reason!: string;
}

export class SettableRuleView {
  code!: string;
  variant!: string | null;
  name!: string;
  unit!: PeriodUnit;
  /** The rule's own length. */
  amount!: number;
  article!: string;
}

export class RuleSettingView {
  key!: string;
  /** The district's length; null: the rules' own. */
  amount!: number | null;
  /** 0 if it was never set. */
  version!: number;
  changedBy!: string | null;
  changedAt!: Date | null;
  reason!: string | null;
  rules!: SettableRuleView[];
}
