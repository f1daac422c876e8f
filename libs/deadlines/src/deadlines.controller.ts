import { Public, RateLimited, type RatePolicy } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClockRuleView, PreviewPeriodRequest, PreviewPeriodView } from './deadlines.dto.js';
import { PeriodsService } from './periods.service.js';

/** Anybody may ask; nobody may make the service count for others. */
const PREVIEW_RATE: RatePolicy = { name: 'deadlines.preview', points: 120, seconds: 60 };

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly periods: PeriodsService) {}

  /** When a period ends, with its working. */
  @Post('preview')
  @HttpCode(200)
  @Public()
  @RateLimited(PREVIEW_RATE)
  preview(@Body() request: PreviewPeriodRequest): Promise<PreviewPeriodView> {
    return this.periods.preview(request);
  }

  /** The rule book: every legal period the service counts. */
  @Get('rules')
  @Public()
  rules(): Promise<ClockRuleView[]> {
    return this.periods.list();
  }
}
