import { EVIDENCE_KIND_CODES, EVIDENCE_KINDS, SIDES, type FileRow } from '@app/documents';
import type { Actor, Id } from '@app/kernel';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Organs } from '../registration/organs.js';
import type { EvidenceKindView, EvidenceView } from './case-file.views.js';
import { FileAccess } from './file-access.js';

/** 证据目录: the evidence of a case by its kinds (复议法 2023 第43条), as far as one may know of it. */
@Injectable()
export class EvidenceQueries {
  constructor(
    private readonly database: Database,
    private readonly access: FileAccess,
    private readonly organs: Organs,
  ) {}

  /** All eight kinds, also those of which there is none. @throws DomainError cases.case.not-found */
  async catalogue(actor: Actor, caseId: Id): Promise<EvidenceKindView[]> {
    const seen = await this.access.caseFor(actor, caseId);
    const files = (await this.access.list(seen)).filter((f) => f.evidenceKind !== null && f.withdrawnOn === null);
    const names = await this.namesOf(seen.row.disputeId, files);
    return EVIDENCE_KIND_CODES.map((kind) => ({
      kind,
      kindName: EVIDENCE_KINDS[kind],
      items: files.filter((f) => f.evidenceKind === kind).map((f) => evidenceView(f, names)),
    }));
  }

  private async namesOf(disputeId: Id, files: readonly FileRow[]): Promise<Map<Id, string>> {
    const parties = await this.database.read<{ id: Id; name: string }>(
      'SELECT id, name FROM cases.party WHERE dispute_id = $1',
      [disputeId],
    );
    const organs = await this.organs.names(files.flatMap((f) => (f.organId === null ? [] : [f.organId])));
    return new Map([...organs, ...parties.map((p): [Id, string] => [p.id, p.name])]);
  }
}

function evidenceView(file: FileRow, names: ReadonlyMap<Id, string>): EvidenceView {
  const whose = file.partyId ?? file.organId;
  return {
    fileId: file.id,
    title: file.title,
    side: file.side,
    sideName: SIDES[file.side],
    submittedBy: (whose !== null && names.get(whose)) || SIDES[file.side],
    submittedOn: file.submittedOn,
    proves: file.proves,
    pages: file.pages,
    admitted: file.admitted,
    admissionReason: file.admissionReason,
  };
}
