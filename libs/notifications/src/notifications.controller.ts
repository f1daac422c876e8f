import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InboxQueries } from './inbox.queries.js';
import { NotificationListRequest, NotificationPageView, ReadAllView, UnreadCountView } from './notifications.dto.js';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly inbox: InboxQueries) {}

  /** One's own messages, newest first. */
  @Get()
  @Allow('notifications.own')
  list(@CurrentActor() actor: Actor, @Query() request: NotificationListRequest): Promise<NotificationPageView> {
    return this.inbox.list(actor, request);
  }

  /** How many messages wait to be read. */
  @Get('unread-count')
  @Allow('notifications.own')
  async unreadCount(@CurrentActor() actor: Actor): Promise<UnreadCountView> {
    return { unread: await this.inbox.unread(actor) };
  }

  /** Marks one message as read. */
  @Post(':id/read')
  @HttpCode(204)
  @Allow('notifications.own')
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.inbox.read(actor, id);
  }

  /** Marks all of one's messages as read. */
  @Post('read-all')
  @HttpCode(200)
  @Allow('notifications.own')
  async readAll(@CurrentActor() actor: Actor): Promise<ReadAllView> {
    return { marked: await this.inbox.readAll(actor) };
  }
}
