import { AuditModule } from '@app/audit';
import { Clock } from '@app/kernel';
import { Database, Metrics } from '@app/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarController } from './calendar.controller.js';
import { CalendarDayRow } from './calendar-day.entity.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarService } from './calendar.service.js';
import { CalendarStore } from './calendar.store.js';
import { CalendarYear } from './calendar-year.entity.js';
import { ClockRecord } from './clock.entity.js';
import { ClockRules } from './clock-rules.js';
import { ClocksService } from './clocks.service.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesJobs } from './deadlines.jobs.js';
import { PeriodsService } from './periods.service.js';
import { RuleSetting } from './rule-setting.entity.js';
import { DeadlineRuleSettingsController } from './rule-settings.controller.js';
import { RuleSettings } from './rule-settings.service.js';

const PROVIDERS = [
  CalendarStore,
  ClockRules,
  ClocksService,
  CalendarService,
  CalendarQueries,
  PeriodsService,
  RuleSettings,
];

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([CalendarYear, CalendarDayRow, ClockRecord, RuleSetting])],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class DeadlinesModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('heyi_overdue_clocks', 'Running clocks whose due day is over', async () => {
      const [row] = await this.database.read<{ n: number }>(OVERDUE, [this.clock.today()]);
      return row!.n;
    });
  }
}

/** Those announced, and those the sweep has yet to find; each by its own partial index. */
const OVERDUE = `SELECT
  (SELECT count(*) FROM deadlines.clock WHERE state = 'RUNNING' AND expired_at IS NOT NULL AND expired_at > '-infinity')
  + (SELECT count(*) FROM deadlines.clock WHERE state = 'RUNNING' AND expired_at IS NULL AND due_on < $1::date) AS n`;

@Module({
  imports: [DeadlinesModule],
  controllers: [CalendarController, DeadlinesController, DeadlineRuleSettingsController],
})
export class DeadlinesHttpModule {}

@Module({ imports: [DeadlinesModule], providers: [DeadlinesJobs] })
export class DeadlinesJobsModule {}
