import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarService } from './calendar.service.js';
import { EntriesQueries } from './entries.queries.js';
import { FeedCalendarController, FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { CalendarFeed } from './store/feed.entity.js';

/** Calendar feeds: one's own, and what calendars read. */
@Module({
  imports: [TypeOrmModule.forFeature([CalendarFeed])],
  providers: [FeedsService, CalendarService, EntriesQueries],
  controllers: [FeedsController, FeedCalendarController],
})
export class FeedsHttpModule {}
