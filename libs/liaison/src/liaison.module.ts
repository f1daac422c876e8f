import { AuditModule } from '@app/audit';
import { CasesModule, HistorySentences } from '@app/cases';
import { ClockRules, DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentKinds, DocumentsModule, FilesModule } from '@app/documents';
import { NotificationsModule } from '@app/notifications';
import { ReconsiderationModule } from '@app/reconsideration';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DigestJobs } from './digest/digest.jobs.js';
import { DigestSettingController } from './digest/digest-setting.controller.js';
import { DigestSettings } from './digest/digest-settings.service.js';
import { LIAISON_CLOCKS } from './domain/clocks.js';
import { INNER_ACTS, LIAISON_SENTENCES } from './domain/sentences.js';
import { OwedController } from './owed/owed.controller.js';
import { OwedQueries } from './owed/owed.queries.js';
import { OwedService } from './owed/owed.service.js';
import { REPLY_PAPERS } from './reply/reply-papers.js';
import { ReplyController } from './reply/reply.controller.js';
import { ReplyService } from './reply/reply.service.js';
import { Digest, DigestSetting } from './store/digest.entity.js';
import { Acknowledgement, MoreTime } from './store/owed.entity.js';
import { LiaisonMessage, LiaisonRequest, ReadMark } from './store/request.entity.js';
import { AnsweringService } from './threads/answering.service.js';
import { AskingService } from './threads/asking.service.js';
import { Heralds } from './threads/heralds.js';
import { ThreadAccess } from './threads/thread-access.js';
import { ThreadStore } from './threads/thread-store.js';
import { ThreadViews } from './threads/thread-views.js';
import { ThreadsController } from './threads/threads.controller.js';

/** What organs owe in disputes. The reconsideration's table must be there: its reply is performed here. */
@Module({
  imports: [
    AuditModule,
    CasesModule,
    DeadlinesModule,
    DirectoryModule,
    DocumentsModule,
    FilesModule,
    NotificationsModule,
    ReconsiderationModule,
    TypeOrmModule.forFeature([
      LiaisonRequest,
      LiaisonMessage,
      ReadMark,
      Acknowledgement,
      MoreTime,
      Digest,
      DigestSetting,
    ]),
  ],
  providers: [
    OwedQueries,
    OwedService,
    ThreadStore,
    ThreadViews,
    ThreadAccess,
    Heralds,
    AskingService,
    AnsweringService,
    ReplyService,
    DigestSettings,
  ],
  exports: [OwedQueries, OwedService, AskingService, AnsweringService, ReplyService, DigestSettings],
})
export class LiaisonModule implements OnModuleInit {
  constructor(
    private readonly rules: ClockRules,
    private readonly sentences: HistorySentences,
    private readonly kinds: DocumentKinds,
  ) {}

  onModuleInit(): void {
    this.rules.register(LIAISON_CLOCKS);
    this.sentences.register(LIAISON_SENTENCES, { inner: INNER_ACTS });
    this.kinds.register(REPLY_PAPERS);
  }
}

@Module({
  imports: [LiaisonModule, CasesModule],
  controllers: [OwedController, ThreadsController, ReplyController, DigestSettingController],
})
export class LiaisonHttpModule {}

@Module({ imports: [LiaisonModule, NotificationsModule], providers: [DigestJobs] })
export class LiaisonJobsModule {}
