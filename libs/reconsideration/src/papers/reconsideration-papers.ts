import { PaperPrefills } from '@app/cases';
import { DocumentKinds } from '@app/documents';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RECONSIDERATION_PAPERS } from './catalogue.js';
import { PaperCaseLoader } from './prefill/paper-case.loader.js';

/** Puts R01 to R31 among the papers of this service, each prefilled from its case. */
@Injectable()
export class ReconsiderationPapers implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly prefills: PaperPrefills,
    private readonly cases: PaperCaseLoader,
  ) {}

  onModuleInit(): void {
    this.kinds.register(RECONSIDERATION_PAPERS);
    for (const { code } of RECONSIDERATION_PAPERS)
      this.prefills.register(code, (tx, caseId) => this.cases.prefill(code, tx, caseId));
  }
}
