import { ROLES } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DocumentKinds } from '../document-kinds.js';
import type { DocumentKindView, VoidNumberView } from './documents.dto.js';

const MOST = 500;

@Injectable()
export class DocumentQueries {
  constructor(
    private readonly database: Database,
    private readonly registry: DocumentKinds,
  ) {}

  kinds(): DocumentKindView[] {
    return this.registry.all().map((kind) => ({
      code: kind.code,
      name: kind.name,
      article: kind.article,
      layout: kind.layout,
      seal: kind.seal,
      volume: kind.volume,
      addressees: [...kind.addressees],
      drafters: kind.drafters.map((role) => ROLES[role]),
      signers: kind.signers.map((role) => ROLES[role]),
      fourEyes: kind.fourEyes,
      served: kind.served,
      fields: kind.fields.map((field) => ({ ...field, choices: field.choices ? { ...field.choices } : null })),
    }));
  }

  async voidNumbers(): Promise<VoidNumberView[]> {
    return this.database.read<VoidNumberView>(
      `SELECT number, title, issued_on AS "issuedOn", voided_by AS "voidedBy", voided_at AS "voidedAt", void_reason AS reason
       FROM documents.document WHERE state = 'VOID' AND number IS NOT NULL ORDER BY voided_at DESC, id LIMIT ${MOST}`,
    );
  }
}
