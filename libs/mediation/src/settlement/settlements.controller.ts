import { Clock, type Actor, type Page } from '@app/kernel';
import { Allow, ApiFile, ApiPage, CurrentActor, PageRequest } from '@app/platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fileOf } from '../sheet-answer.js';
import { SheetExports } from '../sheet-exports.js';
import { XLSX } from '../sheet-file.js';
import { Corrections } from './corrections.service.js';
import {
  BuildRequest,
  CorrectionRequest,
  LineListRequest,
  RemoveCorrectionRequest,
  ReturnSettlementRequest,
  SettlementExportRequest,
  SettlementItem,
  SettlementLineView,
  SettlementVersionRequest,
  SettlementView,
} from './settlement.dto.js';
import { SettlementEditor } from './settlement.editor.js';
import { settlementSheet } from './settlement-file.js';
import { SettlementQueries } from './settlement.queries.js';

@ApiTags('mediation')
@Controller('mediation/settlements')
export class SettlementsController {
  constructor(
    private readonly queries: SettlementQueries,
    private readonly editor: SettlementEditor,
    private readonly corrections: Corrections,
    private readonly exports: SheetExports,
    private readonly clock: Clock,
  ) {}

  /** Months, newest first: all for whoever settles; for mediators and chairs those in which they have lines. */
  @Get()
  @Allow('cases.view')
  @ApiPage(SettlementItem)
  list(@CurrentActor() actor: Actor, @Query() { page, size }: PageRequest): Promise<Page<SettlementItem>> {
    return this.queries.list(actor, page, size);
  }

  /** Builds a month from the cases closed in it; a draft that is there already is built again. */
  @Post()
  @Allow('mediation.settle')
  @HttpCode(200)
  async build(@CurrentActor() actor: Actor, @Body() { month }: BuildRequest): Promise<SettlementView> {
    return this.queries.view(actor, await this.editor.build(actor, month));
  }

  /** A month: what each committee and mediator earns. */
  @Get(':id')
  @Allow('cases.view')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SettlementView> {
    return this.queries.view(actor, id);
  }

  /** Its lines, each with its case. */
  @Get(':id/lines')
  @Allow('cases.view')
  @ApiPage(SettlementLineView)
  lines(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: LineListRequest,
  ): Promise<Page<SettlementLineView>> {
    return this.queries.lines(actor, id, request);
  }

  /** The statement as a workbook: of all committees, of one, or of one mediator. That it was taken is on record. */
  @Get(':id/export')
  @Allow('cases.view')
  @ApiFile(XLSX)
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: SettlementExportRequest,
  ): Promise<StreamableFile> {
    const [settlement, lines] = await Promise.all([
      this.queries.view(actor, id),
      this.queries.allLines(actor, id, request),
    ]);
    await this.exports.note(actor, 'settlement', { settlementId: id, rows: lines.length });
    const printed = { by: actor.name, on: this.clock.today() };
    return fileOf(settlementSheet(settlement, lines, printed), 'xlsx', `settlement-${settlement.month}`);
  }

  /** Approves a month that is over; by another than who built it. */
  @Post(':id/approve')
  @Allow('mediation.approve-settlement')
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: SettlementVersionRequest,
  ): Promise<SettlementView> {
    await this.editor.approve(actor, id, version);
    return this.queries.view(actor, id);
  }

  /** Sends an approved month back to be built again. */
  @Post(':id/return')
  @Allow('mediation.approve-settlement')
  @HttpCode(200)
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, reason }: ReturnSettlementRequest,
  ): Promise<SettlementView> {
    await this.editor.giveBack(actor, id, version, reason);
    return this.queries.view(actor, id);
  }

  /** Freezes an approved month for good; from then on it is corrected by lines of later months only. */
  @Post(':id/freeze')
  @Allow('mediation.settle')
  @HttpCode(200)
  async freeze(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: SettlementVersionRequest,
  ): Promise<SettlementView> {
    await this.editor.freeze(actor, id, version);
    return this.queries.view(actor, id);
  }

  /** Corrects a line of an earlier, frozen month by a line of this one. */
  @Post(':id/corrections')
  @Allow('mediation.settle')
  @HttpCode(200)
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CorrectionRequest,
  ): Promise<SettlementView> {
    await this.corrections.add(actor, id, request);
    return this.queries.view(actor, id);
  }

  /** Takes a correction out of a draft again. */
  @Delete(':id/corrections/:lineId')
  @Allow('mediation.settle')
  @HttpCode(204)
  async removeCorrection(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineId', ParseUUIDPipe) lineId: string,
    @Query() { version }: RemoveCorrectionRequest,
  ): Promise<void> {
    await this.corrections.remove(actor, id, lineId, version);
  }
}
