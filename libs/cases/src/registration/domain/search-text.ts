/**
 * How texts and keywords are made alike for search: compatibility forms folded, lower case, only letters and digits. The
 * index's terms are triples of neighbouring characters (SQL function cases.trigrams).
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The searched text of a record: its folded fields, apart from each other, so that no match reaches over two fields. */
export function searchContent(fields: readonly (string | null | undefined)[]): string {
  return fields
    .map((field) => foldForSearch(field ?? ''))
    .filter((field) => field !== '')
    .join('\n');
}

/** A LIKE pattern for texts that contain `text` literally. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}
