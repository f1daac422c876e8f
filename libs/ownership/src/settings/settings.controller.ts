import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnershipSettingsView, SetEntryRuleRequest, SetPracticeRequest } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('settings/ownership')
export class OwnershipSettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** The rule of entry, the practice of marking, and every version of both. */
  @Get()
  @Allow('ownership.manage')
  view(): Promise<OwnershipSettingsView> {
    return this.settings.view();
  }

  /** Sets the rule of entry; it holds for all disputes from now on. */
  @Put('entry-rule')
  @Allow('ownership.manage')
  setEntryRule(@CurrentActor() actor: Actor, @Body() body: SetEntryRuleRequest): Promise<OwnershipSettingsView> {
    return this.settings.setEntryRule(actor, body);
  }

  /** Sets when cases are marked, and when they count as stuck. */
  @Put('practice')
  @Allow('ownership.manage')
  setPractice(@CurrentActor() actor: Actor, @Body() body: SetPracticeRequest): Promise<OwnershipSettingsView> {
    return this.settings.setPractice(actor, body);
  }
}
