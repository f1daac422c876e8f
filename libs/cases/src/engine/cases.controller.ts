import type { Actor, Page } from '@app/kernel';
import { Allow, CurrentActor, IdempotencyKeyHeader, Idempotent } from '@app/platform';
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
  type CaseListItem,
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

  /** Performs a step. */
  @Post('cases/:id/actions/:name')
  @Allow('cases.act')
  @HttpCode(200)
  async perform(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() body: PerformRequest,
  ): Promise<ActionsView> {
    await this.engine.perform(actor, id, name, body.version, body.input);
    return this.queries.actions(actor, id);
  }

  /** Proposes a step for approval 提请审批. */
  @Post('cases/:id/actions/:name/proposal')
  @Allow('cases.act')
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() body: PerformRequest,
  ): Promise<ActionsView> {
    await this.approvals.propose(actor, id, name, body.version, body.input);
    return this.queries.actions(actor, id);
  }

  /** Passes the pending proposal; the last to pass it performs the step. */
  @Post('cases/:id/proposal/pass')
  @Allow('cases.act')
  @HttpCode(200)
  async pass(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewRequest,
  ): Promise<ActionsView> {
    await this.approvals.pass(actor, id, body.version, body.opinion);
    return this.queries.actions(actor, id);
  }

  /** Returns the pending proposal to its proposer. */
  @Post('cases/:id/proposal/return')
  @Allow('cases.act')
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReviewRequest,
  ): Promise<ActionsView> {
    await this.approvals.return(actor, id, body.version, body.opinion);
    return this.queries.actions(actor, id);
  }

  /** Takes one's own proposal back. */
  @Post('cases/:id/proposal/withdraw')
  @Allow('cases.act')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawProposalRequest,
  ): Promise<ActionsView> {
    await this.approvals.withdraw(actor, id, body.version);
    return this.queries.actions(actor, id);
  }
}
