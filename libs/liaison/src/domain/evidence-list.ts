/** An entry of a list of evidence, as it was stated. */
export interface EvidenceEntry {
  readonly name: string;
  readonly source: string;
  readonly proves: string;
  /** How many pages it has. */
  readonly pages: number;
}

/** The rows of a 证据目录: number, name, source, what it proves, and the pages, which run on from entry to entry. */
export function evidenceRows(entries: readonly EvidenceEntry[]): string[][] {
  let next = 1;
  return entries.map(({ name, source, proves, pages }, at) => {
    const from = next;
    next += pages;
    const span = pages === 1 ? `${from}` : `${from}-${next - 1}`;
    return [`${at + 1}`, name, source, proves, span];
  });
}
