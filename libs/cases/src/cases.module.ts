import { AuditModule } from '@app/audit';
import { ClockRules, DeadlinesModule } from '@app/deadlines';
import { DirectoryModule } from '@app/directory';
import { DocumentKinds, DocumentsModule, FilesJobsModule, FilesModule } from '@app/documents';
import { Database, Metrics } from '@app/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AsOfController } from './as-of/as-of.controller.js';
import { AsOfQueries } from './as-of/as-of.queries.js';
import { RebuildProof } from './as-of/proof.entity.js';
import { ProofJobs } from './as-of/proof.jobs.js';
import { RebuildProver } from './as-of/prover.js';
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
import { Access, Exclusion, Participant } from './engine/participant.entity.js';
import { Participants } from './engine/participants.js';
import { Procedures } from './engine/runtime.js';
import { Timers } from './engine/timers.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerImport } from './ledger/ledger-import.entity.js';
import { LedgerService } from './ledger/ledger.service.js';
import { PaperHooks } from './papers/paper-hooks.js';
import { paperSentences } from './papers/paper-sentences.js';
import { PaperAccess } from './papers/papers.access.js';
import { PapersController } from './papers/papers.controller.js';
import { PaperQueries } from './papers/papers.queries.js';
import { PapersService } from './papers/papers.service.js';
import { PaperMatterLoader } from './papers/prefill/matter.loader.js';
import { PaperPrefills } from './papers/prefills.js';
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

const ENGINE = [
  Participants,
  Procedures,
  CaseEngine,
  CaseOpening,
  Approvals,
  CaseQueries,
  LedgerService,
  AsOfQueries,
  RebuildProver,
];
const PAPERS = [PaperPrefills, PaperMatterLoader, PaperHooks, PaperAccess, PapersService, PaperQueries];
const ENTITIES = [
  Access,
  CaseFile,
  Dispute,
  DisputeLink,
  DisputeSearch,
  Exclusion,
  Opinion,
  Participant,
  Party,
  Proposal,
  LedgerImport,
  RebuildProof,
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
  providers: [...ENGINE, ...PAPERS, ...REGISTRATION_PROVIDERS, ...CASE_FILE_PROVIDERS],
  exports: [...ENGINE, ...PAPERS, ...REGISTRATION_PROVIDERS, ...CASE_FILE_PROVIDERS],
})
export class CasesModule implements OnModuleInit {
  constructor(
    private readonly rules: ClockRules,
    private readonly sentences: HistorySentences,
    private readonly kinds: DocumentKinds,
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.rules.register(REGISTRATION_CLOCKS);
    this.sentences.register(REGISTRATION_SENTENCES);
    this.sentences.register(ENGINE_SENTENCES);
    this.sentences.register(paperSentences(this.kinds));
    this.sentences.register(FILE_SENTENCES);
    this.metrics.gauge('heyi_rebuild_differences', 'Fields of cases that are not what the trail says', async () => {
      const [proof] = await this.database.read<{ found: number }>(LAST_PROOF);
      return proof?.found ?? 0;
    });
  }
}

const LAST_PROOF = 'SELECT found FROM cases.rebuild_proof WHERE ended_at IS NOT NULL ORDER BY night DESC LIMIT 1';

@Module({
  imports: [CasesModule, FilesModule],
  controllers: [
    LedgerController,
    ...REGISTRATION_CONTROLLERS,
    CasesController,
    AsOfController,
    PapersController,
    ...CASE_FILE_CONTROLLERS,
  ],
})
export class CasesHttpModule {}

@Module({
  imports: [CasesModule, DeadlinesModule, FilesModule, FilesJobsModule],
  providers: [...REGISTRATION_JOBS, ...CASE_FILE_JOBS, Timers, ProofJobs],
})
export class CasesJobsModule {}
