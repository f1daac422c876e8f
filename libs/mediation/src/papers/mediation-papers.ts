import { PaperPrefills } from '@app/cases';
import { DocumentKinds } from '@app/documents';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MEDIATION_PAPERS } from './catalogue.js';
import { MediationPaperCases } from './prefill/mediation-case.loader.js';

/** Puts M01 to M37 among the papers of this service, each prefilled from its case. */
@Injectable()
export class MediationPapers implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly prefills: PaperPrefills,
    private readonly cases: MediationPaperCases,
  ) {}

  onModuleInit(): void {
    this.kinds.register(MEDIATION_PAPERS);
    for (const { code } of MEDIATION_PAPERS)
      this.prefills.register(code, (tx, caseId) => this.cases.prefill(code, tx, caseId));
  }
}
