import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { Clock } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { Database, Metrics } from '@app/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Notices } from './notices.js';
import { ReminderPlanner } from './planner.js';
import { CaseRecipients } from './recipients.js';
import { ReminderRecipients } from './reminder-recipients.js';
import { Reminder } from './reminder.entity.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersJobs } from './reminders.jobs.js';
import { RemindersQueries } from './reminders.queries.js';
import { StepSettingRow } from './step-setting.entity.js';
import { ReminderStepsController } from './step-settings.controller.js';
import { StepSettingsService } from './step-settings.service.js';
import { StepSettings } from './step-settings.js';
import { ReminderSweep } from './sweep.js';

@Module({
  imports: [TypeOrmModule.forFeature([Reminder, StepSettingRow]), DeadlinesModule, NotificationsModule],
  providers: [
    StepSettings,
    StepSettingsService,
    ReminderPlanner,
    ReminderSweep,
    { provide: ReminderRecipients, useClass: CaseRecipients },
  ],
  exports: [StepSettingsService, ReminderPlanner, ReminderSweep, ReminderRecipients],
})
export class RemindersModule {}

@Module({
  imports: [RemindersModule, CasesModule],
  providers: [RemindersQueries],
  controllers: [RemindersController, ReminderStepsController],
})
export class RemindersHttpModule {}

@Module({ imports: [RemindersModule, NotificationsModule, DirectoryModule], providers: [RemindersJobs, Notices] })
export class RemindersJobsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('heyi_reminder_lag_seconds', 'How late the oldest reminder is that is due and not sent', () =>
      this.read(
        `SELECT coalesce(extract(epoch FROM $1::timestamptz - min(remind_at)), 0)::float8 AS value
         FROM reminders.reminder WHERE state = 'PENDING' AND remind_at <= $1`,
        [this.clock.now()],
      ),
    );
    this.metrics.gauge('heyi_reminders_pending', 'Reminders planned and not yet sent', () =>
      this.read(`SELECT count(*)::float8 AS value FROM reminders.reminder WHERE state = 'PENDING'`, []),
    );
  }

  private async read(text: string, values: unknown[]): Promise<number> {
    const [row] = await this.database.read<{ value: number }>(text, values);
    return row!.value;
  }
}
