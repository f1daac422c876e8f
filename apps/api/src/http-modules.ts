import { AuditHttpModule } from '@app/audit';
import { CasesHttpModule } from '@app/cases';
import { DeadlinesHttpModule } from '@app/deadlines';
import { DirectoryHttpModule } from '@app/directory';
import { DocumentsHttpModule } from '@app/documents';
import { IdentityHttpModule, type IdentityOptions } from '@app/identity';
import { MediationHttpModule } from '@app/mediation';
import { NotificationsHttpModule } from '@app/notifications';
import { OwnershipModule } from '@app/ownership';
import { PlatformHttpModule } from '@app/platform';
import { PortalHttpModule } from '@app/portal';
import type { DynamicModule, Type } from '@nestjs/common';
import { ReconsiderationHttpModule } from '@app/reconsideration';
import { RemindersHttpModule } from '@app/reminders';
import { ServiceHttpModule } from '@app/service-of-process';

/** Everything that answers HTTP. Procedures have no routes of their own: their steps are actions of a case. */
export function httpModules(identity: Partial<IdentityOptions> = {}): (Type | DynamicModule)[] {
  return [
    PlatformHttpModule,
    IdentityHttpModule.forRoot(identity),
    AuditHttpModule,
    DirectoryHttpModule,
    DeadlinesHttpModule,
    DocumentsHttpModule,
    NotificationsHttpModule,
    CasesHttpModule,
    ServiceHttpModule,
    ReconsiderationHttpModule,
    MediationHttpModule,
    OwnershipModule,
    RemindersHttpModule,
    PortalHttpModule,
  ];
}
