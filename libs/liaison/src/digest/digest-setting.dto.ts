import { IsInt, Matches, Max, Min } from 'class-validator';

export class DigestSettingRequest {
  /** 1 (Monday) to 7 (Sunday). */
  @IsInt({ message: '星期应为 1 至 7' })
  @Min(1, { message: '星期应为 1 至 7' })
  @Max(7, { message: '星期应为 1 至 7' })
  weekday!: number;

  /** Time of day, Asia/Shanghai. */
  @Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { message: '时间应为 HH:MM' })
  at!: string;

  @IsInt({ message: '请提供版本号' })
  @Min(1, { message: '版本号从 1 开始' })
  version!: number;
}

export class DigestSettingView {
  /** 1 (Monday) to 7 (Sunday). */
  weekday!: number;
  /** Time of day, Asia/Shanghai. */
  at!: string;
  version!: number;
}
