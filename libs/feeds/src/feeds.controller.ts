import type { Actor } from '@app/kernel';
import {
  Allow,
  ApiFile,
  CurrentActor,
  IdempotencyKeyHeader,
  Idempotent,
  Public,
  RateLimited,
  type RatePolicy,
} from '@app/platform';
import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CalendarService } from './calendar.service.js';
import { FeedVersionRequest, NewFeedRequest, type FeedAddressView, type FeedView } from './feeds.dto.js';
import { FeedsService } from './feeds.service.js';

/** By network address: an office behind one reads its calendars every hour. [L] */
const READ: RatePolicy = { name: 'feeds.read', points: 240, seconds: 60 };

/** Subscriptions of one's own dates in a calendar program. */
@ApiTags('feeds')
@Controller('calendar-feeds')
@Allow('feeds.own')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  /** One's own feeds in use; their addresses are not shown again. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<FeedView[]> {
    return this.feeds.list(actor);
  }

  /** Makes a feed and shows its address, this once. */
  @Post()
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: NewFeedRequest,
    @IdempotencyKeyHeader() key: string | undefined,
  ): Promise<FeedAddressView> {
    return this.feeds.create(actor, body, key);
  }

  /** Gives a feed another address; the one before opens nothing any more. */
  @Post(':id/rotate')
  @HttpCode(200)
  rotate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FeedVersionRequest,
  ): Promise<FeedAddressView> {
    return this.feeds.rotate(actor, id, body.version);
  }

  /** Ends a feed: its address opens nothing any more. */
  @Delete(':id')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.feeds.revoke(actor, id);
  }
}

/** The calendar itself, for programs that cannot log in: whoever has the address reads it. */
@ApiTags('feeds')
@Controller('calendar')
export class FeedCalendarController {
  constructor(private readonly calendars: CalendarService) {}

  /** iCalendar (RFC 5545): case numbers and kinds of dates, nothing of persons. `If-None-Match` is answered by 304. */
  @Get(':secret.ics')
  @Public()
  @RateLimited(READ)
  @ApiFile('text/calendar')
  async read(
    @Param('secret') secret: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text, etag } = await this.calendars.read(secret);
    reply.header('etag', etag).header('cache-control', 'private, max-age=0, must-revalidate');
    // Its address is the key: no page it is opened from passes it on, no search engine keeps it.
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
    const fresh = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
    if (fresh) return void (await reply.status(304).send());
    await reply.type('text/calendar; charset=utf-8').send(text);
  }
}
