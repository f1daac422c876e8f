import { NotificationsModule } from '@app/notifications';
import { Database, Metrics } from '@app/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CHECKS } from './checks/index.js';
import { FindingsQueries } from './findings.queries.js';
import { FindingsService } from './findings.service.js';
import { CheckFiguresController, IntegrityController } from './http/integrity.controller.js';
import { IntegrityJobs } from './integrity.jobs.js';
import { IntegrityRunner } from './runner.js';
import { CheckSetting } from './store/check-setting.entity.js';
import { Finding } from './store/finding.entity.js';
import { IntegrityRun } from './store/run.entity.js';

@Module({
  imports: [NotificationsModule, TypeOrmModule.forFeature([IntegrityRun, Finding, CheckSetting])],
  providers: [IntegrityRunner],
  exports: [IntegrityRunner],
})
export class IntegrityModule {}

@Module({
  imports: [IntegrityModule],
  providers: [FindingsQueries, FindingsService],
  controllers: [IntegrityController, CheckFiguresController],
})
export class IntegrityHttpModule {}

@Module({ imports: [IntegrityModule], providers: [IntegrityJobs] })
export class IntegrityJobsModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge(
      'heyi_integrity_findings',
      'Open findings of the nightly checks',
      async () => {
        const rows = await this.database.read<{ code: string; open: number }>(
          `SELECT check_code AS code, count(*)::int AS open FROM integrity.finding WHERE state = 'OPEN' GROUP BY check_code`,
        );
        const none = Object.fromEntries(CHECKS.map(({ code }) => [code, 0]));
        return { ...none, ...Object.fromEntries(rows.map(({ code, open }) => [code, open])) };
      },
      'check',
    );
    this.metrics.gauge('heyi_integrity_run_age_seconds', 'How long ago the last run of the checks ended', async () => {
      const [run] = await this.database.read<{ age: number | null }>(
        'SELECT extract(epoch FROM now() - max(ended_at))::float8 AS age FROM integrity.run',
      );
      return run!.age ?? {};
    });
  }
}
