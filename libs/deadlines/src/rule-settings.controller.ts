import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeRuleSettingRequest, RuleSettingView } from './rule-settings.dto.js';
import { RuleSettings } from './rule-settings.service.js';

@ApiTags('settings')
@Controller('settings/deadline-rules')
export class DeadlineRuleSettingsController {
  constructor(private readonly settings: RuleSettings) {}

  /** The lengths that local practice decides. */
  @Get()
  @Allow('settings.manage')
  list(): Promise<RuleSettingView[]> {
    return this.settings.list();
  }

  /** Sets one of them, for clocks that start from now on. */
  @Put()
  @Allow('settings.manage')
  change(@CurrentActor() actor: Actor, @Body() request: ChangeRuleSettingRequest): Promise<RuleSettingView> {
    return this.settings.change(actor, request);
  }
}
