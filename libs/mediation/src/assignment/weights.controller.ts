import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DryRunRequest, TakeEffectRequest, WeightsRequest, type DryRunView, type WeightsView } from './weights.dto.js';
import { WeightsService } from './weights.service.js';

@ApiTags('mediation')
@Controller('mediation/weights')
export class WeightsController {
  constructor(private readonly weights: WeightsService) {}

  /** How much each factor counts: every version, the newest first. */
  @Get()
  @Allow('mediation.oversee')
  list(): Promise<WeightsView[]> {
    return this.weights.list();
  }

  /** Proposes a version; it counts when it is taken into effect. */
  @Post()
  @Allow('mediation.manage-weights')
  propose(@CurrentActor() actor: Actor, @Body() body: WeightsRequest): Promise<WeightsView> {
    return this.weights.propose(actor, body);
  }

  /** Who would have got the assignments of a period by this version, and how even that would be. Changes nothing. */
  @Post(':version/dry-run')
  @Allow('mediation.oversee')
  @HttpCode(200)
  dryRun(@Param('version', ParseIntPipe) version: number, @Body() body: DryRunRequest): Promise<DryRunView> {
    return this.weights.dryRun(version, body);
  }

  /** From now on this version counts. */
  @Post(':version/take-effect')
  @Allow('mediation.manage-weights')
  @HttpCode(200)
  takeEffect(
    @CurrentActor() actor: Actor,
    @Param('version', ParseIntPipe) version: number,
    @Body() body: TakeEffectRequest,
  ): Promise<WeightsView> {
    return this.weights.takeEffect(actor, version, body);
  }
}
