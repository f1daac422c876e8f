import type { DocumentKind } from '../src/domain/document-kind.js';

interface Names {
  readonly catalogue: readonly DocumentKind[];
  readonly steps: readonly { readonly name: string; readonly documents: readonly string[] }[];
  readonly byName: Readonly<Record<string, readonly string[]>>;
  /** Names of what comes from elsewhere. */
  readonly received: readonly string[];
}

/** What ties the documents that steps name to kinds of paper. */
export function describeNames({ catalogue, steps, byName, received }: Names): void {
  const codes = new Set(catalogue.map((kind) => kind.code));

  it('every document a step names is a kind of paper, or comes from others', () => {
    const named = steps.flatMap((step) => step.documents);
    expect(named.filter((name) => !(name in byName) && !received.includes(name))).toEqual([]);
  });

  it('every name stands for kinds there are, and every kind has a name', () => {
    const reached = new Set(Object.values(byName).flat());
    expect([...reached].filter((code) => !codes.has(code))).toEqual([]);
    expect([...codes].filter((code) => !reached.has(code))).toEqual([]);
    expect(received.filter((name) => name in byName)).toEqual([]);
  });
}
