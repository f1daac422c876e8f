import type { Actor, Page } from '@app/kernel';
import { Allow, ApiPage, CurrentActor, IdempotencyKeyHeader, Idempotent, PageRequest } from '@app/platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DraftsService } from '../register/drafts.service.js';
import { AmendmentsService } from '../register/amendments.service.js';
import { DisputesService } from '../register/disputes.service.js';
import { EndDisputeRequest, SubmitDraftRequest } from '../requests/actions.dto.js';
import {
  AmendDisputeRequest,
  RegisterDisputeRequest,
  SaveDraftRequest,
  UpdateDraftRequest,
} from '../requests/dispute.dto.js';
import { DisputeQueries, DraftListItem } from '../views/dispute.queries.js';
import type { DisputeView } from '../views/dispute.views.js';

/** Disputes: drafts, registration, the record. */
@ApiTags('disputes')
@Controller('disputes')
export class DisputesController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly draftsService: DraftsService,
    private readonly amendments: AmendmentsService,
    private readonly queries: DisputeQueries,
  ) {}

  /** Registers a dispute: it gets its number, and its periods run. */
  @Post()
  @Allow('cases.register')
  @Idempotent()
  register(
    @CurrentActor() actor: Actor,
    @Body() body: RegisterDisputeRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<DisputeView> {
    return this.disputes.register(actor, body, key);
  }

  /** One's own drafts, last changed first. */
  @Get('drafts')
  @Allow('cases.register')
  @ApiPage(DraftListItem)
  drafts(@CurrentActor() actor: Actor, @Query() request: PageRequest): Promise<Page<DraftListItem>> {
    return this.queries.drafts(actor, request);
  }

  /** Keeps a draft. */
  @Post('drafts')
  @Allow('cases.register')
  @Idempotent()
  saveDraft(
    @CurrentActor() actor: Actor,
    @Body() body: SaveDraftRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<DisputeView> {
    return this.draftsService.save(actor, body, key);
  }

  /** Replaces a draft as a whole. */
  @Put('drafts/:id')
  @Allow('cases.register')
  updateDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateDraftRequest,
  ): Promise<DisputeView> {
    return this.draftsService.update(actor, id, body);
  }

  /** Registers a draft. */
  @Post('drafts/:id/submit')
  @HttpCode(200)
  @Allow('cases.register')
  submitDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitDraftRequest,
  ): Promise<DisputeView> {
    return this.draftsService.submit(actor, id, body);
  }

  /** Throws a draft away. */
  @Delete('drafts/:id')
  @HttpCode(204)
  @Allow('cases.register')
  discardDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('version', ParseIntPipe) version: number,
  ): Promise<void> {
    return this.draftsService.discard(actor, id, version);
  }

  /** The dispute, whole; its version is the ETag. */
  @Get(':id')
  @Allow('cases.view')
  async view(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DisputeView> {
    const view = await this.queries.view(actor, id);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  /** Changes what was registered; what is left out stays. */
  @Patch(':id')
  @Allow('cases.register')
  amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AmendDisputeRequest,
  ): Promise<DisputeView> {
    return this.amendments.amend(actor, id, body);
  }

  /** Closes the dispute: nothing more is to be done. Refused while a case is open. */
  @Post(':id/close')
  @HttpCode(200)
  @Allow('cases.register')
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EndDisputeRequest,
  ): Promise<DisputeView> {
    return this.amendments.close(actor, id, body);
  }

  /** Makes the registration void; the number stays with it. Refused while a case is open. */
  @Post(':id/void')
  @HttpCode(200)
  @Allow('cases.register')
  makeVoid(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EndDisputeRequest,
  ): Promise<DisputeView> {
    return this.amendments.makeVoid(actor, id, body);
  }
}
