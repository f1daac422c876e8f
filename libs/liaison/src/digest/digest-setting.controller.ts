import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DigestSettingRequest, DigestSettingView } from './digest-setting.dto.js';
import { DigestSettings } from './digest-settings.service.js';

@ApiTags('liaison')
@Controller('settings/liaison-digest')
export class DigestSettingController {
  constructor(private readonly settings: DigestSettings) {}

  @Get()
  @Allow('settings.manage')
  get(): Promise<DigestSettingView> {
    return this.settings.get();
  }

  @Put()
  @Allow('settings.manage')
  set(@CurrentActor() actor: Actor, @Body() request: DigestSettingRequest): Promise<DigestSettingView> {
    return this.settings.set(actor, request);
  }
}
