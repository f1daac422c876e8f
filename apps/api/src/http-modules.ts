import { AuditHttpModule } from '@app/audit';
import { CasesHttpModule } from '@app/cases';
import { DeadlinesHttpModule } from '@app/deadlines';
import { DirectoryHttpModule } from '@app/directory';
import { IdentityHttpModule, type IdentityOptions } from '@app/identity';
import { MediationModule } from '@app/mediation';
import { NotificationsHttpModule } from '@app/notifications';
import { OwnershipModule } from '@app/ownership';
import { PlatformHttpModule } from '@app/platform';
import type { DynamicModule, Type } from '@nestjs/common';
import { ReconsiderationHttpModule } from '@app/reconsideration';
import { RemindersHttpModule } from '@app/reminders';

/** Everything that answers HTTP. Procedures have no routes of their own: their steps are actions of a case. */
export function httpModules(identity: Partial<IdentityOptions> = {}): (Type | DynamicModule)[] {
  return [
    PlatformHttpModule,
    IdentityHttpModule.forRoot(identity),
    AuditHttpModule,
    DirectoryHttpModule,
    DeadlinesHttpModule,
    NotificationsHttpModule,
    CasesHttpModule,
    ReconsiderationHttpModule,
    MediationModule,
    OwnershipModule,
    RemindersHttpModule,
  ];
}
