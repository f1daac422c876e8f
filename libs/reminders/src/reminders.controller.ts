import type { Actor } from '@app/kernel';
import { Allow, CurrentActor } from '@app/platform';
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RemindersQueries } from './reminders.queries.js';
import { ReminderView } from './reminders.dto.js';

@ApiTags('reminders')
@Controller('clocks')
export class RemindersController {
  constructor(private readonly reminders: RemindersQueries) {}

  /** Who was or will be reminded of a clock, and when. */
  @Get(':id/reminders')
  @Allow('deadlines.view')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReminderView[]> {
    return this.reminders.ofClock(actor, id);
  }
}
