import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor } from '@app/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SessionQueries } from './session.queries.js';
import { ListSessionsRequest, SessionListItem } from './sessions.dto.js';

/** 调解会日程. */
@ApiTags('mediation')
@Controller('mediation/sessions')
export class SessionsController {
  constructor(private readonly queries: SessionQueries) {}

  /** Sessions from one day to another, in their order: one's own, one's committee's, those one's organ is invited to, or, for the centre, all. */
  @Get()
  @Allow('cases.view')
  @ApiPage(SessionListItem)
  list(@CurrentActor() actor: Actor, @Query() request: ListSessionsRequest): Promise<Page<SessionListItem>> {
    return this.queries.list(actor, request);
  }
}
