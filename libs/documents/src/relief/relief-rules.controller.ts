import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeReliefRequest, type ReliefRuleView } from './relief-rules.dto.js';
import { ReliefRules } from './relief-rules.service.js';

@ApiTags('settings')
@Controller('settings/relief-rules')
export class ReliefRulesController {
  constructor(private readonly rules: ReliefRules) {}

  /** The texts on remedies (诉权告知) that papers end with, all versions. */
  @Get()
  @Allow('documents.manage')
  list(): Promise<ReliefRuleView[]> {
    return this.rules.list();
  }

  /** Gives a text a new version from a day on; what was in force before stays on record. */
  @Put(':code')
  @Allow('documents.manage')
  change(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() request: ChangeReliefRequest,
  ): Promise<ReliefRuleView> {
    return this.rules.change(actor, code, request);
  }
}
