import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FindingsQueries } from '../findings.queries.js';
import { FindingsService } from '../findings.service.js';
import { IntegrityRunner } from '../runner.js';
import {
  AcceptRequest,
  CheckFigureRequest,
  FindingListRequest,
  FindingView,
  HistoryRequest,
  type CheckFigureView,
  type CheckView,
  type HistoryDay,
  type RunView,
} from './integrity.dto.js';

/** What the nightly checks found, and who mends it. */
@ApiTags('integrity')
@Controller('integrity')
@Allow('integrity.view')
export class IntegrityController {
  constructor(
    private readonly queries: FindingsQueries,
    private readonly findings: FindingsService,
    private readonly runner: IntegrityRunner,
  ) {}

  /** Every check, with the counts of what the caller may see. */
  @Get('checks')
  checks(@CurrentActor() actor: Actor): Promise<CheckView[]> {
    return this.queries.checks(actor);
  }

  /** How many findings of a check there were, day by day. */
  @Get('checks/:code/history')
  history(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() request: HistoryRequest,
  ): Promise<HistoryDay[]> {
    return this.queries.history(actor, code, request.days);
  }

  /** Findings, the newest first. */
  @Get('findings')
  @ApiPage(FindingView)
  list(@CurrentActor() actor: Actor, @Query() request: FindingListRequest): Promise<Page<FindingView>> {
    return this.queries.list(actor, request);
  }

  @Get('findings/:id')
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<FindingView> {
    return this.queries.get(actor, id);
  }

  /** The owner lets a finding stay as it is until a day. */
  @Post('findings/:id/accept')
  @HttpCode(200)
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcceptRequest,
  ): Promise<FindingView> {
    return this.findings.accept(actor, id, body);
  }

  /** The last 30 runs, the newest first. */
  @Get('runs')
  runs(): Promise<RunView[]> {
    return this.queries.runs();
  }

  /** Begins a run now; answers the one under way, if there is one, so it may be repeated. Workers walk it within a minute. */
  @Post('runs')
  @Allow('integrity.run')
  async begin(@CurrentActor() actor: Actor): Promise<RunView> {
    const id = await this.runner.begin(actor);
    return (await this.queries.runs()).find((run) => run.id === id)!;
  }
}

@ApiTags('integrity')
@Controller('settings/integrity-checks')
@Allow('settings.manage')
export class CheckFiguresController {
  constructor(private readonly findings: FindingsService) {}

  /** The figures of checks: after how many days something is called stuck, and the like. */
  @Get()
  list(): Promise<CheckFigureView[]> {
    return this.findings.figures();
  }

  /** Sets the figure of a check, from the next run on. */
  @Put(':code')
  set(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: CheckFigureRequest,
  ): Promise<CheckFigureView> {
    return this.findings.setFigure(actor, code, body);
  }
}
