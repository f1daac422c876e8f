import { DocumentKinds, type DocumentRow } from '@app/documents';
import type { Actor } from '@app/kernel';
import type { Tx } from '@app/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** A paper that has just been signed, as those above learn of it. */
export type SignedPaper = Pick<DocumentRow, 'id' | 'kind' | 'caseId' | 'disputeId' | 'addressees'>;
type OnSigned = (tx: Tx, actor: Actor, paper: SignedPaper) => Promise<void>;

/** What follows from signing a paper, in the same transaction and under the lock of its case. */
@Injectable()
export class PaperHooks implements OnApplicationBootstrap {
  private readonly hooks = new Map<string, OnSigned>();

  constructor(private readonly kinds: DocumentKinds) {}

  /** Each procedure registers those of its kinds when it starts. @throws Error if the kind has one already */
  onSigned(kindCode: string, hook: OnSigned): void {
    if (this.hooks.has(kindCode)) throw new Error(`two hooks for ${kindCode}`);
    this.hooks.set(kindCode, hook);
  }

  /** Kinds and hooks come from several modules in any order; once all are there they must fit. */
  onApplicationBootstrap(): void {
    for (const code of this.hooks.keys()) this.kinds.get(code);
  }

  async signed(tx: Tx, actor: Actor, paper: SignedPaper): Promise<void> {
    await this.hooks.get(paper.kind)?.(tx, actor, paper);
  }
}
