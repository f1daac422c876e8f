import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { HandlersService } from '../handlers/handlers.service.js';
import { LinksService } from '../links.service.js';
import { UnmaskService, type UnmaskedView } from '../register/unmask.service.js';
import { HandOverRequest, LinkRequest, UnmaskRequest } from '../requests/actions.dto.js';
import { DisputeQueries } from '../views/dispute.queries.js';
import type { DisputeView } from '../views/dispute.views.js';
import { HistoryQueries, type HistoryEntryView } from '../views/history.queries.js';

export class HistoryRequest {
  /** Entries before this one: the last of the page before. */
  @IsOptional()
  @IsUUID(undefined, { message: '应为历史记录编号' })
  before?: string;

  /** How many, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '条数应为整数' })
  @Min(1, { message: '至少 1 条' })
  @Max(200, { message: '最多 200 条' })
  limit: number = 50;
}

/** What is done with a registered dispute besides its cases. */
@ApiTags('disputes')
@Controller('disputes/:id')
export class DisputeActionsController {
  constructor(
    private readonly handlers: HandlersService,
    private readonly links: LinksService,
    private readonly unmasking: UnmaskService,
    private readonly historyQueries: HistoryQueries,
    private readonly queries: DisputeQueries,
  ) {}

  /** Who did what and when, newest first, in plain Chinese. */
  @Get('history')
  @Allow('cases.view')
  history(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: HistoryRequest,
  ): Promise<HistoryEntryView[]> {
    return this.historyQueries.of(actor, id, request.limit, request.before);
  }

  /** Gives the dispute to another officer of its office. */
  @Put('handler')
  @Allow('cases.assign')
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: HandOverRequest,
  ): Promise<DisputeView> {
    await this.handlers.handOver(actor, id, body);
    return this.queries.view(actor, id);
  }

  /** Links the dispute with another; the link is seen from both. */
  @Post('links')
  @Allow('cases.link')
  async link(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LinkRequest,
  ): Promise<DisputeView> {
    await this.links.link(actor, id, body);
    return this.queries.view(actor, id);
  }

  /** Undoes a link, from either side. */
  @Delete('links/:otherId')
  @HttpCode(204)
  @Allow('cases.link')
  unlink(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
  ): Promise<void> {
    return this.links.unlink(actor, id, otherId);
  }

  /** A party's whole ID number and phone, for a stated reason. It is kept who read them and why. */
  @Post('parties/:partyId/unmask')
  @HttpCode(200)
  @Allow('cases.unmask')
  unmask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Body() body: UnmaskRequest,
  ): Promise<UnmaskedView> {
    return this.unmasking.unmask(actor, id, partyId, body.reason);
  }
}
