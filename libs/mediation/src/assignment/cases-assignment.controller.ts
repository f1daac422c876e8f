import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CandidateListRequest, CandidateView, type SnapshotItem } from './candidates.dto.js';
import { PartyExclusionRequest, type PartyExclusionView } from './relations.dto.js';
import { CandidateQueries } from './candidates.queries.js';
import { RelationsService } from './relations.service.js';
import { Snapshots } from './snapshots.js';

@ApiTags('mediation')
@Controller('cases/:id')
export class CaseAssignmentController {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly snapshots: Snapshots,
    private readonly relations: RelationsService,
  ) {}

  /** Committees or mediators for a mediation, in their order, with what speaks for and against each. */
  @Get('candidates')
  @Allow('mediation.assign')
  @ApiPage(CandidateView)
  list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: CandidateListRequest,
  ): Promise<Page<CandidateView>> {
    return this.candidates.list(actor, id, request);
  }

  /** What the assignments of a mediation were decided on. */
  @Get('assignments')
  @Allow('mediation.assign')
  assignments(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SnapshotItem[]> {
    return this.snapshots.ofCase(actor, id);
  }

  /** Mediators whom parties do not want. */
  @Get('party-exclusions')
  @Allow('mediation.assign')
  exclusions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PartyExclusionView[]> {
    return this.relations.exclusionsOf(actor, id);
  }

  /** A party does not want a mediator. */
  @Post('party-exclusions')
  @Allow('mediation.assign')
  @Idempotent()
  exclude(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PartyExclusionRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<PartyExclusionView> {
    return this.relations.exclude(actor, id, body, key);
  }

  /** The party has nothing against him any more. */
  @Post('party-exclusions/:exclusionId/withdraw')
  @Allow('mediation.assign')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('exclusionId', ParseUUIDPipe) exclusionId: string,
  ): Promise<void> {
    return this.relations.withdrawExclusion(actor, id, exclusionId);
  }
}
