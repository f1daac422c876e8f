import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReconsiderationEffects } from './reconsideration.effects.js';
import { ReconsiderationFactsLoader } from './reconsideration.facts.js';
import { ReconsiderationRuntime } from './reconsideration.runtime.js';
import { Application } from './store/application.entity.js';
import { CorrectionNotice } from './store/correction-notice.entity.js';
import { Draft } from './store/draft.entity.js';
import { HearingOfViews } from './store/hearing-of-views.entity.js';
import { ServiceOfDocument } from './store/service.entity.js';
import { TRIAL_ENTITIES } from './store/trial.entity.js';

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    TypeOrmModule.forFeature([
      Application,
      CorrectionNotice,
      HearingOfViews,
      Draft,
      ServiceOfDocument,
      ...TRIAL_ENTITIES,
    ]),
  ],
  providers: [ReconsiderationRuntime, ReconsiderationFactsLoader, ReconsiderationEffects],
})
export class ReconsiderationModule {}
