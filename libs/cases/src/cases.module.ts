import { AuditModule } from '@app/audit';
import { ClockRules, DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentsModule, FilesJobsModule, FilesModule } from '@app/documents';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CASE_FILE_CONTROLLERS, CASE_FILE_JOBS, CASE_FILE_PROVIDERS } from './case-file/case-file.providers.js';
import { FILE_SENTENCES } from './case-file/file-sentences.js';
import { Opinion, Proposal } from './engine/approval.entity.js';
import { Approvals } from './engine/approvals.js';
import { CaseFile } from './engine/case.entity.js';
import { CaseQueries } from './engine/case.queries.js';
import { CasesController } from './engine/cases.controller.js';
import { CaseEngine } from './engine/engine.js';
import { ENGINE_SENTENCES } from './engine/engine-sentences.js';
import { CaseOpening } from './engine/opening.js';
import { Access, Participant } from './engine/participant.entity.js';
import { Participants } from './engine/participants.js';
import { Procedures } from './engine/runtime.js';
import { Timers } from './engine/timers.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerImport } from './ledger/ledger-import.entity.js';
import { LedgerService } from './ledger/ledger.service.js';
import { Dispute } from './registration/dispute.entity.js';
import { REGISTRATION_CLOCKS } from './registration/domain/citizen-clocks.js';
import { REGISTRATION_SENTENCES } from './registration/domain/history-sentences.js';
import { DisputeLink } from './registration/link.entity.js';
import { Party } from './registration/party.entity.js';
import {
  REGISTRATION_CONTROLLERS,
  REGISTRATION_JOBS,
  REGISTRATION_PROVIDERS,
} from './registration/registration.providers.js';
import { DisputeSearch } from './registration/search.entity.js';
import { HistorySentences } from './registration/views/history.queries.js';

const ENGINE = [Participants, Procedures, CaseEngine, CaseOpening, Approvals, CaseQueries, LedgerService];
const ENTITIES = [
  Access,
  CaseFile,
  Dispute,
  DisputeLink,
  DisputeSearch,
  Opinion,
  Participant,
  Party,
  Proposal,
  LedgerImport,
];

@Module({
  imports: [
    AuditModule,
    DirectoryModule,
    DeadlinesModule,
    DocumentsModule,
    FilesModule,
    TypeOrmModule.forFeature(ENTITIES),
  ],
  providers: [...ENGINE, ...REGISTRATION_PROVIDERS, ...CASE_FILE_PROVIDERS],
  exports: [...ENGINE, ...REGISTRATION_PROVIDERS, ...CASE_FILE_PROVIDERS],
})
export class CasesModule implements OnModuleInit {
  constructor(
    private readonly rules: ClockRules,
    private readonly sentences: HistorySentences,
  ) {}

  onModuleInit(): void {
    this.rules.register(REGISTRATION_CLOCKS);
    this.sentences.register(REGISTRATION_SENTENCES);
    this.sentences.register(ENGINE_SENTENCES);
    this.sentences.register(FILE_SENTENCES);
  }
}

@Module({
  imports: [CasesModule, FilesModule],
  controllers: [LedgerController, ...REGISTRATION_CONTROLLERS, CasesController, ...CASE_FILE_CONTROLLERS],
})
export class CasesHttpModule {}

@Module({
  imports: [CasesModule, DeadlinesModule, FilesModule, FilesJobsModule],
  providers: [...REGISTRATION_JOBS, ...CASE_FILE_JOBS, Timers],
})
export class CasesJobsModule {}
