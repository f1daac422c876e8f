import { PaperPrefills } from '@app/cases';
import { DocumentKinds } from '@app/documents';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OWNERSHIP_PAPERS } from './catalogue.js';
import { OwnershipPaperCases } from './prefill/ownership-case.loader.js';

/** Puts C01 to C20 among the papers of this service, each prefilled from its case. */
@Injectable()
export class OwnershipPapers implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly prefills: PaperPrefills,
    private readonly cases: OwnershipPaperCases,
  ) {}

  onModuleInit(): void {
    this.kinds.register(OWNERSHIP_PAPERS);
    for (const { code } of OWNERSHIP_PAPERS)
      this.prefills.register(code, (tx, caseId) => this.cases.prefill(code, tx, caseId));
  }
}
