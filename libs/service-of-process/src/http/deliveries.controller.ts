import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Deliveries } from '../deliveries.service.js';
import { DeliveryQueries } from '../deliveries.queries.js';
import { AttemptRecord, ServiceRecord } from '../domain/record.js';
import { FailedRequest, PlanDeliveryRequest, type DeliveryView } from './deliveries.dto.js';

@ApiTags('service')
@Controller()
export class DeliveriesController {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly queries: DeliveryQueries,
  ) {}

  /** The papers of a case and on whom they are, were or shall be served. */
  @Get('cases/:id/deliveries')
  @Allow('cases.view')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) caseId: string): Promise<DeliveryView[]> {
    return this.queries.ofCase(actor, caseId);
  }

  /** Plans a paper for recipients; answers the register of the case. */
  @Post('cases/:id/deliveries')
  @Allow('cases.act')
  @Idempotent()
  async plan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: PlanDeliveryRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<DeliveryView[]> {
    await this.deliveries.plan(actor, caseId, body, key);
    return this.queries.ofCase(actor, caseId);
  }

  /** The paper is sent, taken there, or announced. */
  @Post('deliveries/:id/attempts')
  @Allow('cases.act')
  @HttpCode(200)
  async attempt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AttemptRecord,
  ): Promise<DeliveryView[]> {
    return this.queries.ofCase(actor, await this.deliveries.attempt(actor, id, body));
  }

  /** The paper was served; what follows from it in the case is done at once. */
  @Post('deliveries/:id/served')
  @Allow('cases.act')
  @HttpCode(200)
  async served(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ServiceRecord,
  ): Promise<DeliveryView[]> {
    return this.queries.ofCase(actor, await this.deliveries.served(actor, id, body));
  }

  /** The attempt failed; there is a task to try again. */
  @Post('deliveries/:id/failed')
  @Allow('cases.act')
  @HttpCode(200)
  async failed(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FailedRequest,
  ): Promise<DeliveryView[]> {
    return this.queries.ofCase(actor, await this.deliveries.failed(actor, id, body));
  }
}
