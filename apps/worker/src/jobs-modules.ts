import { CasesJobsModule } from '@app/cases';
import { DeadlinesJobsModule } from '@app/deadlines';
import { MediationModule } from '@app/mediation';
import { NotificationsJobsModule } from '@app/notifications';
import { OwnershipModule } from '@app/ownership';
import { PlatformJobsModule } from '@app/platform';
import { ReconsiderationJobsModule } from '@app/reconsideration';
import { RemindersJobsModule } from '@app/reminders';

/** Everything that works jobs: event handlers and ticks. */
export const JOBS_MODULES = [
  PlatformJobsModule,
  DeadlinesJobsModule,
  NotificationsJobsModule,
  CasesJobsModule,
  ReconsiderationJobsModule,
  MediationModule,
  OwnershipModule,
  RemindersJobsModule,
];
