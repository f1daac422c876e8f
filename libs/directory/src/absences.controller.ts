import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AbsenceListRequest,
  AbsenceView,
  CancelAbsenceRequest,
  EnterAbsenceRequest,
  ShortenAbsenceRequest,
} from './absences.dto.js';
import { AbsencesEditor } from './absences.editor.js';
import { AbsencesLists } from './absences.lists.js';
import type { CreatedView } from './directory.dto.js';

@ApiTags('directory')
@Controller('directory/absences')
export class AbsencesController {
  constructor(
    private readonly lists: AbsencesLists,
    private readonly editor: AbsencesEditor,
  ) {}

  /** Who is away when: of an organ of mine, or my own and those I stand in for. */
  @Get()
  @Allow('directory.absence')
  @ApiPage(AbsenceView)
  list(@CurrentActor() actor: Actor, @Query() request: AbsenceListRequest): Promise<Page<AbsenceView>> {
    return this.lists.page(actor, request);
  }

  @Get(':id')
  @Allow('directory.absence')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AbsenceView> {
    return this.lists.one(actor, id);
  }

  /** Enters days away, my own or, for a head, those of somebody of the organ; who stands in acts from the first of them. */
  @Post()
  @Allow('directory.absence')
  @Idempotent()
  enter(
    @CurrentActor() actor: Actor,
    @Body() request: EnterAbsenceRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CreatedView> {
    return this.editor.enter(actor, request, key);
  }

  /** Back earlier than entered. */
  @Post(':id/shorten')
  @Allow('directory.absence')
  @HttpCode(200)
  async shorten(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ShortenAbsenceRequest,
  ): Promise<AbsenceView> {
    await this.editor.shorten(actor, id, request);
    return this.lists.one(actor, id);
  }

  /** Takes an absence back; of one that has begun, the days that are left. */
  @Post(':id/cancel')
  @Allow('directory.absence')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CancelAbsenceRequest,
  ): Promise<AbsenceView> {
    await this.editor.cancel(actor, id, request);
    return this.lists.one(actor, id);
  }
}
