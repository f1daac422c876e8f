import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentsModule } from '@app/documents';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { ReconsiderationCoupling } from './coupling.js';
import { NETWORK_CONTROLLERS, NETWORK_PROVIDERS } from './network/network.providers.js';
import { SETTLEMENT_CONTROLLERS, SETTLEMENT_PROVIDERS } from './settlement/settlement.providers.js';
import { ASSIGNMENT_CONTROLLERS, ASSIGNMENT_PROVIDERS } from './assignment/assignment.providers.js';
import { MediationEffects } from './mediation.effects.js';
import { MediationFactsLoader } from './mediation.facts.js';
import { MediationRuntime } from './mediation.runtime.js';
import { StagesController } from './stages.controller.js';
import { AgreedObligation, Agreement } from './store/agreement.entity.js';
import { ASSIGNMENT_ENTITIES } from './store/assignment.entity.js';
import { AssignedMediator } from './store/assigned-mediator.entity.js';
import { MediationPapers } from './papers/mediation-papers.js';
import { MediationPaperCases } from './papers/prefill/mediation-case.loader.js';
import { SessionQueries } from './sessions/session.queries.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { Extension, Pause } from './store/course.entity.js';
import { CommitteeProfile } from './store/committee-profile.entity.js';
import { MediatorProfile } from './store/mediator-profile.entity.js';
import { Settlement, SettlementLine, Tariff } from './store/settlement.entity.js';
import { Mediation } from './store/mediation.entity.js';
import { PartyConsent } from './store/party-consent.entity.js';
import { FactConfirmation, MediationProposal, UndisputedFact } from './store/proposal.entity.js';
import { Recusal } from './store/recusal.entity.js';
import { DefaultMeasure, Performance, Reschedule, Visit } from './store/performance.entity.js';
import { MediationSession, SessionInvitee } from './store/session.entity.js';
import { AgreementSignature, Confirmation } from './store/signature.entity.js';

@Module({
  imports: [
    AuditModule,
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    DocumentsModule,
    TypeOrmModule.forFeature([
      Mediation,
      PartyConsent,
      AssignedMediator,
      Recusal,
      MediationSession,
      SessionInvitee,
      MediationProposal,
      UndisputedFact,
      FactConfirmation,
      Pause,
      Extension,
      Agreement,
      AgreedObligation,
      CommitteeProfile,
      MediatorProfile,
      Tariff,
      Settlement,
      SettlementLine,
      ...ASSIGNMENT_ENTITIES,
      AgreementSignature,
      Confirmation,
      Performance,
      Reschedule,
      DefaultMeasure,
      Visit,
    ]),
  ],
  providers: [
    MediationRuntime,
    MediationFactsLoader,
    MediationEffects,
    MediationPapers,
    MediationPaperCases,
    SessionQueries,
    ...NETWORK_PROVIDERS,
    ...SETTLEMENT_PROVIDERS,
    ...ASSIGNMENT_PROVIDERS,
  ],
  exports: [SessionQueries, ...NETWORK_PROVIDERS, ...SETTLEMENT_PROVIDERS, ...ASSIGNMENT_PROVIDERS],
})
export class MediationModule {}

@Module({
  imports: [MediationModule, DeadlinesModule],
  controllers: [
    StagesController,
    SessionsController,
    ...NETWORK_CONTROLLERS,
    ...SETTLEMENT_CONTROLLERS,
    ...ASSIGNMENT_CONTROLLERS,
  ],
})
export class MediationHttpModule {}

@Module({ imports: [MediationModule, CasesModule], providers: [ReconsiderationCoupling] })
export class MediationJobsModule {}
