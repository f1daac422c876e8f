import { CasesModule } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { ServiceModule } from '@app/service-of-process';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReconsiderationEffects } from './reconsideration.effects.js';
import { ReconsiderationFactsLoader } from './reconsideration.facts.js';
import { ReconsiderationRuntime } from './reconsideration.runtime.js';
import { ReconsiderationServedSteps } from './served-steps.js';
import { Application } from './store/application.entity.js';
import { CorrectionNotice } from './store/correction-notice.entity.js';
import { Draft } from './store/draft.entity.js';
import { HearingOfViews } from './store/hearing-of-views.entity.js';

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    ServiceModule,
    TypeOrmModule.forFeature([Application, CorrectionNotice, HearingOfViews, Draft]),
  ],
  providers: [ReconsiderationRuntime, ReconsiderationFactsLoader, ReconsiderationEffects, ReconsiderationServedSteps],
})
export class ReconsiderationModule {}
