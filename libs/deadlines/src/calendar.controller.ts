import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AppliedYearView,
  ApplyYearRequest,
  CalendarCoverageView,
  CalendarDaysRequest,
  CalendarDayView,
  PreviewPageRequest,
  YearPreviewView,
  YearRequest,
} from './calendar.dto.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('deadlines')
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly queries: CalendarQueries,
  ) {}

  /** Which years' notices are loaded, with their sources. */
  @Get('years')
  @Allow('deadlines.view')
  years(): Promise<CalendarCoverageView> {
    return this.queries.coverage();
  }

  /** Days that the notices name; all others follow the weekday. */
  @Get('days')
  @Allow('deadlines.view')
  days(@Query() request: CalendarDaysRequest): Promise<CalendarDayView[]> {
    return this.queries.days(request);
  }

  /** What loading a year would do to the open clocks; writes nothing. */
  @Post('years/preview')
  @HttpCode(200)
  @Allow('deadlines.manage-calendar')
  preview(@Body() request: YearRequest, @Query() page: PreviewPageRequest): Promise<YearPreviewView> {
    return this.calendar.preview(request, page);
  }

  /** Loads the year as previewed and counts the open clocks again. */
  @Post('years/apply')
  @HttpCode(200)
  @Allow('deadlines.manage-calendar')
  apply(@CurrentActor() actor: Actor, @Body() request: ApplyYearRequest): Promise<AppliedYearView> {
    return this.calendar.apply(actor, request);
  }
}
