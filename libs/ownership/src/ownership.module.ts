import { CasesModule, HistorySentences } from '@app/cases';
import { DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentsModule } from '@app/documents';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CandidatesController } from './entry/candidates.controller.js';
import { CandidateJobs } from './entry/candidates.jobs.js';
import { CandidatesService } from './entry/candidates.service.js';
import { InstructionsController } from './instructions/instructions.controller.js';
import { InstructionsService } from './instructions/instructions.service.js';
import { InterferencesQueries } from './instructions/interferences.queries.js';
import { Refusals } from './instructions/refusals.js';
import { ListApproval } from './lists/approval.service.js';
import { ListExport } from './lists/list-export.service.js';
import { TaskListsController } from './lists/lists.controller.js';
import { ListsQueries } from './lists/lists.queries.js';
import { TaskLists } from './lists/task-lists.js';
import { OwnershipOverviewController } from './overview/overview.controller.js';
import { OverviewQueries } from './overview/overview.queries.js';
import { OwnershipEffects } from './ownership.effects.js';
import { OwnershipFactsLoader } from './ownership.facts.js';
import { OwnershipRuntime } from './ownership.runtime.js';
import { OwnershipPapers } from './papers/ownership-papers.js';
import { OwnershipPaperCases } from './papers/prefill/ownership-case.loader.js';
import { OWNERSHIP_SENTENCES } from './ownership.sentences.js';
import { OwnershipSettingsController } from './settings/settings.controller.js';
import { SettingsService } from './settings/settings.service.js';
import { OWNERSHIP_ENTITIES } from './store/entities.entity.js';
import { MarkJobs } from './supervision/marks.jobs.js';

const SERVICES = [
  CandidatesService,
  InstructionsService,
  InterferencesQueries,
  ListApproval,
  ListExport,
  ListsQueries,
  OverviewQueries,
  SettingsService,
];

@Module({
  imports: [
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    DocumentsModule,
    TypeOrmModule.forFeature(OWNERSHIP_ENTITIES),
  ],
  providers: [
    OwnershipRuntime,
    OwnershipFactsLoader,
    OwnershipEffects,
    OwnershipPapers,
    OwnershipPaperCases,
    Refusals,
    TaskLists,
    ...SERVICES,
  ],
  exports: SERVICES,
})
export class OwnershipModule implements OnModuleInit {
  constructor(private readonly sentences: HistorySentences) {}

  onModuleInit(): void {
    this.sentences.register(OWNERSHIP_SENTENCES);
  }
}

@Module({
  imports: [OwnershipModule],
  controllers: [
    CandidatesController,
    InstructionsController,
    OwnershipOverviewController,
    OwnershipSettingsController,
    TaskListsController,
  ],
})
export class OwnershipHttpModule {}

@Module({ imports: [OwnershipModule, CasesModule, DeadlinesModule], providers: [CandidateJobs, MarkJobs] })
export class OwnershipJobsModule {}
