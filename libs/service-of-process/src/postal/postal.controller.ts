import { DomainError, type Actor } from '@app/kernel';
import { Allow, ApiFile, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PostalBatches } from './batches.service.js';
import {
  MakeBatchRequest,
  ReturnsQuery,
  ReturnsRequest,
  type BatchMadeView,
  type PostalBatchListItem,
  type PostalBatchView,
  type ReturnResult,
} from './postal.dto.js';
import { readPostalReturns, writePostalList } from './postal-file.js';
import { PostalReturns } from './returns.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('service')
@Controller('service/postal-batches')
export class PostalController {
  constructor(
    private readonly batches: PostalBatches,
    private readonly returns: PostalReturns,
  ) {}

  /** Batches of one's organs, newest first. */
  @Get()
  @Allow('service.post')
  list(@CurrentActor() actor: Actor): Promise<PostalBatchListItem[]> {
    return this.batches.list(actor);
  }

  /** Puts the letters that wait for the post into a batch. */
  @Post()
  @Allow('service.post')
  @Idempotent()
  make(
    @CurrentActor() actor: Actor,
    @Body() body: MakeBatchRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<BatchMadeView> {
    return this.batches.make(actor, body, key);
  }

  /** A batch with everything its list prints. */
  @Get(':id')
  @Allow('service.post')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PostalBatchView> {
    return this.batches.view(actor, id);
  }

  /** The list as a workbook, to be printed and to be filled in. */
  @Get(':id/list')
  @Allow('service.post')
  @ApiFile(XLSX)
  async file(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const bytes = await writePostalList(await this.batches.view(actor, id));
    return new StreamableFile(bytes, { type: XLSX, disposition: 'attachment; filename="letters.xlsx"' });
  }

  /** What became of letters: every right row is recorded, the others are answered with the reason. */
  @Post(':id/returns')
  @Allow('service.post')
  @HttpCode(200)
  record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReturnsQuery,
    @Body() body: ReturnsRequest,
  ): Promise<ReturnResult[]> {
    return this.returns.record(actor, id, body.rows, query.dryRun === 'true');
  }

  /** The same from the filled list (.xlsx or .csv, field `file`). */
  @Post(':id/returns/file')
  @Allow('service.post')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async recordFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReturnsQuery,
    @Req() http: FastifyRequest,
  ): Promise<ReturnResult[]> {
    const file = http.isMultipart() ? await http.file() : undefined;
    if (!file) {
      const detail = '请以 multipart/form-data 上传文件（字段 file）。';
      throw new DomainError('service.postal-file-missing', { kind: 'invalid', detail });
    }
    return this.returns.record(actor, id, await readPostalReturns(await file.toBuffer()), query.dryRun === 'true');
  }
}
