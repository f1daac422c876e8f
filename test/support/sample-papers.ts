import { DocumentKinds, DocumentsModule } from '@app/documents';
import { Module, type OnModuleInit } from '@nestjs/common';
import { SAMPLE_KINDS } from '../../libs/documents/testing/sample-kinds.js';

/** Kinds of paper for tests that are about no procedure: Z01 to Z05, one of each layout. */
@Module({ imports: [DocumentsModule] })
export class SamplePapersModule implements OnModuleInit {
  constructor(private readonly kinds: DocumentKinds) {}

  onModuleInit(): void {
    this.kinds.register(SAMPLE_KINDS);
  }
}
