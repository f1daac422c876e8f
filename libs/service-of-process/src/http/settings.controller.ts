import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ServiceSettings } from '../settings.service.js';
import { ChangeServiceSettingsRequest, type ServiceSettingsView } from './settings.dto.js';

@ApiTags('settings')
@Controller('settings/service')
export class ServiceSettingsController {
  constructor(private readonly settings: ServiceSettings) {}

  /** What the law leaves to the district in serving papers. */
  @Get()
  @Allow('settings.manage')
  view(): Promise<ServiceSettingsView> {
    return this.settings.view();
  }

  @Put()
  @Allow('settings.manage')
  change(@CurrentActor() actor: Actor, @Body() body: ChangeServiceSettingsRequest): Promise<ServiceSettingsView> {
    return this.settings.change(actor, body);
  }
}
