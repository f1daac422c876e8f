import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PreferencesRequest, PreferencesView } from './preferences.dto.js';
import { PreferencesService } from './preferences.service.js';

@ApiTags('notifications')
@Controller('me/notification-preferences')
export class NotificationPreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  /** Which of one's messages also leave the house. */
  @Get()
  @Allow('notifications.own')
  get(@CurrentActor() actor: Actor): Promise<PreferencesView> {
    return this.preferences.get(actor);
  }

  /** Replaces the preferences. A new webhook address is answered with its secret, once. */
  @Put()
  @Allow('notifications.own')
  set(@CurrentActor() actor: Actor, @Body() request: PreferencesRequest): Promise<PreferencesView> {
    return this.preferences.set(actor, request);
  }
}
