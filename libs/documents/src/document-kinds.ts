import { DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { DocumentKind } from './domain/document-kind.js';
import { faultsOfKind } from './domain/validate-kind.js';

/** The kinds of paper of this service. Each procedure registers its own when it starts. */
@Injectable()
export class DocumentKinds {
  private readonly kinds = new Map<string, DocumentKind>();

  /** @throws Error naming every fault: a code used twice, an unknown series, relief or role, malformed fields */
  register(kinds: readonly DocumentKind[]): void {
    const faults = kinds.flatMap((kind, at) => [
      ...faultsOfKind(kind),
      ...(this.kinds.has(kind.code) || kinds.findIndex((other) => other.code === kind.code) < at
        ? [`${kind.code}: code is used twice`]
        : []),
    ]);
    if (faults.length > 0) throw new Error(`kinds of paper are not sound:\n  ${faults.join('\n  ')}`);
    for (const kind of kinds) this.kinds.set(kind.code, kind);
  }

  find(code: string): DocumentKind | undefined {
    return this.kinds.get(code);
  }

  /** @throws DomainError documents.unknown-kind */
  get(code: string): DocumentKind {
    const kind = this.find(code);
    if (kind) return kind;
    throw new DomainError('documents.unknown-kind', {
      kind: 'invalid',
      detail: '没有这种文书。',
      params: { kind: code.slice(0, 40) },
    });
  }

  /** Every kind, by code. */
  all(): DocumentKind[] {
    return [...this.kinds.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}
