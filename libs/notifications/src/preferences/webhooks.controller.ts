import type { Actor } from '@app/kernel';
import { Allow, CurrentActor, Idempotent, IdempotencyKeyHeader, PageRequest } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FailedDeliveryPageView, WebhookCreateRequest, WebhookView } from './preferences.dto.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('notifications')
@Controller('settings')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  /** Programs that are told of every message. */
  @Get('webhooks')
  @Allow('settings.manage')
  list(): Promise<WebhookView[]> {
    return this.webhooks.list();
  }

  /** Adds such a program. Its requests are signed with the secret in the answer, which is shown this once. */
  @Post('webhooks')
  @Idempotent()
  @Allow('settings.manage')
  add(
    @CurrentActor() actor: Actor,
    @IdempotencyKeyHeader() key: string | undefined,
    @Body() request: WebhookCreateRequest,
  ): Promise<WebhookView> {
    return this.webhooks.add(actor, key, request);
  }

  /** Removes one. */
  @Delete('webhooks/:id')
  @HttpCode(204)
  @Allow('settings.manage')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.webhooks.remove(actor, id);
  }

  /** Deliveries over e-mail or webhook that were given up, newest first. */
  @Get('failed-deliveries')
  @Allow('settings.manage')
  failed(@Query() request: PageRequest): Promise<FailedDeliveryPageView> {
    return this.webhooks.failed(request);
  }
}
