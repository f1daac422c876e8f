import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddressConfirmations } from '../address-confirmations.js';
import { ConfirmAddressRequest, type AddressConfirmationView } from './address-confirmations.dto.js';

@ApiTags('service')
@Controller('disputes/:id/address-confirmations')
export class AddressConfirmationsController {
  constructor(private readonly confirmations: AddressConfirmations) {}

  /** Confirmations of the address of service, the one that counts first. */
  @Get()
  @Allow('cases.view')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AddressConfirmationView[]> {
    return this.confirmations.list(actor, id);
  }

  /** A party confirmed where it is to be served; answers all of the dispute. */
  @Post()
  @Allow('cases.register')
  @Idempotent()
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmAddressRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<AddressConfirmationView[]> {
    await this.confirmations.record(actor, id, body, key);
    return this.confirmations.list(actor, id);
  }
}
