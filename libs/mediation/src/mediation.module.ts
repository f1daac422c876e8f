import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReconsiderationCoupling } from './coupling.js';
import { MediationEffects } from './mediation.effects.js';
import { MediationFactsLoader } from './mediation.facts.js';
import { MediationRuntime } from './mediation.runtime.js';
import { StagesController } from './stages.controller.js';
import { AgreedObligation, Agreement } from './store/agreement.entity.js';
import { AssignedMediator } from './store/assigned-mediator.entity.js';
import { Mediation } from './store/mediation.entity.js';
import { PartyConsent } from './store/party-consent.entity.js';
import { Recusal } from './store/recusal.entity.js';
import { DefaultMeasure, Performance, Reschedule, Visit } from './store/performance.entity.js';
import { MediationSession } from './store/session.entity.js';
import { AgreementSignature, Confirmation } from './store/signature.entity.js';

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    TypeOrmModule.forFeature([
      Mediation,
      PartyConsent,
      AssignedMediator,
      Recusal,
      MediationSession,
      Agreement,
      AgreedObligation,
      AgreementSignature,
      Confirmation,
      Performance,
      Reschedule,
      DefaultMeasure,
      Visit,
    ]),
  ],
  providers: [MediationRuntime, MediationFactsLoader, MediationEffects],
})
export class MediationModule {}

@Module({ imports: [MediationModule, DeadlinesModule], controllers: [StagesController] })
export class MediationHttpModule {}

@Module({ imports: [MediationModule, CasesModule], providers: [ReconsiderationCoupling] })
export class MediationJobsModule {}
