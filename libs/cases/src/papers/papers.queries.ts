import { DirectoryService } from '@app/directory';
import {
  documentsOfCase,
  DocumentsService,
  fileOf,
  renditionsOf,
  savedVersions,
  type DocumentHead,
  type DocumentRow,
  type Format,
} from '@app/documents';
import type { Actor, Id } from '@app/kernel';
import { Database, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { PaperAccess } from './papers.access.js';
import type { PaperLineView, PaperPreviewView, PaperVersionView, PaperView } from './papers.dto.js';

type Names = ReadonlyMap<Id, string>;

/** Reading the papers of a case: those one may read. */
@Injectable()
export class PaperQueries {
  constructor(
    private readonly database: Database,
    private readonly access: PaperAccess,
    private readonly documents: DocumentsService,
    private readonly directory: DirectoryService,
  ) {}

  /** Oldest first. */
  async list(actor: Actor, caseId: Id): Promise<PaperLineView[]> {
    return this.database.transaction(async (tx) => {
      const writer = await this.access.onCase(tx, actor, caseId);
      const readable = (await documentsOfCase(tx, caseId)).filter((paper) =>
        this.access.reads(writer, writer.row.procedure, paper),
      );
      const names = await this.namesOf(tx, readable);
      return readable.map((paper) => lineOf(paper, names));
    });
  }

  async view(actor: Actor, caseId: Id, id: Id): Promise<PaperView> {
    return this.database.transaction(async (tx) => {
      const { paper } = await this.access.onPaper(tx, actor, caseId, id);
      return {
        ...lineOf(paper, await this.namesOf(tx, [paper])),
        data: paper.data,
        addressees: paper.addressees,
        missing: this.documents.missing(paper),
        preview: await this.preview(tx, paper),
        files: await renditionsOf(tx, id),
      };
    });
  }

  /** Every save, oldest first. */
  async versions(actor: Actor, caseId: Id, id: Id): Promise<PaperVersionView[]> {
    return this.database.transaction(async (tx) => {
      await this.access.onPaper(tx, actor, caseId, id);
      const versions = await savedVersions(tx, id);
      const names = await this.directory.names([...new Set(versions.map((v) => v.savedBy))], tx);
      return versions.map((version) => ({ ...version, savedByName: names.get(version.savedBy) ?? '' }));
    });
  }

  /** @throws DomainError documents.not-signed, documents.rendition-pending, documents.rendition-failed */
  async file(actor: Actor, caseId: Id, id: Id, format: Format): Promise<{ file: Buffer; name: string }> {
    return this.database.transaction(async (tx) => {
      const { paper } = await this.access.onPaper(tx, actor, caseId, id);
      return { file: await fileOf(tx, id, format), name: `${paper.title}${paper.number ?? ''}` };
    });
  }

  /** An unfinished paper may lack what its words are made of: then there is nothing to look at yet. */
  private async preview(tx: Tx, paper: DocumentRow): Promise<PaperPreviewView | null> {
    const content = await this.documents.preview(tx, paper);
    if (!content) return null;
    const { issuer, addressees, blocks, relief } = content;
    return { issuer, addressees: [...addressees], blocks: [...blocks], relief };
  }

  private namesOf(tx: Tx, papers: readonly DocumentHead[]): Promise<Names> {
    return this.directory.names([...new Set(papers.flatMap((p) => [p.draftedBy, p.signedBy ?? []].flat()))], tx);
  }
}

function lineOf(paper: DocumentHead, names: Names): PaperLineView {
  const { id, kind, title, volume, state, version, number, issuedOn, hash, draftedBy, draftedAt } = paper;
  const { signedBy, signedAt, returnReason, voidedAt, voidReason } = paper;
  return {
    ...{ id, kind, title, volume, state, version, number, issuedOn, hash, draftedBy, draftedAt },
    draftedByName: names.get(draftedBy) ?? '',
    ...{ signedBy, signedAt, returnReason, voidedAt, voidReason },
    signedByName: signedBy === null ? null : (names.get(signedBy) ?? ''),
  };
}
