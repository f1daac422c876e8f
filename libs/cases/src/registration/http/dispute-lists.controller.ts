import type { Actor, Page } from '@app/kernel';
import { Allow, ApiFile, ApiPage, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PassThrough } from 'node:stream';
import { CHANNELS, FIELDS, LINK_KINDS, MATTERS } from '../domain/codes.js';
import type { DuplicateWarning } from '../domain/duplicates.js';
import { ID_TYPES } from '../domain/id-numbers.js';
import { DuplicateQueries } from '../duplicates.queries.js';
import { ExportService } from '../lists/export.service.js';
import { DisputeFilterRequest, ListDisputesRequest, DisputeListItem } from '../lists/list.dto.js';
import { ListQueries } from '../lists/list.queries.js';
import { CheckDuplicatesRequest } from '../requests/duplicates.dto.js';
import type { DisputeCodesView } from './codes.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Queues, search, export, and what the form asks before it is sent. */
@ApiTags('disputes')
@Controller('disputes')
export class DisputeListsController {
  constructor(
    private readonly lists: ListQueries,
    private readonly exports: ExportService,
    private readonly duplicateQueries: DuplicateQueries,
  ) {}

  /** Disputes one may see, nearest due date first. */
  @Get()
  @Allow('cases.view')
  @ApiPage(DisputeListItem)
  list(@CurrentActor() actor: Actor, @Query() request: ListDisputesRequest): Promise<Page<DisputeListItem>> {
    return this.lists.list(actor, request);
  }

  /** Channels, fields, matters, kinds of links and of papers, with the days on which they apply. */
  @Get('codes')
  @Allow('cases.view')
  codes(): DisputeCodesView {
    return { channels: CHANNELS, fields: FIELDS, matters: MATTERS, linkKinds: LINK_KINDS, idTypes: ID_TYPES };
  }

  /** What the filters show, as a workbook; at most 10,000 rows. */
  @Get('export')
  @Allow('cases.export')
  @ApiFile(XLSX)
  async export(
    @CurrentActor() actor: Actor,
    @Query() request: DisputeFilterRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const write = await this.exports.prepare(actor, request);
    const body = new PassThrough();
    void reply.type(XLSX).header('content-disposition', 'attachment; filename="disputes.xlsx"').send(body);
    await write(body).catch((error: Error) => body.destroy(error));
  }

  /** Registered disputes that may be the same matter, with reasons; those one may not see are only counted. */
  @Post('duplicates')
  @HttpCode(200)
  @Allow('cases.register')
  duplicates(@CurrentActor() actor: Actor, @Body() body: CheckDuplicatesRequest): Promise<DuplicateWarning> {
    return this.duplicateQueries.check(actor, body);
  }
}
