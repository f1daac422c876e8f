import { PageRequest } from '@app/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

export class NotificationListRequest extends PageRequest {
  /** `true`: only what has not been read. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => BOOLEANS[String(obj['unread'])] ?? obj['unread'])
  @IsBoolean({ message: '应为 true 或 false' })
  unread?: boolean;
}

const BOOLEANS: Record<string, boolean> = { true: true, false: false };

export class NotificationView {
  id!: string;
  /** `clock-near`, `clock-due`, `clock-overdue`, `delivery-failed`. */
  kind!: string;
  title!: string;
  body!: string;
  disputeId!: string | null;
  caseId!: string | null;
  /** Path in the application. */
  link!: string | null;
  createdAt!: Date;
  readAt!: Date | null;
}

export class NotificationPageView {
  items!: NotificationView[];
  page!: number;
  size!: number;
  total!: number;
  totalIsCapped!: boolean;
}

export class UnreadCountView {
  /** 1000 means 1000 or more. */
  unread!: number;
}

export class ReadAllView {
  /** How many were marked. */
  marked!: number;
}
