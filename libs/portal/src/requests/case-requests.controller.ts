import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadApplicationRequest, type OnlineApplicationView } from '../submission/submission.dto.js';
import { CaseRequests } from './case-requests.service.js';
import { SettleRequest, type CaseRequestView } from './requests.dto.js';

@ApiTags('portal')
@Controller('cases/:id')
export class CaseRequestsController {
  constructor(private readonly requests: CaseRequests) {}

  /** What the applicant has handed in or asked for over the portal, oldest first. */
  @Get('requests')
  @Allow('cases.view')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseRequestView[]> {
    return this.requests.list(actor, id);
  }

  /** Settles a request and answers the applicant. */
  @Post('requests/:requestId/settle')
  @Allow('cases.act')
  @HttpCode(200)
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() body: SettleRequest,
  ): Promise<CaseRequestView> {
    return this.requests.settle(actor, id, requestId, body);
  }

  /** The application as it was submitted online, whole numbers and all; who read it, and why, is kept. */
  @Post('online-application')
  @Allow('cases.unmask')
  @HttpCode(200)
  application(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReadApplicationRequest,
  ): Promise<OnlineApplicationView> {
    return this.requests.application(actor, id, body.reason);
  }
}
