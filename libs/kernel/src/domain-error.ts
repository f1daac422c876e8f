/** What a refusal means to the caller; one place maps it to an HTTP status. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'refused' | 'too-large' | 'too-many';

/** One wrong field: an RFC 6901 pointer into the request body, a stable code, a Chinese sentence. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

export interface ErrorDetails {
  /** Chinese sentence for the user: what is wrong and what would help. No personal data. */
  detail: string;
  kind?: ErrorKind;
  /** Law and article, e.g. `复议法 2023 第62条`. */
  article?: string;
  /** Machine-readable facts of the refusal; no personal data. */
  params?: Record<string, unknown>;
  errors?: FieldError[];
}

/**
 * Anything the system refuses to do. `code` is `<lib>.<kebab>` and stable; users' programs and the UI depend on it.
 * Thrown anywhere below a controller or job; the transaction it leaves is rolled back.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly detail: string;
  readonly article: string | undefined;
  readonly params: Record<string, unknown>;
  readonly errors: FieldError[];
  constructor(
    readonly code: string,
    details: ErrorDetails,
  ) {
    super(code);
    this.name = 'DomainError';
    this.detail = details.detail;
    this.kind = details.kind ?? 'refused';
    this.article = details.article;
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
  }
}

/** A record that does not exist, or that the actor may not know of. */
export function notFound(what: string): DomainError {
  return new DomainError(`${what}.not-found`, { kind: 'not-found', detail: '没有找到该记录，或者您无权查看。' });
}

/** Somebody else wrote the record since the caller read it. */
export function staleVersion(what: string): DomainError {
  return new DomainError(`${what}.stale-version`, { kind: 'conflict', detail: '该记录已被他人修改，请刷新后重试。' });
}
