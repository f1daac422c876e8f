import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Matches, Max, Min } from 'class-validator';

export class StepSettingRequest {
  /** Working days relative to the due day: −3 is three before it, 0 the due day, 1 the first after it. */
  @IsArray({ message: '应为列表' })
  @ArrayMinSize(1, { message: '至少 1 个提醒日' })
  @ArrayMaxSize(20, { message: '最多 20 个提醒日' })
  @ArrayUnique({ message: '提醒日不能重复' })
  @IsInt({ each: true, message: '应为整数' })
  @Min(-60, { each: true, message: '最早为届满前 60 个工作日' })
  @Max(30, { each: true, message: '最晚为届满后 30 个工作日' })
  steps!: number[];

  /** Time of day, `HH:mm`. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '应为时刻，例如 09:00' })
  hour!: string;

  /** From this step on the handler's heads, and leaders who own the case, are told too. */
  @IsInt({ message: '应为整数' })
  @Min(-60, { message: '最早为届满前 60 个工作日' })
  @Max(31, { message: '最晚为届满后 30 个工作日；31 表示不督办' })
  escalateFrom!: number;

  /** Version that was read; 0 for a rule without a setting of its own. */
  @IsInt({ message: '应为整数' })
  @Min(0, { message: '不能小于 0' })
  version!: number;
}

export class StepSettingView {
  /** Code of the clock rule; `*` for every rule without a row of its own. */
  rule!: string;
  /** Name of the rule. */
  ruleName!: string;
  steps!: number[];
  hour!: string;
  escalateFrom!: number;
  /** 0: the rule has no setting of its own, the general one holds. */
  version!: number;
}

export class ReminderView {
  /** Working days relative to the due day. */
  step!: number;
  dueOn!: string;
  recipientId!: string;
  recipientName!: string;
  /** As a superior. */
  escalation!: boolean;
  remindAt!: Date;
  /** PENDING, SENT or CANCELLED. */
  state!: string;
  sentAt!: Date | null;
}
