import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor } from '@app/platform';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LinesRequest, LookedView, OverviewView, OwnershipLineView } from './overview.dto.js';
import { OverviewQueries } from './overview.queries.js';

/** Leaders' case ownership at a glance. */
@ApiTags('ownership')
@Controller('ownership')
export class OwnershipOverviewController {
  constructor(private readonly queries: OverviewQueries) {}

  /** The numbers of the lines one sees: a leader his own, a unit its own, the bureau all. */
  @Get('overview')
  @Allow('cases.view')
  overview(@CurrentActor() actor: Actor): Promise<OverviewView> {
    return this.queries.overview(actor);
  }

  /** Says that one has looked: what is new or has moved counts from now on. */
  @Post('overview/looked')
  @Allow('cases.view')
  @HttpCode(200)
  looked(@CurrentActor() actor: Actor): Promise<LookedView> {
    return this.queries.looked(actor);
  }

  /** Lines of the list, those due first on top; every number of the overview has its query. */
  @Get('lines')
  @Allow('cases.view')
  @ApiPage(OwnershipLineView)
  lines(@CurrentActor() actor: Actor, @Query() request: LinesRequest): Promise<Page<OwnershipLineView>> {
    return this.queries.lines(actor, request);
  }
}
