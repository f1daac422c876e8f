import { Allow } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { AuditQueries, type AuditEntryView } from './audit.queries.js';

export class AuditListRequest {
  /** Entries of one record's history, e.g. a dispute. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为记录编号' })
  scopeId?: string;

  /** Acts of one person. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为人员编号' })
  actorId?: string;

  /** One kind of act, e.g. `identity.login`. */
  @IsOptional()
  @Matches(/^[a-z-]+\.[a-z-]+$/, { message: '应为操作代码，例如 identity.login' })
  action?: string;

  /** Entries before this one: the last of the previous page. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为日志编号' })
  before?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '条数应为整数' })
  @Min(1, { message: '至少 1 条' })
  @Max(200, { message: '最多 200 条' })
  limit: number = 50;
}

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  /** The trail, newest first. */
  @Get()
  @Allow('audit.view')
  list(@Query() request: AuditListRequest): Promise<AuditEntryView[]> {
    return this.audit.list(request);
  }
}
