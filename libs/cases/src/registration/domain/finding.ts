/** One thing noticed about what was entered. An error stops the submission; a warning is shown and kept nowhere. */
export interface Finding {
  severity: 'error' | 'warning';
  /** RFC 6901 pointer into the request body, with `#`. */
  pointer: string;
  /** Stable, camelCase. */
  code: string;
  /** Chinese sentence; no personal data. */
  detail: string;
}

/** A finding about a value by itself: where it stood is known to the caller. */
export type ValueFinding = Omit<Finding, 'pointer'>;

export function at(pointer: string, findings: readonly ValueFinding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, pointer }));
}
