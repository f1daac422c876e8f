import { IdempotencyKeyHeader, Idempotent, Public, RateLimited } from '@app/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Address, NumberAndCode } from './access/key.dto.js';
import { RATES } from './portal.rates.js';
import { ActsService } from './requests/acts.service.js';
import { OffersService } from './requests/offers.service.js';
import { ActRequest, OfferRequest, type ActReceiptView, type OfferReceiptView } from './requests/requests.dto.js';
import { VerifyReceiptRequest, type ReceiptVerifiedView, type ReceiptView } from './submission/submission.dto.js';
import { Submissions } from './submission/submissions.service.js';
import type { TrackView } from './tracking/track.dto.js';
import { TrackService } from './tracking/track.service.js';

/** What was handed in, by its number and code, which travel in the body: a URL is kept in too many places. */
@ApiTags('portal')
@Controller('portal')
export class PortalCaseController {
  constructor(
    private readonly submissions: Submissions,
    private readonly tracking: TrackService,
    private readonly acts: ActsService,
    private readonly offers: OffersService,
  ) {}

  /** The receipt again. */
  @Post('receipts')
  @Public()
  @RateLimited(RATES.track)
  @HttpCode(200)
  receipt(@Body() body: NumberAndCode, @Address() address: string): Promise<ReceiptView> {
    return this.submissions.receipt({ ...body, address });
  }

  /** Whether a receipt is genuine. */
  @Post('receipts/verify')
  @Public()
  @RateLimited(RATES.verify)
  @HttpCode(200)
  verify(@Body() body: VerifyReceiptRequest): Promise<ReceiptVerifiedView> {
    return this.submissions.verify(body);
  }

  /** How the case stands, what comes next, and what the applicant may do. */
  @Post('track')
  @Public()
  @RateLimited(RATES.track)
  @HttpCode(200)
  track(@Body() body: NumberAndCode, @Address() address: string): Promise<TrackView> {
    return this.tracking.track({ ...body, address });
  }

  /** Adds something, answers a notice of correction, withdraws, agrees to mediation, asks for a hearing or a recusal. */
  @Post('requests')
  @Public()
  @RateLimited(RATES.act)
  @Idempotent()
  act(
    @Body() body: ActRequest,
    @Address() address: string,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<ActReceiptView> {
    return this.acts.act(body, address, key);
  }

  /** Makes an offer in the mediation of the dispute; the mediators alone read it. */
  @Post('mediation/offers')
  @Public()
  @RateLimited(RATES.act)
  @Idempotent()
  offer(
    @Body() body: OfferRequest,
    @Address() address: string,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<OfferReceiptView> {
    return this.offers.offer(body, address, key);
  }
}
