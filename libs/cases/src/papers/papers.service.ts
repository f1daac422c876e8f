import { DocumentsService, wantAgain, type DocumentRow, type Writer } from '@app/documents';
import { newId, type Actor, type Id } from '@app/kernel';
import { Database, idempotently, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { lockCase } from '../engine/case.store.js';
import { PaperHooks } from './paper-hooks.js';
import { PaperAccess } from './papers.access.js';
import type { DraftPaperRequest, EditPaperRequest, PaperReasonRequest } from './papers.dto.js';
import { PaperPrefills } from './prefills.js';

type Act = (tx: Tx, writer: Writer, paper: DocumentRow) => unknown;

/** Writing the papers of a case: each act is one transaction, by somebody who may see the case and read the paper. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly access: PaperAccess,
    private readonly documents: DocumentsService,
    private readonly prefills: PaperPrefills,
    private readonly hooks: PaperHooks,
  ) {}

  /** Drafts a paper with what the case says, and over that what the request says. */
  async draft(actor: Actor, caseId: Id, request: DraftPaperRequest, key: string | undefined): Promise<{ id: Id }> {
    const { kind, data, addressees } = request;
    return this.database.transaction(async (tx) => {
      const writer = await this.access.onCase(tx, actor, caseId);
      const { disputeId } = writer.row;
      await this.access.mustExist(tx, disputeId, addressees ?? []);
      const { id } = await idempotently(tx, actor, key, { caseId, ...request }, newId(), async (paperId) => {
        const known = await this.prefills.of(tx, kind, caseId);
        const paper = {
          kind,
          caseId,
          disputeId,
          data: { ...known.data, ...data },
          addressees: addressees ?? known.addressees,
        };
        this.documents.draft(tx, writer, paper, paperId);
      });
      return { id };
    });
  }

  async edit(actor: Actor, caseId: Id, id: Id, { version, data, addressees }: EditPaperRequest): Promise<void> {
    await this.act(actor, caseId, id, async (tx, writer, paper) => {
      await this.access.mustExist(tx, paper.disputeId, addressees);
      await this.documents.edit(tx, writer, id, version, { data, addressees });
    });
  }

  async submit(actor: Actor, caseId: Id, id: Id, version: number): Promise<void> {
    await this.act(actor, caseId, id, (tx, writer) => this.documents.submit(tx, writer, id, version));
  }

  async return(actor: Actor, caseId: Id, id: Id, { version, reason }: PaperReasonRequest): Promise<void> {
    await this.act(actor, caseId, id, (tx, writer) => this.documents.return(tx, writer, id, version, reason));
  }

  /** Signs a paper, with what follows from that in its case: hence the case's lock, before the paper's own. */
  async sign(actor: Actor, caseId: Id, id: Id, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCase(tx, actor, caseId);
      const { paper, ...writer } = await this.access.onPaper(tx, actor, caseId, id);
      await this.documents.sign(tx, writer, id, version);
      await this.hooks.signed(tx, actor, paper);
    });
  }

  async void(actor: Actor, caseId: Id, id: Id, { version, reason }: PaperReasonRequest): Promise<void> {
    await this.act(actor, caseId, id, (tx, writer) => this.documents.void(tx, writer, id, version, reason));
  }

  /** Asks again for files that could not be made. */
  async renderAgain(actor: Actor, caseId: Id, id: Id): Promise<void> {
    await this.act(actor, caseId, id, (tx) => wantAgain(tx, id));
  }

  private async act(actor: Actor, caseId: Id, id: Id, work: Act): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { paper, ...writer } = await this.access.onPaper(tx, actor, caseId, id);
      await work(tx, writer, paper);
    });
  }
}
