import { DomainError, ROLES, type FieldError, type RoleCode } from '@app/kernel';
import type { DocumentKind } from '../domain/document-kind.js';

/** @throws DomainError documents.role-required */
export function requireRole(may: readonly RoleCode[], roles: ReadonlySet<RoleCode>, what: string): void {
  // What the system drafts by itself follows from a step that was permitted.
  if (roles.has('system') || may.some((role) => roles.has(role))) return;
  throw new DomainError('documents.role-required', {
    kind: 'forbidden',
    detail: `该文书应由${may.map((role) => ROLES[role]).join('或')}${what}。`,
    params: { roles: may },
  });
}

export function wrongState(detail: string): DomainError {
  return new DomainError('documents.wrong-state', { kind: 'conflict', detail });
}

export function ownPaper(kind: DocumentKind): DomainError {
  return new DomainError('documents.own-paper', {
    kind: 'forbidden',
    detail: '起草人不能签发自己起草的文书，请由其他有权人员签发。',
    article: kind.article,
  });
}

export function invalidData(errors: FieldError[]): DomainError {
  return new DomainError('documents.invalid-data', {
    kind: 'invalid',
    detail: '文书内容有误，请按提示修改。',
    errors,
  });
}

export function incomplete(kind: DocumentKind, errors: FieldError[]): DomainError {
  return new DomainError('documents.incomplete', {
    detail: `文书内容尚不完整，请补充${errors.length} 项内容后再提交或者签发。`,
    article: kind.article,
    errors,
  });
}

export function unknownToLaw(kind: DocumentKind): DomainError {
  return new DomainError('documents.kind-unknown-to-law', {
    detail: `现行规定没有《${kind.name}》这种文书。`,
    article: kind.article,
  });
}
