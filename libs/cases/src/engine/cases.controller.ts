import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Approvals } from './approvals.js';
import { CaseQueries } from './case.queries.js';
import {
  CaseListRequest,
  OpenCaseRequest,
  PerformRequest,
  ReviewRequest,
  WithdrawProposalRequest,
  type ActionsView,
  type CaseCreatedView,
  CaseListItem,
  type CaseMovedView,
  type CaseView,
} from './cases.dto.js';
import { CaseEngine } from './engine.js';
import { CaseOpening } from './opening.js';

@ApiTags('cases')
@Controller()
export class CasesController {
  constructor(
    private readonly engine: CaseEngine,
    private readonly opening: CaseOpening,
    private readonly approvals: Approvals,
    private readonly queries: CaseQueries,
  ) {}

  /** Opens a case of a procedure on a dispute. */
  @Post('disputes/:id/cases')
  @Allow('cases.act')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) disputeId: string,
    @Body() body: OpenCaseRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<CaseCreatedView> {
    return this.opening.open(actor, disputeId, body, key);
  }

  /** Cases, newest first. */
  @Get('cases')
  @Allow('cases.view')
  @ApiPage(CaseListItem)
  list(@CurrentActor() actor: Actor, @Query() request: CaseListRequest): Promise<Page<CaseListItem>> {
    return this.queries.list(actor, request);
  }

  @Get('cases/:id')
  @Allow('cases.view')
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseView> {
    return this.queries.view(actor, id);
  }

  /** Every step of the case's state: permitted, or refused with reasons, article and what would satisfy it. */
  @Get('cases/:id/actions')
  @Allow('cases.view')
  actions(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ActionsView> {
    return this.queries.actions(actor, id);
  }

  /** Performs a step. What may be done next is answered by `actions`. */
  @Post('cases/:id/actions/:name')
  @Allow('cases.act')
  @HttpCode(200)
  perform(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() body: PerformRequest,
  ): Promise<CaseMovedView> {
    return this.engine.perform(actor, id, name, body.version, body.input);
  }

  /** Proposes a step for approval 提请审批. */
  @Post('cases/:id/actions/:name/proposal')
  @Allow('cases.act')
  propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() body: PerformRequest,
  ): Promise<CaseMovedView> {
    return this.approvals.propose(actor, id, name, body.version, body.input);
  }

  /** Passes the pending proposal; the last to pass it performs the step. */
  @Post('cases/:id/proposal/pass')
  @Allow('cases.act')
  @HttpCode(200)
  pass(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewRequest,
  ): Promise<CaseMovedView> {
    return this.approvals.pass(actor, id, body.version, body.opinion);
  }

  /** Returns the pending proposal to its proposer. */
  @Post('cases/:id/proposal/return')
  @Allow('cases.act')
  @HttpCode(200)
  return(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewRequest,
  ): Promise<CaseMovedView> {
    return this.approvals.return(actor, id, body.version, body.opinion);
  }

  /** Takes one's own proposal back. */
  @Post('cases/:id/proposal/withdraw')
  @Allow('cases.act')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawProposalRequest,
  ): Promise<CaseMovedView> {
    return this.approvals.withdraw(actor, id, body.version);
  }
}
