import { CasesModule, HistorySentences } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentsModule } from '@app/documents';
import { ServiceModule } from '@app/service-of-process';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissibilityController } from './admissibility.controller.js';
import { AdmissibilityFactsLoader } from './admissibility.facts.js';
import { ADMISSIBILITY_SENTENCES } from './admissibility.sentences.js';
import { AdmissibilityService } from './admissibility.service.js';
import { AfterFactsLoader } from './after.facts.js';
import { FollowUp } from './follow-up.js';
import { MediationCoupling } from './mediation-coupling.js';
import { PaperCaseLoader } from './papers/prefill/paper-case.loader.js';
import { ReconsiderationPapers } from './papers/reconsideration-papers.js';
import { ServedPapers } from './papers/service/served-papers.js';
import { ReconsiderationEffects } from './reconsideration.effects.js';
import { ReconsiderationFactsLoader } from './reconsideration.facts.js';
import { ReconsiderationRuntime } from './reconsideration.runtime.js';
import { ReconsiderationServedSteps } from './served-steps.js';
import { AssessmentRecord, ConditionAnswerRecord } from './store/admissibility.entity.js';
import { Aftermath, Letter, Litigation } from './store/aftermath.entity.js';
import { Application } from './store/application.entity.js';
import { CorrectionNotice } from './store/correction-notice.entity.js';
import { DecisionRecord } from './store/decision-record.entity.js';
import { Draft } from './store/draft.entity.js';
import { HearingOfViews } from './store/hearing-of-views.entity.js';
import { EnforcementMeasure, PerformanceItem, PerformanceReport } from './store/performance.entity.js';
import { TRIAL_ENTITIES } from './store/trial.entity.js';

const ENTITIES = [
  Application,
  CorrectionNotice,
  HearingOfViews,
  Draft,
  ...TRIAL_ENTITIES,
  AssessmentRecord,
  ConditionAnswerRecord,
  DecisionRecord,
  PerformanceItem,
  PerformanceReport,
  EnforcementMeasure,
  Aftermath,
  Letter,
  Litigation,
];

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    DocumentsModule,
    ServiceModule,
    TypeOrmModule.forFeature(ENTITIES),
  ],
  providers: [
    ReconsiderationRuntime,
    ReconsiderationFactsLoader,
    ReconsiderationEffects,
    ReconsiderationServedSteps,
    PaperCaseLoader,
    ReconsiderationPapers,
    ServedPapers,
    AfterFactsLoader,
    AdmissibilityFactsLoader,
    AdmissibilityService,
  ],
  exports: [AdmissibilityService],
})
export class ReconsiderationModule implements OnModuleInit {
  constructor(private readonly sentences: HistorySentences) {}

  onModuleInit(): void {
    this.sentences.register(ADMISSIBILITY_SENTENCES);
  }
}

@Module({ imports: [ReconsiderationModule], controllers: [AdmissibilityController] })
export class ReconsiderationHttpModule {}

@Module({ imports: [ReconsiderationModule, CasesModule], providers: [FollowUp, MediationCoupling] })
export class ReconsiderationJobsModule {}
