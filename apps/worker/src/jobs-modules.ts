import { CasesJobsModule } from '@app/cases';
import { DeadlinesJobsModule } from '@app/deadlines';
import { DocumentsJobsModule } from '@app/documents';
import { LiaisonJobsModule } from '@app/liaison';
import { IntegrityJobsModule } from '@app/integrity';
import { MediationJobsModule } from '@app/mediation';
import { NotificationsJobsModule } from '@app/notifications';
import { OwnershipJobsModule } from '@app/ownership';
import { PlatformJobsModule } from '@app/platform';
import { PortalJobsModule } from '@app/portal';
import { ReconsiderationJobsModule } from '@app/reconsideration';
import { RemindersJobsModule } from '@app/reminders';
import { ServiceJobsModule } from '@app/service-of-process';

/** Everything that works jobs: event handlers and ticks. */
export const JOBS_MODULES = [
  PlatformJobsModule,
  DeadlinesJobsModule,
  NotificationsJobsModule,
  DocumentsJobsModule,
  CasesJobsModule,
  ServiceJobsModule,
  ReconsiderationJobsModule,
  MediationJobsModule,
  OwnershipJobsModule,
  RemindersJobsModule,
  PortalJobsModule,
  LiaisonJobsModule,
  IntegrityJobsModule,
];
