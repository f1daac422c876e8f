import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TariffListRequest, TariffRequest, TariffView } from './settlement.dto.js';
import { Tariffs } from './tariffs.service.js';

@ApiTags('mediation')
@Controller('mediation/tariffs')
export class TariffsController {
  constructor(private readonly tariffs: Tariffs) {}

  /** What mediations earn: all lines ever, or those of a day. */
  @Get()
  @Allow('cases.view')
  @ApiPage(TariffView)
  list(@Query() request: TariffListRequest): Promise<Page<TariffView>> {
    return this.tariffs.list(request);
  }

  /** Adds a line, which ends the one that held for the same until then. */
  @Post()
  @Allow('mediation.settle')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Body() request: TariffRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<TariffView> {
    return this.tariffs.add(actor, request, key);
  }
}
