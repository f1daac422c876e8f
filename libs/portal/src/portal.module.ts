import { AuditModule } from '@app/audit';
import { CasesModule, HistorySentences } from '@app/cases';
import { ClockRules, DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { NotificationsModule } from '@app/notifications';
import { ReconsiderationModule } from '@app/reconsideration';
import { ServiceModule } from '@app/service-of-process';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Access } from './access/access.js';
import { AccessFailure } from './access/access-failure.entity.js';
import { DRAFT_RULE } from './domain/draft-rule.js';
import { PORTAL_SENTENCES } from './domain/sentences.js';
import { DraftChecks } from './drafts/draft-checks.js';
import { DraftStore } from './drafts/draft-store.js';
import { PortalDraft } from './drafts/draft.entity.js';
import { PortalDraftsController } from './drafts/drafts.controller.js';
import { PortalDrafts } from './drafts/drafts.service.js';
import { PortalDocuments } from './papers/documents.service.js';
import { Inspection } from './papers/inspection.service.js';
import { PortalCaseController } from './portal-case.controller.js';
import { PortalInfoController } from './portal-info.controller.js';
import { PortalPapersController } from './portal-papers.controller.js';
import { PortalJobs } from './portal.jobs.js';
import { ActsService } from './requests/acts.service.js';
import { CaseRequestsController } from './requests/case-requests.controller.js';
import { CaseRequests } from './requests/case-requests.service.js';
import { Heralds } from './requests/heralds.js';
import { OffersService } from './requests/offers.service.js';
import { RequestStore } from './requests/request-store.js';
import { PortalRequest } from './requests/request.entity.js';
import { SubmissionStore } from './submission/submission-store.js';
import { Submission } from './submission/submission.entity.js';
import { Submissions } from './submission/submissions.service.js';
import { MediationReader } from './tracking/mediation.reader.js';
import { TrackService } from './tracking/track.service.js';

/** The applicant's side. The reconsideration's table must be there: its opening step is performed here. */
@Module({
  imports: [
    AuditModule,
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    NotificationsModule,
    ServiceModule,
    ReconsiderationModule,
    TypeOrmModule.forFeature([AccessFailure, PortalDraft, Submission, PortalRequest]),
  ],
  providers: [
    Access,
    DraftStore,
    DraftChecks,
    PortalDrafts,
    SubmissionStore,
    Submissions,
    RequestStore,
    Heralds,
    ActsService,
    OffersService,
    CaseRequests,
    PortalDocuments,
    Inspection,
    MediationReader,
    TrackService,
  ],
  exports: [
    DraftStore,
    PortalDrafts,
    DraftChecks,
    Submissions,
    ActsService,
    OffersService,
    CaseRequests,
    PortalDocuments,
    Inspection,
    TrackService,
  ],
})
export class PortalModule implements OnModuleInit {
  constructor(
    private readonly rules: ClockRules,
    private readonly sentences: HistorySentences,
  ) {}

  onModuleInit(): void {
    this.rules.register([DRAFT_RULE]);
    this.sentences.register(PORTAL_SENTENCES);
  }
}

@Module({
  imports: [PortalModule, DirectoryModule],
  controllers: [
    PortalInfoController,
    PortalDraftsController,
    PortalCaseController,
    PortalPapersController,
    CaseRequestsController,
  ],
})
export class PortalHttpModule {}

@Module({ imports: [PortalModule], providers: [PortalJobs] })
export class PortalJobsModule {}
