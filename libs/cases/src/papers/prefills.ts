import type { Addressee, DocumentData } from '@app/documents';
import { DocumentKinds } from '@app/documents';
import type { Id } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

export interface Prefill {
  readonly data: DocumentData;
  readonly addressees: readonly Addressee[];
}

/** What a case itself says of a paper about it: the data and addressees a new draft begins with. */
@Injectable()
export class PaperPrefills implements OnApplicationBootstrap {
  private readonly prefills = new Map<string, (tx: Tx, caseId: Id) => Promise<Prefill>>();

  constructor(private readonly kinds: DocumentKinds) {}

  /** Each procedure registers those of its kinds when it starts. @throws Error if the kind has one already */
  register(kindCode: string, prefill: (tx: Tx, caseId: Id) => Promise<Prefill>): void {
    if (this.prefills.has(kindCode)) throw new Error(`two prefills for ${kindCode}`);
    this.prefills.set(kindCode, prefill);
  }

  /** Kinds and prefills come from several modules in any order; once all are there they must fit. */
  onApplicationBootstrap(): void {
    for (const code of this.prefills.keys()) this.kinds.get(code);
  }

  async of(tx: Tx, kindCode: string, caseId: Id): Promise<Prefill> {
    return (await this.prefills.get(kindCode)?.(tx, caseId)) ?? { data: {}, addressees: [] };
  }
}
