import type { Actor, Page } from '@app/kernel';
import { Allow, ApiFile, ApiPage, CurrentActor } from '@app/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { fileOf } from '../sheet-answer.js';
import { SheetExports } from '../sheet-exports.js';
import { CSV, XLSX } from '../sheet-file.js';
import { MediatorSheet } from './mediator-sheet.service.js';
import { MediatorQueries } from './mediators.queries.js';
import { ChangeMediatorRequest, MediatorItem, MediatorListRequest } from './mediators.dto.js';
import { ImportRequest, SheetImportView, SheetRequest } from './sheets.dto.js';
import { NetworkEditor } from './network.editor.js';
import { uploadedSheet } from './upload.js';

@ApiTags('mediation')
@Controller('mediation/mediators')
export class MediatorsController {
  constructor(
    private readonly queries: MediatorQueries,
    private readonly editor: NetworkEditor,
    private readonly sheet: MediatorSheet,
    private readonly exports: SheetExports,
  ) {}

  /** Today's mediators: what they can do, how much they have, and who can take a case. */
  @Get()
  @Allow('cases.view')
  @ApiPage(MediatorItem)
  list(@Query() request: MediatorListRequest): Promise<Page<MediatorItem>> {
    return this.queries.list(request);
  }

  /** The mediators as a sheet, in the columns that an import takes. */
  @Get('export')
  @Allow('mediation.manage-network')
  @ApiFile(XLSX, CSV)
  async export(@CurrentActor() actor: Actor, @Query() { format = 'xlsx' }: SheetRequest): Promise<StreamableFile> {
    const content = await this.sheet.content();
    await this.exports.note(actor, 'mediators', { format, rows: content.rows.length });
    return fileOf(content, format, 'mediators');
  }

  @Get(':id')
  @Allow('cases.view')
  view(@Param('id', ParseUUIDPipe) id: string): Promise<MediatorItem> {
    return this.queries.view(id);
  }

  /** Takes a sheet over (.xlsx or .csv, field `file`): all of it, or nothing with every wrong cell named. */
  @Post('import')
  @Allow('mediation.manage-network')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dryRun }: ImportRequest,
    @Req() http: FastifyRequest,
  ): Promise<SheetImportView> {
    return this.sheet.import(actor, await uploadedSheet(http), dryRun === 'true');
  }

  /** Expertise, languages, engagement, cap and term of a mediator. */
  @Put(':id')
  @Allow('mediation.manage-network')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeMediatorRequest,
  ): Promise<MediatorItem> {
    await this.editor.changeMediator(actor, id, request);
    return this.queries.view(id);
  }
}
