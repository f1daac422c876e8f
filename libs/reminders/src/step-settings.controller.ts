import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { StepSettingRequest, StepSettingView } from './reminders.dto.js';
import { StepSettingsService } from './step-settings.service.js';

@ApiTags('reminders')
@Controller('settings/reminder-steps')
export class ReminderStepsController {
  constructor(private readonly settings: StepSettingsService) {}

  /** When people are reminded of each rule's clocks. */
  @Get()
  @Allow('settings.manage')
  list(): Promise<StepSettingView[]> {
    return this.settings.list();
  }

  /** Sets it for one rule, or with `*` for every rule without a setting of its own; open clocks are planned anew. */
  @Put(':rule')
  @Allow('settings.manage')
  set(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() request: StepSettingRequest,
  ): Promise<StepSettingView> {
    return this.settings.set(actor, rule, request);
  }
}
