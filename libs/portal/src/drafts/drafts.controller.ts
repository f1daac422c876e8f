import { Public, RateLimited } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Address, NeedsPortalCode, PortalCode } from '../access/key.dto.js';
import { RATES } from '../portal.rates.js';
import type { ReceiptView } from '../submission/submission.dto.js';
import { Submissions } from '../submission/submissions.service.js';
import { DraftChecks } from './draft-checks.js';
import {
  CheckDraftRequest,
  SavePortalDraftRequest,
  SubmitRequest,
  type DraftCheckView,
  type DraftCreatedView,
  type DraftSavedView,
  type PortalDraftView,
} from './drafts.dto.js';
import { PortalDrafts } from './drafts.service.js';

/** Writing an application without an account: whoever has the code of a draft may do all with it. */
@ApiTags('portal')
@Controller('portal/drafts')
export class PortalDraftsController {
  constructor(
    private readonly drafts: PortalDrafts,
    private readonly checks: DraftChecks,
    private readonly submissions: Submissions,
  ) {}

  /** Begins a draft; its code is told this once. */
  @Post()
  @Public()
  @RateLimited(RATES.create)
  create(): Promise<DraftCreatedView> {
    return this.drafts.create();
  }

  @Get(':id')
  @Public()
  @NeedsPortalCode()
  @RateLimited(RATES.draft)
  view(
    @Param('id', ParseUUIDPipe) id: string,
    @PortalCode() code: string,
    @Address() address: string,
  ): Promise<PortalDraftView> {
    return this.drafts.view({ id, code, address });
  }

  /** Saves a draft as a whole; it is kept from then on as long as a new one. */
  @Put(':id')
  @Public()
  @NeedsPortalCode()
  @RateLimited(RATES.draft)
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @PortalCode() code: string,
    @Address() address: string,
    @Body() body: SavePortalDraftRequest,
  ): Promise<DraftSavedView> {
    return this.drafts.save({ id, code, address }, body);
  }

  @Delete(':id')
  @Public()
  @NeedsPortalCode()
  @RateLimited(RATES.draft)
  @HttpCode(204)
  delete(
    @Param('id', ParseUUIDPipe) id: string,
    @PortalCode() code: string,
    @Address() address: string,
  ): Promise<void> {
    return this.drafts.delete({ id, code, address });
  }

  /** What a draft lacks, when its period ends, and whether he has filed the same before. */
  @Post(':id/check')
  @Public()
  @NeedsPortalCode()
  @RateLimited(RATES.check)
  @HttpCode(200)
  async check(
    @Param('id', ParseUUIDPipe) id: string,
    @PortalCode() code: string,
    @Address() address: string,
    @Body() body: CheckDraftRequest,
  ): Promise<DraftCheckView> {
    const { content } = await this.drafts.open({ id, code, address });
    return this.checks.check(content, body.own, address);
  }

  /** Hands the application in; repeated, it answers the same receipt. */
  @Post(':id/submit')
  @Public()
  @NeedsPortalCode()
  @RateLimited(RATES.submit)
  @HttpCode(200)
  submit(
    @Param('id', ParseUUIDPipe) id: string,
    @PortalCode() code: string,
    @Address() address: string,
    @Body() body: SubmitRequest,
  ): Promise<ReceiptView> {
    return this.submissions.submit({ id, code, address }, body);
  }
}
