import { DocumentKinds, findDocument, type DocumentRow, type Writer } from '@app/documents';
import { DomainError, notFound, organsOf, type Actor, type Id } from '@app/kernel';
import { sql, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { findCase, type CaseRow } from '../engine/case.store.js';
import { Participants } from '../engine/participants.js';
import type { ProcedureCode } from '../engine/procedure.js';
import { rolesOn } from '../engine/roles.js';
import { mayRead } from './domain/readers.js';
import type { AddresseeRequest } from './papers.dto.js';

/** Who asks, of which case. */
export interface CaseWriter extends Writer {
  readonly row: CaseRow;
}

interface PaperOfDispute extends Pick<DocumentRow, 'id' | 'caseId' | 'kind' | 'volume' | 'state' | 'addressees'> {
  procedure: ProcedureCode;
}

/** Row scope for papers: that of their case, and what of a case one may read. */
@Injectable()
export class PaperAccess {
  constructor(
    private readonly participants: Participants,
    private readonly kinds: DocumentKinds,
  ) {}

  /** @throws DomainError cases.case.not-found */
  async onCase(tx: Tx, actor: Actor, caseId: Id): Promise<CaseWriter> {
    const row = await findCase(tx, actor, caseId);
    return { actor, row, roles: rolesOn(actor, await this.participants.of(tx, row.disputeId), caseId) };
  }

  /** @throws DomainError cases.case.not-found, documents.document.not-found: also where he may not read it */
  async onPaper(tx: Tx, actor: Actor, caseId: Id, id: Id): Promise<CaseWriter & { paper: DocumentRow }> {
    const writer = await this.onCase(tx, actor, caseId);
    const paper = await findDocument(tx, id);
    if (paper.caseId !== caseId || !this.reads(writer, writer.row.procedure, paper))
      throw notFound('documents.document');
    return { ...writer, paper };
  }

  reads(
    { actor, roles }: Writer,
    procedure: ProcedureCode,
    paper: Pick<DocumentRow, 'kind' | 'volume' | 'state' | 'addressees'>,
  ): boolean {
    const { drafters, signers, readers } = this.kinds.get(paper.kind);
    return mayRead({ ...paper, procedure, readers, writers: [...drafters, ...signers] }, roles, organsOf(actor));
  }

  /** The papers of a dispute that an actor who may see it may not read: nor is he told of them. */
  async hiddenIn(tx: Tx, actor: Actor, disputeId: Id): Promise<Id[]> {
    const [papers, participants] = await Promise.all([
      sql<PaperOfDispute>(tx, PAPERS, [disputeId]),
      this.participants.of(tx, disputeId),
    ]);
    const hidden = papers.filter(
      (paper) => !this.reads({ actor, roles: rolesOn(actor, participants, paper.caseId) }, paper.procedure, paper),
    );
    return hidden.map(({ id }) => id);
  }

  /** @throws DomainError documents.unknown-addressee where an addressee is no party of the dispute, or no organ */
  async mustExist(tx: Tx, disputeId: Id, addressees: readonly AddresseeRequest[]): Promise<void> {
    const [known] = await sql<{ ids: Id[] }>(
      tx,
      `SELECT coalesce(array_agg(id), '{}') AS ids FROM (
         SELECT id FROM cases.party WHERE dispute_id = $1
         UNION ALL SELECT id FROM directory.organ WHERE id = ANY ($2::uuid[])) AS known`,
      [disputeId, addressees.flatMap(({ organId }) => organId ?? [])],
    );
    const errors = addressees.flatMap((addressee, at) =>
      (['partyId', 'organId'] as const)
        .filter((name) => addressee[name] !== undefined && !known!.ids.includes(addressee[name]))
        .map((name) => ({ pointer: `#/addressees/${at}/${name}`, code: 'unknown', detail: '没有这个发送对象' })),
    );
    if (errors.length === 0) return;
    throw new DomainError('documents.unknown-addressee', {
      kind: 'invalid',
      detail: '发送对象不是本争议的当事人或者已登记的机关。',
      errors,
    });
  }
}

const PAPERS = `SELECT d.id, d.case_id AS "caseId", c.procedure, d.kind, d.volume, d.state, d.addressees
  FROM cases.case_file c JOIN documents.document d ON d.case_id = c.id WHERE c.dispute_id = $1`;
