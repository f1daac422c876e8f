import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AskMoreTimeRequest,
  DoneListRequest,
  MoreTimeView,
  OwedListRequest,
  OwedListView,
  OwedView,
} from './owed.dto.js';
import { OwedQueries } from './owed.queries.js';
import { OwedService } from './owed.service.js';

@ApiTags('liaison')
@Controller('liaison')
export class OwedController {
  constructor(
    private readonly queries: OwedQueries,
    private readonly service: OwedService,
  ) {}

  /** What my organ owes, by when, in which case, and what to do next; what is due first first. */
  @Get('owed')
  @Allow('liaison.answer')
  owed(@CurrentActor() actor: Actor, @Query() request: OwedListRequest): Promise<OwedListView> {
    return this.queries.owed(actor, request);
  }

  /** What my organ has answered, the last first; what was late, or was not done, is marked. */
  @Get('done')
  @Allow('liaison.answer')
  @ApiPage(OwedView)
  done(@CurrentActor() actor: Actor, @Query() request: DoneListRequest): Promise<Page<OwedView>> {
    return this.queries.done(actor, request);
  }

  /** 签收: my organ knows of the period. The first one stays. */
  @Post('owed/:id/acknowledge')
  @Allow('liaison.answer')
  @HttpCode(200)
  acknowledge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OwedView> {
    return this.service.acknowledge(actor, id);
  }

  /** Asks for more time. Where the law gives none, it is put on record and answered so, and the period stays. */
  @Post('owed/:id/more-time')
  @Allow('liaison.answer')
  @Idempotent()
  @HttpCode(200)
  moreTime(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AskMoreTimeRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<MoreTimeView> {
    return this.service.askMoreTime(actor, id, request, key);
  }
}
