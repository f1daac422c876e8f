import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, PageRequest } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EntryRuleParts } from '../settings/settings.dto.js';
import { EntryCandidateView, DismissCandidateRequest, EntryMatchView } from './candidates.dto.js';
import { CandidatesService } from './candidates.service.js';

@ApiTags('ownership')
@Controller('ownership')
export class CandidatesController {
  constructor(private readonly candidates: CandidatesService) {}

  /** Disputes that fulfil the rule of entry and wait to be proposed; to propose one, open its case of ownership. */
  @Get('candidates')
  @Allow('ownership.manage')
  @ApiPage(EntryCandidateView)
  waiting(@CurrentActor() actor: Actor, @Query() request: PageRequest): Promise<Page<EntryCandidateView>> {
    return this.candidates.waiting(actor, request);
  }

  /** Leaves one out, with a reason. */
  @Post('candidates/:id/dismiss')
  @Allow('ownership.manage')
  @HttpCode(204)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DismissCandidateRequest,
  ): Promise<void> {
    return this.candidates.dismiss(actor, id, body);
  }

  /** Which disputes would enter by a rule, before it is set. */
  @Post('entry-rule/preview')
  @Allow('ownership.manage')
  @HttpCode(200)
  @ApiPage(EntryMatchView)
  preview(
    @CurrentActor() actor: Actor,
    @Body() rule: EntryRuleParts,
    @Query() page: PageRequest,
  ): Promise<Page<EntryMatchView>> {
    return this.candidates.preview(actor, rule, page);
  }
}
