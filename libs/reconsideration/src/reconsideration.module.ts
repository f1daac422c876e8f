import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentsModule } from '@app/documents';
import { ServiceModule } from '@app/service-of-process';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PaperCaseLoader } from './papers/prefill/paper-case.loader.js';
import { ReconsiderationPapers } from './papers/reconsideration-papers.js';
import { ReconsiderationEffects } from './reconsideration.effects.js';
import { ReconsiderationFactsLoader } from './reconsideration.facts.js';
import { ReconsiderationRuntime } from './reconsideration.runtime.js';
import { ReconsiderationServedSteps } from './served-steps.js';
import { Application } from './store/application.entity.js';
import { CorrectionNotice } from './store/correction-notice.entity.js';
import { Draft } from './store/draft.entity.js';
import { HearingOfViews } from './store/hearing-of-views.entity.js';
import { TRIAL_ENTITIES } from './store/trial.entity.js';

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    DocumentsModule,
    ServiceModule,
    TypeOrmModule.forFeature([Application, CorrectionNotice, HearingOfViews, Draft, ...TRIAL_ENTITIES]),
  ],
  providers: [
    ReconsiderationRuntime,
    ReconsiderationFactsLoader,
    ReconsiderationEffects,
    ReconsiderationServedSteps,
    PaperCaseLoader,
    ReconsiderationPapers,
  ],
})
export class ReconsiderationModule {}
