import { AuditHttpModule } from '@app/audit';
import { CasesHttpModule } from '@app/cases';
import { DeadlinesHttpModule } from '@app/deadlines';
import { DirectoryHttpModule } from '@app/directory';
import { IdentityHttpModule } from '@app/identity';
import { MediationModule } from '@app/mediation';
import { NotificationsHttpModule } from '@app/notifications';
import { OwnershipModule } from '@app/ownership';
import { PlatformHttpModule } from '@app/platform';
import { ReconsiderationModule } from '@app/reconsideration';
import { RemindersHttpModule } from '@app/reminders';

/** Everything that answers HTTP. Procedures have no routes of their own: their steps are actions of a case. */
export const HTTP_MODULES = [
  PlatformHttpModule,
  IdentityHttpModule,
  AuditHttpModule,
  DirectoryHttpModule,
  DeadlinesHttpModule,
  NotificationsHttpModule,
  CasesHttpModule,
  ReconsiderationModule,
  MediationModule,
  OwnershipModule,
  RemindersHttpModule,
];
