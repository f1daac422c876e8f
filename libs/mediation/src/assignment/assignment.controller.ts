import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent, PageRequest } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AdmittedView,
  AdmitRequest,
  AssignManyRequest,
  BulkView,
  HandOverRequest,
  ReleaseRequest,
} from './assignment.dto.js';
import { type ReplayView } from './candidates.dto.js';
import { FairnessRequest, LoadCaseView, LoadListRequest, LoadView, OrphanView, type FairnessView } from './load.dto.js';
import { RelationListRequest, RelationRequest, RelationView } from './relations.dto.js';
import { Assignments } from './assignments.service.js';
import { LoadQueries } from './load.queries.js';
import { OrphanedQueries } from './orphaned.queries.js';
import { RelationsService } from './relations.service.js';
import { Snapshots } from './snapshots.js';

@ApiTags('mediation')
@Controller('mediation')
export class AssignmentController {
  constructor(
    private readonly assignments: Assignments,
    private readonly snapshots: Snapshots,
    private readonly load: LoadQueries,
    private readonly orphaned: OrphanedQueries,
    private readonly relations: RelationsService,
  ) {}

  /** From the referral to the mediators in one act, where the parties' consents are in hand. */
  @Post('cases/:id/admission')
  @Allow('mediation.assign')
  @HttpCode(200)
  @ApiOkResponse({ type: AdmittedView })
  admit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AdmitRequest,
  ): Promise<AdmittedView> {
    return this.assignments.admit(actor, id, body);
  }

  /** Gives many cases to committees or mediators, each to the first of its ranking or all to one. */
  @Post('bulk-assignments')
  @Allow('mediation.assign')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkView })
  assignMany(@CurrentActor() actor: Actor, @Body() body: AssignManyRequest): Promise<BulkView> {
    return this.assignments.assignMany(actor, body);
  }

  /** The mediators of many cases give them back. */
  @Post('releases')
  @Allow('mediation.assign')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkView })
  release(@CurrentActor() actor: Actor, @Body() body: ReleaseRequest): Promise<BulkView> {
    return this.assignments.release(actor, body);
  }

  /** A mediator hands many cases over to another. */
  @Post('hand-overs')
  @Allow('mediation.assign')
  @HttpCode(200)
  @ApiOkResponse({ type: BulkView })
  handOver(@CurrentActor() actor: Actor, @Body() body: HandOverRequest): Promise<BulkView> {
    return this.assignments.handOver(actor, body);
  }

  /** Makes a ranking again from what was kept with the assignment. */
  @Post('assignments/:id/replay')
  @Allow('mediation.assign')
  @HttpCode(200)
  replay(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReplayView> {
    return this.snapshots.replayOne(actor, id);
  }

  /** Who carries how much, the most burdened first. */
  @Get('load')
  @Allow('mediation.oversee')
  @ApiPage(LoadView)
  board(@Query() request: LoadListRequest): Promise<Page<LoadView>> {
    return this.load.board(request);
  }

  /** The cases of a mediator or committee. */
  @Get('load/:id/cases')
  @Allow('mediation.oversee')
  @ApiPage(LoadCaseView)
  casesOf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: PageRequest,
  ): Promise<Page<LoadCaseView>> {
    return this.load.casesOf(actor, id, request);
  }

  /** How evenly mediators were burdened, by month. */
  @Get('fairness')
  @Allow('mediation.oversee')
  fairness(@Query() { year }: FairnessRequest): Promise<FairnessView[]> {
    return this.load.fairness(year);
  }

  /** Open work whose mediator or committee has left, or is away and nobody stands in. */
  @Get('orphaned')
  @Allow('mediation.oversee')
  @ApiPage(OrphanView)
  orphans(@CurrentActor() actor: Actor, @Query() request: PageRequest): Promise<Page<OrphanView>> {
    return this.orphaned.list(actor, request);
  }

  /** What a mediator has declared. */
  @Get('relations')
  @Allow('cases.view')
  @ApiPage(RelationView)
  relationsOf(@CurrentActor() actor: Actor, @Query() request: RelationListRequest): Promise<Page<RelationView>> {
    return this.relations.list(actor, request);
  }

  /** Declares a relation to a party or an organ, for oneself or by the centre. */
  @Post('relations')
  @Allow('cases.act')
  @Idempotent()
  declare(
    @CurrentActor() actor: Actor,
    @Body() body: RelationRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<RelationView> {
    return this.relations.declare(actor, body, key);
  }

  /** It was declared by mistake. */
  @Post('relations/:id/withdraw')
  @Allow('cases.act')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.relations.withdraw(actor, id);
  }
}
