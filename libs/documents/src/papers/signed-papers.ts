import type { CalendarDate, Id } from '@app/kernel';
import type { Database } from '@app/platform';
import type { Volume } from '../domain/document-kind.js';

/** A signed paper as the volume of its case names it. */
export interface SignedPaper {
  id: Id;
  title: string;
  volume: Volume;
  number: string | null;
  issuedOn: CalendarDate;
  /** Of its PDF; null while that is not made. */
  hash: string | null;
  bytes: number | null;
}

/** The papers signed in a case, in the order of their days; void ones stay in the register of void numbers. */
export async function signedPapers(database: Database, caseId: Id): Promise<SignedPaper[]> {
  return database.read<SignedPaper>(
    `SELECT d.id, d.title, d.volume, d.number, d.issued_on AS "issuedOn", r.hash, octet_length(r.file) AS bytes
     FROM documents.document d
     LEFT JOIN documents.rendition r ON r.document_id = d.id AND r.format = 'pdf' AND r.state = 'DONE'
     WHERE d.case_id = $1 AND d.state = 'SIGNED' ORDER BY d.issued_on, d.id`,
    [caseId],
  );
}
