import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AsOfRequest, type AsOfView } from './as-of.dto.js';
import { AsOfQueries } from './as-of.queries.js';

@ApiTags('cases')
@Controller('cases')
export class AsOfController {
  constructor(private readonly queries: AsOfQueries) {}

  /** The case as it stood at a moment: state, handler, participants, clocks, papers, and what had been done. */
  @Get(':id/as-of')
  @Allow('cases.view')
  view(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: AsOfRequest,
  ): Promise<AsOfView> {
    return this.queries.view(actor, id, new Date(request.at));
  }
}
